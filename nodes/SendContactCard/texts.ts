/** The texts that are sent before and after a card. */

import type { INodeProperties } from 'n8n-workflow';

import { isObject, type JsonObject } from '../contact/object';
import { isText, textOf } from '../contact/read/dialect';
import { count, paragraph, quote } from '../contact/text';
import { InputError } from '../failures/inputError';
import type { Provider } from '../providers/provider';

export interface CardTexts {
	textBefore?: string;
	textAfter?: string;
}

export const TEXT_KINDS = ['textBefore', 'textAfter'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

/** Their names in the editor and in messages to people. */
export const TEXT_LABELS: Record<TextKind, string> = {
	textBefore: 'Text Before',
	textAfter: 'Text After',
};

/** The options of a provider that can send text. */
export const textOptions: INodeProperties[] = [
	{
		displayName: TEXT_LABELS.textAfter,
		name: 'textAfter',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. He is in the office until six.',
		description:
			'A text message to send after the card. If the card cannot be sent, the text is not sent either.',
	},
	{
		displayName: TEXT_LABELS.textBefore,
		name: 'textBefore',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Hi Ana, here is Marcus',
		description:
			'A text message to send before the card. If it cannot be sent, the card is not sent either.',
	},
];

/**
 * The texts of an input item; empty ones are left out. Line breaks are kept.
 *
 * @param written gives the options as they stand in the node, with their expressions
 * @throws InputError for a value that is not text, has an expression that n8n does not evaluate, is longer than the provider
 *   allows, or cannot be sent by it at all
 */
export function readTexts(
	options: JsonObject,
	provider: Provider,
	written: () => unknown,
): CardTexts {
	const texts: CardTexts = {};
	for (const kind of TEXT_KINDS) {
		const text = readText(options[kind], kind, provider);
		const [expression] = EXPRESSION.exec(text) ?? [];
		if (expression !== undefined && isFixed(written(), kind)) {
			throw new InputError(
				`${TEXT_LABELS[kind]} would be sent with ${quote(expression)} in it, since the field is not an expression`,
				{ field: kind, fix: 'Switch the field to Expression, or remove the braces.' },
			);
		}
		if (text !== '') texts[kind] = text;
	}
	return texts;
}

/** Nothing that anybody would see. */
const BLANK = /^[\s\p{Cf}]*$/u;

/** An expression of n8n, by the `$` that its variables begin with. Other text in braces may be meant as it is. */
const EXPRESSION = /\{\{[^{}]*\$[^{}]*\}\}/;

/** Whether an option has a fixed value; what a value says that came by an expression is not for n8n to evaluate. */
function isFixed(written: unknown, kind: TextKind): boolean {
	const value = isObject(written) ? written[kind] : undefined;
	return typeof value === 'string' && !value.startsWith('=');
}

function readText(
	given: unknown,
	kind: TextKind,
	{ displayName, text: sending }: Provider,
): string {
	const label = TEXT_LABELS[kind];
	if (!isText(given)) {
		throw new InputError(`${label} must be text`, {
			field: kind,
			fix: 'Correct it in the options, or correct the expression that sets it.',
		});
	}
	const text = paragraph(textOf(given) ?? '');
	if (BLANK.test(text)) return '';
	if (sending === undefined) {
		throw new InputError(`${displayName} cannot send a text with the card`, {
			field: kind,
			fix: `Remove ${label} from the options, or choose another provider.`,
		});
	}
	const { maxLength = Infinity } = sending;
	const length = [...text].length;
	if (length > maxLength) {
		throw new InputError(
			`${label} has ${count(length, 'character')}; ${displayName} allows at most ${String(maxLength)}`,
			{ field: kind, fix: 'Shorten it.' },
		);
	}
	return text;
}

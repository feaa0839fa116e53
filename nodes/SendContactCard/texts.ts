/** The texts that go out before and after a card. */

import type { INodeProperties } from 'n8n-workflow';

import type { JsonObject } from '../contact/object';
import { isText, textOf } from '../contact/read/dialect';
import { count, paragraph } from '../contact/text';
import { InputError } from '../failures/inputError';
import type { Provider } from '../providers/provider';

export interface CardTexts {
	textBefore?: string;
	textAfter?: string;
}

export const TEXT_KINDS = ['textBefore', 'textAfter'] as const;

export type TextKind = (typeof TEXT_KINDS)[number];

/** How the editor names them, and how messages to people do. */
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
			'A text message that follows the card. It is not sent when the card could not be sent.',
	},
	{
		displayName: TEXT_LABELS.textBefore,
		name: 'textBefore',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: 'e.g. Hi Ana, here is Marcus',
		description:
			'A text message that comes before the card. When it could not be sent, the card is not sent either.',
	},
];

/**
 * The texts of an input item; empty ones are none. Line breaks stay.
 *
 * @throws InputError for what is no text, is longer than the provider allows, or cannot be sent by it at all
 */
export function readTexts(options: JsonObject, provider: Provider): CardTexts {
	const texts: CardTexts = {};
	for (const kind of TEXT_KINDS) {
		const text = readText(options[kind], kind, provider);
		if (text !== '') texts[kind] = text;
	}
	return texts;
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
			fix: 'Correct it in the options, or the expression that gives it.',
		});
	}
	const text = paragraph(textOf(given) ?? '');
	if (text === '') return text;
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

import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { InputError } from '../contact/inputError';
import { oneStep } from '../contact/oneStep';
import { isObject, isText, textOf } from '../contact/read/dialect';
import { optionalNumber, optionalText, type Provider, type Target } from './provider';

/** Who receives the card, for every provider that addresses by phone number or JID. */
export const recipientProperty: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. +5512996130832',
	description:
		'Who receives the card: a phone number with country code, or a WhatsApp JID (such as 120363025246125486@g.us for a group) where the provider takes one',
};

export const replyToOption: INodeProperties = {
	displayName: 'Reply To Message ID',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3EB0B430B6F8F1D0E053',
	description: 'ID of a message in the same chat that the card replies to',
};

export const delayOption: INodeProperties = {
	displayName: 'Delay',
	name: 'delay',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0, numberPrecision: 0 },
	description: 'Seconds for which the recipient sees "typing…" before the card arrives',
};

/** The value of {@link delayOption}; undefined where none is given. */
export const delaySeconds = optionalNumber.refine(
	(seconds) => seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0),
	'must be a whole number of seconds, 0 or more',
);

/** What a person chooses from a list of the provider's, or names by its ID. */
export function chosenFromList(
	searchListMethod: string,
	idExample: string,
	property: Pick<INodeProperties, 'displayName' | 'name' | 'description' | 'required'>,
): INodeProperties {
	return {
		...property,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder: `e.g. ${idExample}` },
		],
	};
}

/**
 * The ID behind {@link chosenFromList} among the options, which are read whole: n8n takes it out of the resource
 * locator of a parameter only.
 */
export const chosenOption = z.preprocess(
	(chosen) => (isObject(chosen) && '__rl' in chosen ? chosen['value'] : chosen),
	optionalText,
);

/** The text of the Recipient parameter; a number from a table is read as its digits. */
export const recipientText = oneStep((value) =>
	isText(value) ? { value: textOf(value) ?? '' } : { problem: 'Recipient must be text' },
);

/**
 * Where a card goes, from the node's parameters and options as one flat object.
 *
 * @throws InputError that names the parameter as the editor does
 */
export function readTarget<T extends Target>(
	{ target }: Provider<T>,
	parameters: Readonly<Record<string, unknown>>,
): T {
	const result = target.schema.safeParse(parameters);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const field = String(issue?.path[0] ?? 'options');
	const property = [...target.properties, ...target.options].find(({ name }) => name === field);
	throw new InputError(issueText(issue, property?.displayName ?? field), {
		field,
		fix: 'Correct the parameter, or the expression that gives it.',
	});
}

function issueText(issue: z.ZodIssue | undefined, label: string): string {
	if (issue?.code === 'invalid_type') {
		const received = issue.received === 'nan' ? 'text' : issue.received;
		return `${label} must be ${issue.expected === 'boolean' ? 'true or false' : `a ${issue.expected}`}, not ${received}`;
	}
	const text = issue?.message ?? 'does not fit';
	return text.startsWith(label) ? text : `${label} ${text}`;
}

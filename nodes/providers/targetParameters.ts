import type { INodeProperties } from 'n8n-workflow';
import * as z from 'zod/mini';

import { isText, textOf } from '../contact/read/dialect';
import { schemaOf } from '../contact/schemas';
import { quote } from '../contact/text';
import { propertyHint } from '../editor/builderHint';
import { InputError } from '../failures/inputError';
import { chosenValues, locator, type LocatorModes, type LocatorWords } from './locator';
import { optionalNumber } from './parameterSchemas';
import type { Provider, Target } from './provider';

const recipient: LocatorWords = {
	displayName: 'Recipient',
	name: 'recipient',
	required: true,
	description:
		'Who receives the card: a phone number with country code. Many WhatsApp providers also send to groups, by an ID (JID) that ends in @g.us.',
	...propertyHint(
		'One number with + and country code, such as { __rl: true, mode: "number", value: "={{ $json.phone }}" }. Never make one up: the card goes to a real person.',
	),
};

/** The search behind Recipient's *From List*, for every provider that lists chats, contacts or groups. */
export const SEARCH_RECIPIENTS = 'searchRecipients';

/**
 * What may be a phone number, a JID or a link to a chat, judging by its form: only what certainly isn't one is rejected
 * before a run. Letters occur only in `tel:`, in JIDs and in Z-API's groups; digits may be of any script.
 */
const MAY_BE_NUMBER = String.raw`\s*(?:tel:)?[^A-Za-z@]*[^\sA-Za-z@+()./_-][^A-Za-z@]*`;
const JID = String.raw`\s*(?:[^\s@]+@[A-Za-z.]+|\d+-group)\s*`;
const LINK = String.raw`\s*(?:https?:\/\/)?(?:(?:wa\.me|api\.whatsapp\.com|web\.whatsapp\.com)\/)\S+\s*`;

const recipientModes: LocatorModes = {
	searchListMethod: SEARCH_RECIPIENTS,
	typed: {
		displayName: 'Number',
		name: 'number',
		example: '+5512996130832',
		validation: {
			regex: `(?:${MAY_BE_NUMBER}|${JID}|${LINK})?`,
			errorMessage:
				'This is not a phone number: write it with + and country code, such as +5512996130832. The ID of a group ends in @g.us.',
		},
	},
	url: {
		example: 'https://wa.me/5512996130832',
		validation: {
			regex: `(?:${LINK}|${MAY_BE_NUMBER})?`,
			errorMessage:
				'This link contains no number: a link to a chat begins with https://wa.me/ and the number. A link that invites to a group does not contain its ID.',
		},
	},
};

/**
 * Who receives the card, for every provider that addresses by phone number or JID. All offer the same ways to enter it, so
 * that the value stays valid when a person changes the provider. A workflow may also contain it as plain text.
 */
export const recipientProperty = locator(recipient, recipientModes);

export const replyToOption: INodeProperties = {
	displayName: 'Reply To Message ID',
	name: 'replyTo',
	type: 'string',
	default: '',
	placeholder: 'e.g. 3EB0B430B6F8F1D0E053',
	description: 'ID of a message in the same chat that the card replies to',
};

export const trackIdOption: INodeProperties = {
	displayName: 'Track ID',
	name: 'trackId',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-4711',
	description: 'Your own ID for the card, returned in webhooks. Two cards may share one.',
};

export const delayOption: INodeProperties = {
	displayName: 'Delay',
	name: 'delay',
	type: 'number',
	default: 0,
	typeOptions: { minValue: 0, numberPrecision: 0 },
	description: 'Seconds for which the recipient sees "typing…" before the card arrives',
};

/** The value of {@link delayOption}; undefined if it is not set. */
export const delaySeconds = optionalNumber.check(
	z.refine(
		(seconds) => seconds === undefined || (Number.isSafeInteger(seconds) && seconds >= 0),
		'must be a whole number of seconds, 0 or more',
	),
);

/** Something that a person chooses from a provider's list, or enters as an ID or as a URL that contains the ID. */
export function chosenFromList(
	searchListMethod: string,
	idExample: string,
	property: LocatorWords,
	urlExample?: string,
): INodeProperties {
	const typed = { displayName: 'By ID', name: 'id', example: idExample };
	return {
		...locator(property, {
			searchListMethod,
			typed,
			...(urlExample === undefined ? {} : { url: { example: urlExample } }),
		}),
		default: { mode: 'list', value: '' },
	};
}

/**
 * The number in a link to a WhatsApp chat, https://faq.whatsapp.com/5913398998672934: digits with country code. Links to
 * groups, catalogs and messages contain no number.
 */
const CHAT_LINK = /^(?:https?:\/\/)?wa\.me\/(?:\+|%2B)?(\d+)\/?(?:[?#].*)?$/i;
/** The same with the number in the query. */
const SEND_LINK = /^(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send\/?\?([^#]*)/i;

/** The text of the Recipient parameter; a number, as in tables, is read as its digits, a link to a chat as its number. */
export const recipientText = schemaOf((value) => {
	if (!isText(value)) return { problem: 'Recipient must be text' };
	const text = textOf(value) ?? '';
	const number = linkedNumber(text.trim());
	return { value: number === undefined ? text : `+${number}` };
});

/**
 * The number in a link to a chat; undefined if the text is not such a link.
 *
 * @throws InputError for a link with several numbers
 */
function linkedNumber(link: string): string | undefined {
	const number = CHAT_LINK.exec(link)?.[1];
	const parameters = SEND_LINK.exec(link)?.[1];
	if (number !== undefined || parameters === undefined) return number;
	const [first, ...others] = new Set(
		new URLSearchParams(parameters).getAll('phone').map((phone) => phone.trim().replace(/^\+/, '')),
	);
	if (others.length > 0) {
		throw new InputError(`Recipient ${quote(link)} is a link with more than one phone number`, {
			field: 'recipient',
			fix: 'Give one number with + and country code, such as +5512996130832.',
		});
	}
	return first !== undefined && /^\d+$/.test(first) ? first : undefined;
}

/**
 * Where a card goes, from the node's parameters and options as one flat object.
 *
 * @throws InputError that calls the parameter what the editor calls it
 */
export function readTarget<T extends Target>(
	{ target }: Provider<T>,
	parameters: Readonly<Record<string, unknown>>,
): T {
	const result = target.schema.safeParse(chosenValues(parameters), { reportInput: true });
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const field = String(issue?.path[0] ?? 'options');
	const property = [...target.properties, ...target.options].find(({ name }) => name === field);
	throw new InputError(issueText(issue, property?.displayName ?? field), {
		field,
		fix: 'Correct the parameter, or the expression that sets it.',
	});
}

function issueText(issue: z.core.$ZodIssue | undefined, label: string): string {
	if (issue?.code === 'invalid_type') {
		const expected = issue.expected === 'boolean' ? 'true or false' : `a ${issue.expected}`;
		return `${label} must be ${expected}, not ${kindOf(issue.input)}`;
	}
	const text = issue?.message ?? 'is not valid';
	return text.startsWith(label) ? text : `${label} ${text}`;
}

/** What a value is, in words: `text`, `a list`. */
function kindOf(value: unknown): string {
	if (value === null || value === undefined) return String(value);
	if (Array.isArray(value)) return 'a list';
	// A text that is not a number became NaN
	if (typeof value === 'string' || Number.isNaN(value)) return 'text';
	return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

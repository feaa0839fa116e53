/** Where a custom service's card goes, and how its request is made: the node's parameters, read once for each item. */

import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../../contact/object';
import type { CountryCode } from '../../contact/phone/countries';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { prepared } from '../../contact/schemas';
import { quote } from '../../contact/text';
import { InputError } from '../../failures/inputError';
import { optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { recipientText } from '../targetParameters';
import { DEFAULT_RULES, type AnswerRules } from './answer';
import { answerSchema } from './answerRules';
import { placeholdersOfPath, readPath, type PathTemplate } from './path';
import {
	ADDRESS_PLACEHOLDERS,
	digitsOf,
	holdsContact,
	PLACEHOLDERS,
	TEXT_PLACEHOLDERS,
	type Placeholder,
} from './placeholders';
import { placeholdersIn } from './template';

export interface CustomTarget extends Target {
	method: 'GET' | 'PATCH' | 'POST' | 'PUT';
	path: PathTemplate;
	headers: Readonly<Record<string, string>>;
	body: { kind: 'none' } | { kind: 'json'; json: JsonObject } | { kind: 'form'; form: Pairs };
	/** How a text is sent; undefined if the person does not say. */
	text: { path: PathTemplate; json: JsonObject; hasMessageId: boolean } | undefined;
	/** All placeholders in the request. */
	placeholders: readonly Placeholder[];
	rules: AnswerRules;
}

type Pairs = Readonly<Record<string, string>>;

/** The text that an expression gives; nothing counts as empty. */
const words = z.pipe(
	prepared((value) => value ?? '', z.union([z.string(), z.number(), z.boolean()])),
	z.transform(String),
);
const pairs = prepared((value) => value ?? [], z.array(z.object({ name: words, value: words })));
const orEmpty = (value: unknown) => value ?? {};
export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		customRecipient: z.nullish(z.enum(['phone', 'text'], 'Recipient Is must be "phone" or "text"')),
		customMethod: z.nullish(
			z.enum(['GET', 'PATCH', 'POST', 'PUT'], 'Method must be GET, PATCH, POST or PUT'),
		),
		customPath: optionalText,
		customHeaders: prepared(orEmpty, z.object({ header: pairs })),
		customBodyAs: z.nullish(z.enum(['form', 'json'], 'Body As must be "form" or "json"')),
		customBody: z.optional(z.unknown()),
		customForm: prepared(orEmpty, z.object({ field: pairs })),
		customTextBody: z.optional(z.unknown()),
		customTextPath: optionalText,
		textBefore: z.optional(z.unknown()),
		textAfter: z.optional(z.unknown()),
		customAnswer: z.nullish(answerSchema),
		defaultCountry: defaultCountryCode,
	}),
	z.transform((given): CustomTarget => {
		const { customMethod, customBodyAs, customBody, customForm, defaultCountry } = given;
		const recipient =
			given.customRecipient === 'text'
				? readText(given.recipient)
				: readNumber(given.recipient, defaultCountry);
		const method = customMethod ?? 'POST';
		const path = readPath(given.customPath ?? '');
		const headers = readHeaders(given.customHeaders.header);
		const body = readBody(method, customBodyAs ?? 'json', customBody, customForm.field);
		const text = readTextBody(given.customTextBody, given.customTextPath, path, headers);
		if (text === undefined && (isGiven(given.textBefore) || isGiven(given.textAfter))) {
			throw new InputError('Text Before and Text After need a Text Body', {
				field: 'customTextBody',
				fix: 'Enter the JSON that sends a text, such as {"to": "[[recipient]]", "text": "[[text]]"}.',
			});
		}
		const placeholders = new Set([
			...placeholdersOfPath(path),
			...placeholdersIn(headers, HEADERS, PLACEHOLDERS),
			...(body.kind === 'json' ? placeholdersIn(body.json, BODY, PLACEHOLDERS) : []),
			...(body.kind === 'form' ? placeholdersIn(body.form, FORM, PLACEHOLDERS) : []),
		]);
		checkPlaceholders(placeholders, recipient, path, headers);
		const rules = given.customAnswer ?? DEFAULT_RULES;
		return { recipient, method, path, headers, body, text, placeholders: [...placeholders], rules };
	}),
);

const HEADERS = { field: 'customHeaders', label: 'Headers' };
const BODY = { field: 'customBody', label: 'Body' };
const TEXT_BODY = { field: 'customTextBody', label: 'Text Body' };
const FORM = { field: 'customForm', label: 'Form Fields' };

function readNumber(typed: string, defaultCountry: CountryCode | undefined): string {
	const to = readRecipient(typed, {
		provider: 'Custom HTTP',
		jids: ['g.us', 'lid', 'newsletter'],
		defaultCountry,
	});
	return to.kind === 'phone' ? to.e164 : to.jid;
}

function readText(typed: string): string {
	const text = typed.toWellFormed().trim();
	const refuse = (what: string) =>
		new InputError(`Recipient ${what}`, {
			field: 'recipient',
			fix: 'Enter one address or ID, as the service knows it.',
		});
	if (text === '') throw refuse('is empty');
	if (/\p{Cc}|[\u2028\u2029]/u.test(text)) throw refuse('has a line break or control character');
	return text;
}

/** Headers that the node or the connection sets. */
const OWN_HEADERS =
	/^(?:content-(?:type|length|encoding)|host|transfer-encoding|connection|keep-alive|upgrade|expect|te|trailer|authorization|proxy-.*|cookie)$/i;

function readHeaders(given: ReadonlyArray<{ name: string; value: string }>): Pairs {
	const entries = given.map(({ name, value }) => [name.trim(), value.trim()] as const);
	for (const [name, value] of entries) {
		const refuse = (what: string, fix: string) =>
			new InputError(`Headers: ${quote(name)} ${what}`, { field: 'customHeaders', fix });
		if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) {
			throw refuse('is not a valid header name', 'Use letters, digits and hyphens.');
		}
		if (OWN_HEADERS.test(name)) {
			throw refuse(
				'cannot be set here',
				'The body sets its own type, and authentication belongs in the credential.',
			);
		}
		if (!/^[\x20-\x7e]*$/.test(value)) {
			throw refuse('has a value with non-ASCII characters', 'Put it into the body.');
		}
		placeholdersIn(value, HEADERS, ADDRESS_PLACEHOLDERS);
	}
	const twice = repeated(entries.map(([name]) => name.toLowerCase()));
	if (twice !== undefined) throw givenTwice(HEADERS, twice);
	return Object.fromEntries(entries);
}

function readBody(
	method: CustomTarget['method'],
	kind: 'form' | 'json',
	body: unknown,
	fields: ReadonlyArray<{ name: string; value: string }>,
): CustomTarget['body'] {
	if (method === 'GET') return { kind: 'none' };
	if (kind === 'form') {
		const names = fields.map(({ name }) => name);
		if (names.some((name) => name.trim() === '')) {
			throw new InputError('Form Fields has a field without a name', {
				field: 'customForm',
				fix: 'Name it as the service does, or remove it.',
			});
		}
		const twice = repeated(names);
		if (twice !== undefined) throw givenTwice(FORM, twice);
		return { kind, form: Object.fromEntries(fields.map(({ name, value }) => [name, value])) };
	}
	const json = typeof body === 'string' ? parsed(body) : body;
	if (isObject(json)) return { kind, json };
	throw new InputError('Body is not a JSON object', {
		field: 'customBody',
		fix: 'Write it as {"to": "[[recipient]]", "vcard": "[[vcard]]"}, with every placeholder in quotes.',
	});
}

function repeated(names: readonly string[]): string | undefined {
	return names.find((name, index) => names.indexOf(name) < index);
}

function givenTwice({ field, label }: { field: string; label: string }, name: string): InputError {
	return new InputError(`${label} has ${quote(name)} twice`, {
		field,
		fix: 'Use each name only once.',
	});
}

function readTextBody(
	body: unknown,
	textPath: string | undefined,
	cardPath: PathTemplate,
	headers: Pairs,
): CustomTarget['text'] {
	if (!isGiven(body)) return undefined;
	const json = typeof body === 'string' ? parsed(body) : body;
	const placeholders = placeholdersIn(json, TEXT_BODY, TEXT_PLACEHOLDERS);
	if (!isObject(json) || !placeholders.includes('text')) {
		throw new InputError('Text Body is not a JSON object with the placeholder [[text]]', {
			field: 'customTextBody',
			fix: 'Write it as {"to": "[[recipient]]", "text": "[[text]]"}.',
		});
	}
	const path = textPath === undefined ? cardPath : readPath(textPath);
	if (placeholdersOfPath(path).some((placeholder) => !ADDRESS_PLACEHOLDERS.includes(placeholder))) {
		throw new InputError('The path for texts has a placeholder for the contact', {
			field: 'customTextPath',
			fix: 'Use a Text Path without it.',
		});
	}
	const hasMessageId = [
		...placeholders,
		...placeholdersOfPath(path),
		...placeholdersIn(headers, HEADERS, PLACEHOLDERS),
	].includes('messageId');
	return { path, json, hasMessageId };
}

function isGiven(value: unknown): boolean {
	return (
		value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '')
	);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function checkPlaceholders(
	placeholders: ReadonlySet<Placeholder>,
	recipient: string,
	{ path }: PathTemplate,
	headers: Pairs,
): void {
	if (!holdsContact(placeholders)) {
		throw new InputError('The request has no placeholder for the contact', {
			field: 'customBody',
			fix: 'Put [[vcard]], [[contact]] or [[name]] into the body, the form or the query.',
		});
	}
	if (placeholders.has('recipientDigits') && digitsOf(recipient) === '') {
		throw new InputError(`Recipient ${quote(recipient)} has no digits for [[recipientDigits]]`, {
			field: 'recipient',
			fix: 'Use [[recipient]] instead.',
		});
	}
	if (placeholdersIn(path, BODY, PLACEHOLDERS).includes('recipient') && /^\.+$/.test(recipient)) {
		throw new InputError(`Recipient ${quote(recipient)} cannot be used in a path`, {
			field: 'recipient',
			fix: 'Enter one address or ID, as the service knows it.',
		});
	}
	if (
		placeholdersIn(headers, HEADERS, PLACEHOLDERS).includes('recipient') &&
		!/^[\x20-\x7e]*$/.test(recipient)
	) {
		throw new InputError(`Recipient ${quote(recipient)} cannot be used in a header`, {
			field: 'recipient',
			fix: 'Put [[recipient]] into the body or the path.',
		});
	}
}

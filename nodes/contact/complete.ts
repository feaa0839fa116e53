import { finishNow } from '../eventLoop/longTask';
import type { Problem } from '../failures/failure';
import { completePhones, completeWhatsAppId } from './completePhones';
import {
	isValidText,
	type Address,
	type Contact,
	type ContactDraft,
	type FieldWarning,
	type Name,
	type ReadContact,
} from './contact';
import type { TextKind } from './fields/field';
import { partsOf, textField, TEXTS } from './fields/keys';
import type { CountryCode } from './phone/countries';
import { oneLine, paragraph, quote } from './text';
import { readBirthday } from './vcard/birthday';
import { readDataUri } from './vcard/photo';
import { typeOfAll } from './vcard/types';

export interface CompletionOptions {
	/** Reads phone numbers without `+` as national ones of this country. */
	defaultCountry?: CountryCode | undefined;
	/** `fromPhone`: a phone without a WhatsApp id gets its own digits as one; `asGiven`: it gets none. */
	whatsappId: 'fromPhone' | 'asGiven';
}

export interface CompletedContact {
	contact: Contact;
	warnings: FieldWarning[];
}

const NAMELESS: Problem = {
	problem: 'has no name, organization, phone or email',
	field: 'name',
	fix: 'Add at least one of them.',
};

/** Work in steps of a few milliseconds. */
type Steps<Result> = Generator<void, Result, undefined>;

/** Notes a warning about a field of the contact. */
export type Warn = (field: string, message: string) => void;

/**
 * Turns what a reader found into the neutral contact: texts on one line, phone numbers in E.164, the
 * WhatsApp ids, and a name to show, taken from the name's parts, the organisation, the nickname, the first
 * phone or the first email address. What cannot be used, or only as it was typed, becomes a warning; a contact without
 * any of these is a problem.
 */
export function completeContact(
	contact: ReadContact,
	options: CompletionOptions,
): CompletedContact | Problem {
	return finishNow(completionSteps(contact, options));
}

/** {@link completeContact} in steps of a few milliseconds, for a contact with very many entries or very long texts. */
export function* completionSteps(
	{ draft, warnings: found, isPhotoChecked }: ReadContact,
	options: CompletionOptions,
): Generator<void, CompletedContact | Problem, undefined> {
	const warnings = [...found];
	const warn: Warn = (field, message) => warnings.push({ field, message });

	const phones = yield* completePhones(draft, options, warn);
	const emails = yield* completeEmails(draft, warn);
	const org = texts(draft.org ?? {}, partsOf('org'));
	yield;
	const name = completeName(draft, () => {
		const spokenPhone = phones[0]?.phone.replace(/^(\+\d+);ext=(?=\d+$)/, '$1 ext. ');
		return org.company ?? optionalLine(draft.nickname) ?? spokenPhone ?? emails[0]?.email;
	});
	if (name === undefined) return NAMELESS;
	yield;

	const contact: Contact = {
		name,
		phones,
		emails,
		addresses: yield* completeAddresses(draft, warn),
		org,
		urls: yield* completeUrls(draft),
	};
	for (const field of TEXTS) {
		const given = draft[field];
		if (given === undefined) continue;
		yield;
		if (field === 'photo' && isPhotoChecked) {
			contact.photo = given;
			continue;
		}
		const text = COMPLETE_TEXT[textField(field).holds ?? 'line'](given, (message) =>
			warn(field, message),
		);
		if (text !== undefined && text !== '') contact[field] = text;
	}
	return { contact, warnings };
}

/** How a single-text field is tidied; empty or undefined if nothing is left. */
const COMPLETE_TEXT: Readonly<
	Record<TextKind, (given: string, warn: (message: string) => void) => string | undefined>
> = {
	line: oneLine,
	paragraph,
	birthday: completeBirthday,
	photo: completePhoto,
	countryCode: completeCountryCode,
	whatsappId: completeWhatsAppId,
};

const NAME_PARTS = ['prefix', 'first_name', 'middle_name', 'last_name', 'suffix'] as const;

/** Parts of a name in spoken order. */
export function spokenName(name: Partial<Name>): string {
	return NAME_PARTS.flatMap((part) => name[part] ?? []).join(' ');
}

function completeName(draft: ContactDraft, otherName: () => string | undefined): Name | undefined {
	const { formatted_name: formatted, ...parts } = texts(draft.name ?? {}, partsOf('name'));
	const shown = formatted ?? (spokenName(parts) || otherName());
	if (shown === undefined) return undefined;
	const first = parts.first_name ?? remainder(shown, parts);
	return { formatted_name: shown, ...parts, ...(first === '' ? {} : { first_name: first }) };
}

/** What remains of a full name for the first name once the other parts are removed: all of it, if there are none. */
function remainder(
	formatted: string,
	{ prefix, middle_name, last_name, suffix }: Partial<Name>,
): string {
	const afterPrefix = withoutStart(formatted, prefix) ?? formatted;
	const others = [suffix, last_name, middle_name];
	// If the last name comes first, as in "Doe, John", it is not removed from the end
	return others.reduce((rest: string, part) => {
		return withoutEnd(rest, part) ?? withoutStart(rest, part) ?? rest;
	}, afterPrefix);
}

function withoutStart(text: string, part: string | undefined): string | undefined {
	if (part === undefined || !text.startsWith(part)) return undefined;
	const rest = text.slice(part.length);
	return isJoined(part.slice(-1), rest.slice(0, 1)) ? undefined : rest.replace(/^[\s,]+/, '');
}

function withoutEnd(text: string, part: string | undefined): string | undefined {
	if (part === undefined || !text.endsWith(part)) return undefined;
	let end = text.length - part.length;
	if (isJoined(text.charAt(end - 1), part.charAt(0))) return undefined;
	while (/[\s,]/.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

/** Whether two neighbouring characters belong to one word. Chinese, Japanese and Korean names have no space inside. */
function isJoined(left: string, right: string): boolean {
	if (/[\p{M}\u200d]/u.test(right) || left === '\u200d') return true;
	return [left, right].every((character) => {
		return (
			/[\p{L}\p{M}\p{N}]/u.test(character) &&
			!/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)
		);
	});
}

/** Entries that are completed in one step. */
const STEP = 20;

/** The email addresses in their order, each once, with the types of all its entries. */
function* completeEmails(draft: ContactDraft, warn: Warn): Steps<Contact['emails']> {
	const emails = new Map<string, { email: string; types: string[] }>();
	for (const [index, { email: given, type }] of (draft.emails ?? []).entries()) {
		if (index % STEP === STEP - 1) yield;
		const email = oneLine(given).replace(/^(?:mailto:\s*)+/i, '');
		if (email === '') continue;
		const types = Object.values(typed(type));
		const same = emails.get(email.toLowerCase());
		if (same !== undefined) {
			same.types.push(...types);
			continue;
		}
		emails.set(email.toLowerCase(), { email, types });
		if (!email.includes('@')) {
			warn('emails', `${quote(email)} is not an email address; it is sent as typed`);
		}
	}
	const completed: Contact['emails'] = [];
	for (const { email, types } of emails.values()) {
		completed.push({ email, ...typed(typeOfAll(types)) });
		if (completed.length % STEP === 0) yield;
	}
	return completed;
}

function* completeAddresses(draft: ContactDraft, warn: Warn): Steps<Address[]> {
	const completed: Address[] = [];
	for (const [index, given] of (draft.addresses ?? []).entries()) {
		if (index % STEP === STEP - 1) yield;
		const { country_code: typedCode = '', ...address } = texts(given, partsOf('addresses'));
		const code = completeCountryCode(typedCode, (message) => warn('addresses', message));
		const found = code === undefined ? address : { ...address, country_code: code };
		const { type: _type, ...parts } = found;
		if (Object.keys(parts).length > 0) completed.push(found);
	}
	return completed;
}

function completeCountryCode(given: string, warn: (message: string) => void): string | undefined {
	const code = oneLine(given);
	if (code === '') return undefined;
	if (/^[A-Za-z]{2}$/.test(code)) return code.toUpperCase();
	warn(`The country code ${quote(code)} is not two letters; it was left out`);
	return undefined;
}

function* completeUrls(draft: ContactDraft): Steps<Contact['urls']> {
	const completed: Contact['urls'] = [];
	for (const [index, { url: given, type }] of (draft.urls ?? []).entries()) {
		if (index % STEP === STEP - 1) yield;
		const url = oneLine(given);
		if (url !== '') completed.push({ url, ...typed(type) });
	}
	return completed;
}

/** Dates as programs write them: followed by a time, without separators, or with the year Apple uses for "no year". */
function completeBirthday(given: string, warn: (message: string) => void): string | undefined {
	const text = oneLine(given);
	if (text === '') return undefined;
	const birthday = readBirthday(text, undefined);
	if (birthday === undefined) {
		warn(`${quote(text)} is not a date such as 1990-05-15; it was left out`);
	}
	return birthday;
}

/** The bytes of a photo decide its format, whatever its data URI says. */
function completePhoto(given: string, warn: (message: string) => void): string | undefined {
	const address = given.trim();
	if (address === '') return undefined;
	const photo = /^data:/i.test(address)
		? readDataUri(plainDataUri(address))
		: address.replace(/^https?:/i, (scheme) => scheme.toLowerCase());
	if (typeof photo === 'string' && isValidText('photo', photo)) return photo;
	warn('The photo is neither a web address nor a base64 image; it was left out');
	return undefined;
}

/** A data URI without the line breaks of its base64, its names in lower case. */
function plainDataUri(uri: string): string {
	const comma = uri.indexOf(',') + 1;
	return uri.slice(0, comma).toLowerCase() + uri.slice(comma).replace(/\s/g, '');
}

function typed(type: string | undefined): { type?: string } {
	const text = optionalLine(type);
	return text === undefined ? {} : { type: text };
}

function optionalLine(text: string | undefined): string | undefined {
	return text === undefined ? undefined : oneLine(text) || undefined;
}

/** The named texts of a draft, tidied, without those that are missing or empty. */
function texts<Key extends string>(
	draft: Partial<Record<Key, string | undefined>>,
	keys: readonly Key[],
): Partial<Record<Key, string>> {
	const found: Partial<Record<Key, string>> = {};
	for (const key of keys) {
		const text = optionalLine(draft[key]);
		if (text !== undefined) found[key] = text;
	}
	return found;
}

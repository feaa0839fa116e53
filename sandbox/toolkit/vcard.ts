/** Reads vCards as a phone does, and builds them as most servers do. */
import { FIELDS, type TextKey } from '../../nodes/contact/fields/fields';
import { TEXTS } from '../../nodes/contact/fields/keys';
import { namedContact, type CardContact } from './contact';

/** A line of a vCard, unfolded. */
export interface VcardLine {
	/** The property in upper case, without its group; '' if the line isn't a property. */
	name: string;
	types: string[];
	waId: string | undefined;
	value: string;
}

/**
 * Reads one vCard the way a phone does, to show what a recipient would see. Deliberately naive: a line that broke out of a
 * name counts as a property, as it would on the phone.
 */
export function readVcard(text: string): CardContact {
	const contact = namedContact('');
	for (const line of vcardLines(text)) take(contact, line);
	return contact;
}

/** A vCard 3.0 with these lines, unescaped and with LF, as most servers build it. */
export function vcardText(lines: readonly string[]): string {
	return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
}

/** The lines of a vCard as they are, without empty ones; a line that isn't a property has an empty name. */
export function vcardLines(text: string): VcardLine[] {
	return unfold(text)
		.filter((line) => line.trim() !== '')
		.map(readLine);
}

/** Splits a text with several vCards into one text per card. */
export function splitVcards(text: string): string[] {
	return text.match(/BEGIN:VCARD[\s\S]*?END:VCARD/gi) ?? [];
}

function unfold(text: string): string[] {
	return text
		.replaceAll('\r\n', '\n')
		.replace(/\n[ \t]/g, '')
		.split('\n');
}

function readLine(line: string): VcardLine {
	const colon = separatorIndex(line);
	if (colon < 0) return { name: '', types: [], waId: undefined, value: line };
	const [rawName = '', ...parameters] = line.slice(0, colon).split(';');
	const types: string[] = [];
	let waId: string | undefined;
	for (const parameter of parameters) {
		const [key = '', value] = parameter.split('=');
		if (key.toLowerCase() === 'waid') waId = value;
		else if (value === undefined) types.push(key);
		else if (key.toLowerCase() === 'type') types.push(...value.replaceAll('"', '').split(','));
	}
	return {
		name: (rawName.split('.').pop() ?? '').toUpperCase(),
		types,
		waId,
		value: line.slice(colon + 1),
	};
}

function separatorIndex(line: string): number {
	let quoted = false;
	for (let index = 0; index < line.length; index++) {
		if (line[index] === '"') quoted = !quoted;
		else if (line[index] === ':' && !quoted) return index;
	}
	return -1;
}

/** The fields that are a single text, by their property; except the photo. */
const TEXT_FIELDS = new Map<string, Exclude<TextKey, 'photo'>>(
	TEXTS.filter((key) => key !== 'photo').flatMap((key) =>
		FIELDS[key].vcard.map((property) => [property, key] as const),
	),
);

function take(contact: CardContact, line: VcardLine): void {
	const value = unescapeText(line.value);
	const type = line.types.find(
		(candidate) => candidate.toUpperCase() !== 'VOICE' && candidate.toUpperCase() !== 'PREF',
	);
	const typed = type === undefined ? {} : { type };
	switch (line.name) {
		case 'FN':
			contact.name.formatted_name = value;
			break;
		case 'N': {
			const [last_name, first_name, middle_name, prefix, suffix] = parts(line.value);
			Object.assign(contact.name, filled({ last_name, first_name, middle_name, prefix, suffix }));
			break;
		}
		case 'TEL':
			contact.phones.push({
				phone: value,
				...typed,
				...(line.waId === undefined ? {} : { wa_id: line.waId }),
			});
			break;
		case 'EMAIL':
			contact.emails.push({ email: value, ...typed });
			break;
		case 'URL':
			contact.urls.push({ url: value, ...typed });
			break;
		case 'ADR': {
			const [, , street, city, state, zip, country] = parts(line.value);
			contact.addresses.push(filled({ street, city, state, zip, country, type }));
			break;
		}
		case 'ORG': {
			const [company, department] = parts(line.value);
			contact.org = { ...contact.org, ...filled({ company, department }) };
			break;
		}
		case 'TITLE':
			contact.org = { ...contact.org, title: value };
			break;
		case 'PHOTO':
			contact.photo = true;
			break;
		default: {
			const field = TEXT_FIELDS.get(line.name);
			if (field !== undefined) contact[field] = value;
		}
	}
}

function parts(value: string): string[] {
	return value.split(/(?<!\\);/).map(unescapeText);
}

function filled(fields: Record<string, string | undefined>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])),
	);
}

function unescapeText(value: string): string {
	return value.replace(/\\([nN;,\\:])/g, (_, character: string) =>
		character.toLowerCase() === 'n' ? '\n' : character,
	);
}

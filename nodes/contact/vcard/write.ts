import type { Address, Contact } from '../contact';
import { TEXTS } from '../fields/keys';
import { escapeText, escapeUri } from './escape';
import { labelWithExtension } from './extensionLabel';
import { foldLines } from './fold';
import { CARD_TEXTS } from './texts';
import { writeType } from './types';

const LINE_BREAK = '\r\n';
const LAST_LINE = 'END:VCARD';
/** What every card ends with. */
export const END = LINE_BREAK + LAST_LINE + LINE_BREAK;

/** Cards that were written ahead, see `writeAhead`. A contact does not change once it is complete. */
const written = new WeakMap<Contact, string>();

/** Keeps the card of a contact as long as the contact exists. */
export function keepWritten(contact: Contact, card: string): void {
	written.set(contact, card);
}

/**
 * A contact as a vCard 3.0 (RFC 2426) that phones read: CRLF, folded at 75 octets, `N` and `FN` always,
 * the type of a number as `type`, also as Apple's `X-ABLabel` if it is a person's own word, its
 * extension in that label, and the WhatsApp id as `waid`. Ends with a line break. Reading it gives the same
 * contact, but for the commas of web addresses.
 */
export function writeVCard(contact: Contact): string {
	return written.get(contact) ?? foldLines(linesOf(contact)).join(LINE_BREAK) + LINE_BREAK;
}

function linesOf(contact: Contact): string[] {
	const { name, org } = contact;
	const lines = ['BEGIN:VCARD', 'VERSION:3.0'];
	const { last_name, first_name, middle_name, prefix, suffix } = name;
	lines.push(`N:${structured([last_name, first_name, middle_name, prefix, suffix])}`);
	lines.push(`FN:${escapeText(name.formatted_name)}`);
	if (org.department !== undefined) lines.push(`ORG:${structured([org.company, org.department])}`);
	else if (org.company !== undefined) lines.push(`ORG:${escapeText(org.company)}`);
	if (org.title !== undefined) lines.push(`TITLE:${escapeText(org.title)}`);
	pushEntries(lines, contact);
	for (const field of TEXTS) {
		const text = contact[field];
		if (text !== undefined) lines.push(CARD_TEXTS[field].write(text));
	}
	lines.push(LAST_LINE);
	return lines;
}

/** Several contacts as one file, one vCard after the other. */
export function writeVCards(contacts: readonly Contact[]): string {
	return contacts.map(writeVCard).join('');
}

/** The properties that a card can have several of, each with its type. */
function pushEntries(lines: string[], { phones, emails, addresses, urls }: Contact): void {
	let groups = 0;
	const push = (property: string, type: string | undefined, value: string, code?: string): void => {
		const { parameters, label } = writeType(type);
		const line = property + parameters + value;
		if (label === undefined && code === undefined) {
			lines.push(line);
			return;
		}
		groups++;
		lines.push(`item${groups}.${line}`);
		if (code !== undefined) lines.push(`item${groups}.X-ABADR:${escapeText(code.toLowerCase())}`);
		if (label !== undefined) lines.push(`item${groups}.X-ABLabel:${escapeText(label)}`);
	};
	for (const { phone, type, wa_id } of phones) {
		const labelled = labelWithExtension(phone, type);
		push('TEL', labelled.type, telValue(labelled.phone, wa_id));
	}
	for (const { email, type } of emails) push('EMAIL', type, `:${escapeText(email)}`);
	for (const address of addresses) {
		push('ADR', address.type, `:${addressValue(address)}`, address.country_code);
	}
	for (const { url, type } of urls) push('URL', type, `:${escapeUri(url)}`);
}

function telValue(phone: string, waId: string | undefined): string {
	const waid = waId !== undefined && /^\d+$/.test(waId) ? `;waid=${waId}` : '';
	// A text that starts like a tel: URI would be read as one
	const value = /^tel:/i.test(phone) ? ';VALUE=text' : '';
	return `${waid}${value}:${escapeText(phone)}`;
}

function addressValue({ street, city, state, zip, country }: Address): string {
	return structured([undefined, undefined, street, city, state, zip, country]);
}

function structured(parts: ReadonlyArray<string | undefined>): string {
	return parts.map((part) => (part === undefined ? '' : escapeText(part))).join(';');
}

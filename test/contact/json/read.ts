import type { ContactDraft } from '../../../nodes/contact/contact';
import { readJson } from '../../../nodes/contact/read/json';
import { dialects } from '../../../nodes/providers/dialects';
import { RICH_CONTACT } from '../../support/contacts';

export const CARD =
	'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:John Doe\r\nTEL:+5512996130832\r\nEND:VCARD\r\n';

/** The drafts without their empty parts. */
export function read(json: unknown): ContactDraft[] {
	return readJson(json, dialects).map(({ draft }) => filled(draft));
}

function filled(draft: ContactDraft): ContactDraft {
	const fields = Object.entries(draft).map(([key, value]): [string, unknown] => [
		key,
		isGroup(value) ? filledGroup(value) : value,
	]);
	return Object.fromEntries(
		fields.filter(([, value]) => typeof value !== 'object' || Object.keys(value ?? {}).length > 0),
	);
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function filledGroup(group: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(group).filter(([, value]) => value !== undefined));
}

/** The texts of all warnings. */
export function warnings(json: unknown): string[] {
	return readJson(json, dialects).flatMap((contact) => contact.warnings.map((it) => it.message));
}

const { name, phones, emails, addresses, org, urls, birthday } = RICH_CONTACT;

/** A contact with every field that Meta documents. */
export const META = {
	name,
	phones: phones.slice(0, 1),
	emails: emails.slice(0, 1),
	addresses,
	org,
	urls,
	birthday,
};

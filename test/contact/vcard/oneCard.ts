import type { ContactDraft } from '../../../nodes/contact/contact';
import { readVCards } from '../../../nodes/contact/vcard/read';

/** The contact of one card of version 3.0 that has these lines, without its empty parts. */
export function read(lines: string, version = '3.0'): ContactDraft {
	const { contacts } = readVCards(`BEGIN:VCARD\nVERSION:${version}\n${lines}\nEND:VCARD\n`);
	expect(contacts).toHaveLength(1);
	const fields: Record<string, unknown> = { ...contacts[0]?.draft };
	const filled = Object.entries(fields).filter(
		([, value]) => typeof value === 'string' || Object.keys(value ?? {}).length > 0,
	);
	return Object.fromEntries(filled);
}

/** The messages about the lines of one card; the first of them is line 3. */
export function warningsOf(lines: string, version = '3.0'): string[] {
	const { contacts } = readVCards(`BEGIN:VCARD\nVERSION:${version}\n${lines}\nEND:VCARD\n`);
	return contacts.flatMap(({ warnings }) => warnings.map(({ message }) => message));
}

import type { ContactDraft } from '../../../nodes/contact/contact';
import { readJson } from '../../../nodes/contact/read/json';
import { dialects } from '../../../nodes/providers/dialects';

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

export const META = {
	name: {
		formatted_name: 'Dr. John A. Doe Jr.',
		first_name: 'John',
		last_name: 'Doe',
		middle_name: 'A.',
		prefix: 'Dr.',
		suffix: 'Jr.',
	},
	phones: [{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' }],
	emails: [{ email: 'john@example.com', type: 'WORK' }],
	addresses: [
		{
			street: 'Rua Augusta, 1500',
			city: 'São Paulo',
			state: 'SP',
			zip: '01304-001',
			country: 'Brazil',
			country_code: 'BR',
			type: 'WORK',
		},
	],
	org: { company: 'Acme', department: 'Engineering', title: 'Developer' },
	urls: [{ url: 'https://example.com', type: 'WORK' }],
	birthday: '1990-05-15',
};

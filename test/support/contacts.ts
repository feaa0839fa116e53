import { completeContact } from '../../nodes/contact/complete';
import type { Contact } from '../../nodes/contact/contact';
import type { GroupKey, ListKey, PartOf, TextKey } from '../../nodes/contact/fields/fields';
import { TEXTS, textField } from '../../nodes/contact/fields/keys';
import { recordOf } from '../../nodes/contact/object';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';

/** A contact with every part of every field. */
type Whole = { [Key in GroupKey]: Record<PartOf<Key>, string> } & {
	[Key in ListKey]: Array<Record<PartOf<Key>, string>>;
} & Record<TextKey, string>;

/** The neutral contacts of a JSON value in any dialect, without added WhatsApp IDs. */
export function contactsOf(json: unknown): [Contact, ...Contact[]] {
	const [first, ...others] = readJson(json, dialects).map((draft) => {
		const completed = completeContact(draft, { whatsappId: 'asGiven' });
		if ('problem' in completed) throw new Error(completed.problem);
		return completed.contact;
	});
	if (first === undefined) throw new Error('There is no contact');
	return [first, ...others];
}

/** The neutral contact of a JSON value in any dialect. */
export function contactOf(json: unknown): Contact {
	return contactsOf(json)[0];
}

/** A contact with every part of the table; the single texts that are missing here get the table's example. */
export const RICH_CONTACT = {
	...recordOf(TEXTS, (key) => textField(key).example),
	name: {
		formatted_name: 'Dr. John A. Doe Jr.',
		first_name: 'John',
		last_name: 'Doe',
		middle_name: 'A.',
		prefix: 'Dr.',
		suffix: 'Jr.',
	},
	phones: [
		{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' },
		{ phone: '+551133334444', type: 'WORK', wa_id: '5511999998888' },
	],
	emails: [
		{ email: 'john@example.com', type: 'WORK' },
		{ email: 'doe@example.org', type: 'HOME' },
	],
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
	nickname: 'Johnny',
	note: 'Speaks Portuguese; prefers mornings',
	photo: 'https://example.com/john.jpg',
} satisfies Whole;

/** A message ID, for tests without a plan that assigns one. */
export const MESSAGE_ID = '0123456789ABCDEF0123456789ABCDEF';

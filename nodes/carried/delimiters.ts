import type { Contact, FieldWarning } from '../contact/contact';
import { places, type Carries } from './losses';

/** A phone of the neutral contact that could be read: E.164, perhaps with an extension. */
const READ_PHONE = /^\+\d+(;ext=\d+)?$/;

type UnescapedField = 'name' | 'phones' | 'emails' | 'org' | 'urls';

const PLURALS: Record<UnescapedField, string> = {
	name: 'names',
	phones: 'numbers',
	emails: 'emails',
	org: 'companies',
	urls: 'URLs',
};

/** What would end a part of a vCard's value, or begin an escape, put so that it does neither. */
const SAFE: Record<UnescapedField, (text: string) => string> = {
	name: (text) => text.replace(/;/g, ',').replace(/\\/g, '/'),
	phones: (text) => (READ_PHONE.test(text) ? text : text.replace(/[;:,\\]+/g, ' ').trim()),
	emails: (text) => text.replace(/\\/g, '/'),
	org: (text) => text.replace(/;/g, ',').replace(/\\/g, '/'),
	urls: (text) => text.replace(/\\/g, '%5C'),
};

/**
 * The contact for a server that puts its texts into a vCard without escaping them: nothing in what the provider carries
 * can leave its field. Texts have no line breaks and no control characters here any more.
 *
 * @returns the contact, with a warning for each text that had to change
 */
export function withoutDelimiters(
	contact: Contact,
	provider: string,
	carries: Carries,
): { contact: Contact; warnings: FieldWarning[] } {
	const warnings: FieldWarning[] = [];
	const safe = (field: UnescapedField, given: string): string => {
		const text = SAFE[field](given);
		if (text !== given) {
			warnings.push({
				field,
				message: `${provider} does not escape ${PLURALS[field]}: "${given}" was sent as "${text}", so that it stays in its field`,
			});
		}
		return text;
	};
	const { name, phones, emails, org, urls } = contact;
	const changed: Contact = {
		...contact,
		name: { ...name, formatted_name: safe('name', name.formatted_name) },
		phones: phones.map((entry, index) =>
			index < places(carries.phones) ? { ...entry, phone: safe('phones', entry.phone) } : entry,
		),
		emails: emails.map((entry, index) =>
			index < places(carries.emails) ? { ...entry, email: safe('emails', entry.email) } : entry,
		),
		urls: urls.map((entry, index) =>
			index < places(carries.urls) ? { ...entry, url: safe('urls', entry.url) } : entry,
		),
	};
	if (org.company !== undefined && carries.org.includes('company')) {
		changed.org = { ...org, company: safe('org', org.company) };
	}
	return { contact: changed, warnings };
}

/** The placeholders of a custom request, such as `[[recipient]]` and `[[vcard]]`, and their values. */

import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { keysOf } from '../../contact/object';
import { withoutExtension } from '../../contact/phone/typed';
import { writeVCard } from '../../contact/vcard/write';
import type { Message, TextMessage } from '../provider';

/** What fills the placeholders of one message. */
interface Filling extends Pick<Message, 'id' | 'contacts'> {
	recipient: string;
}

/** What fills the placeholders of a text message. */
interface TextFilling extends Pick<TextMessage, 'id' | 'text'> {
	recipient: string;
}

/** The value of each placeholder: a text, or JSON for `contact`. Empty for what the contact does not have. */
const VALUES = {
	recipient: ({ recipient }: Filling) => recipient,
	recipientDigits: ({ recipient }: Filling) => digitsOf(recipient),
	messageId: ({ id }: Filling) => id,
	name: ({ contacts: [{ name }] }: Filling) => name.formatted_name,
	firstName: ({ contacts: [{ name }] }: Filling) => name.first_name ?? '',
	lastName: ({ contacts: [{ name }] }: Filling) => name.last_name ?? '',
	phone: ({ contacts: [{ phones }] }: Filling) => withoutExtension(phones[0]?.phone ?? ''),
	phoneDigits: ({ contacts: [{ phones }] }: Filling) =>
		digitsOf(withoutExtension(phones[0]?.phone ?? '')),
	whatsappId: ({ contacts: [{ phones }] }: Filling) => phones[0]?.wa_id ?? '',
	email: ({ contacts: [{ emails }] }: Filling) => emails[0]?.email ?? '',
	company: ({ contacts: [{ org }] }: Filling) => org.company ?? '',
	jobTitle: ({ contacts: [{ org }] }: Filling) => org.title ?? '',
	contact: ({ contacts: [contact] }: Filling): unknown => contact,
	vcard: ({ contacts: [contact] }: Filling) => writeVCard(contact),
	vcardBase64: ({ contacts: [contact] }: Filling) =>
		Buffer.from(writeVCard(contact)).toString('base64'),
} as const satisfies Record<string, (filling: Filling) => unknown>;

export type Placeholder = keyof typeof VALUES;

export const PLACEHOLDERS: readonly Placeholder[] = keysOf(VALUES);

/** The placeholders of a text message. */
const TEXT_VALUES = {
	text: ({ text }: TextFilling) => text,
	recipient: ({ recipient }: TextFilling) => recipient,
	recipientDigits: ({ recipient }: TextFilling) => digitsOf(recipient),
	messageId: ({ id }: TextFilling) => id,
} as const satisfies Record<string, (filling: TextFilling) => string>;

export const TEXT_PLACEHOLDERS: readonly string[] = keysOf(TEXT_VALUES);

/** Gives a function from a placeholder to its value in a text message. */
export function textValuesOf(filling: TextFilling): (placeholder: string) => string | undefined {
	const values = new Map(
		Object.entries(TEXT_VALUES).map(([placeholder, valueOf]) => [placeholder, valueOf(filling)]),
	);
	return (placeholder) => values.get(placeholder);
}

/** Placeholders that say nothing about the contact, and are allowed in a path or a header. */
export const ADDRESS_PLACEHOLDERS: readonly Placeholder[] = [
	'recipient',
	'recipientDigits',
	'messageId',
];

/** Placeholders that stand for the whole contact. */
const WHOLE: readonly Placeholder[] = ['contact', 'vcard', 'vcardBase64'];

/** Gives a function from a placeholder to its value in a card. */
export function valuesOf(filling: Filling): (placeholder: string) => unknown {
	return (name) => {
		const placeholder = PLACEHOLDERS.find((known) => known === name);
		return placeholder === undefined ? undefined : VALUES[placeholder](filling);
	};
}

/** The digits of a number, or of a JID before the `@`. */
export function digitsOf(text: string): string {
	return text.replace(/@.*/, '').replace(/\D/g, '');
}

/** Whether the placeholders show the contact's name. */
export function holdsContact(placeholders: ReadonlySet<Placeholder>): boolean {
	return placeholders.has('name') || WHOLE.some((placeholder) => placeholders.has(placeholder));
}

/** What a card carries in a request with these placeholders. */
export function carriedIn(placeholders: ReadonlySet<Placeholder>): Carries {
	if (WHOLE.some((placeholder) => placeholders.has(placeholder))) return CARRIES_ALL;
	const hasPhone = placeholders.has('phone') || placeholders.has('phoneDigits');
	return {
		...CARRIES_NAME,
		phones: hasPhone || placeholders.has('whatsappId') ? 1 : 0,
		whatsAppIds: placeholders.has('whatsappId'),
		emails: placeholders.has('email') ? 1 : 0,
		org: [
			...(placeholders.has('company') ? (['company'] as const) : []),
			...(placeholders.has('jobTitle') ? (['title'] as const) : []),
		],
	};
}

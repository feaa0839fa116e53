/** The places of a request of one's own: `[[recipient]]`, `[[vcard]]` and so on, and what stands in them. */

import { CARRIES_ALL, CARRIES_NAME, type Carries } from '../../carried/carries';
import { keysOf } from '../../contact/object';
import { withoutExtension } from '../../contact/phone/typed';
import { writeVCard } from '../../contact/vcard/write';
import type { Message, TextMessage } from '../provider';

/** What fills the places of one message. */
interface Filling extends Pick<Message, 'id' | 'contacts'> {
	recipient: string;
}

/** What fills the places of a text message. */
interface TextFilling extends Pick<TextMessage, 'id' | 'text'> {
	recipient: string;
}

/** By place: its value, as a text or, of `contact`, as JSON. What the contact does not have is empty. */
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

export type Place = keyof typeof VALUES;

export const PLACES: readonly Place[] = keysOf(VALUES);

/** The places of a text message. */
const TEXT_VALUES = {
	text: ({ text }: TextFilling) => text,
	recipient: ({ recipient }: TextFilling) => recipient,
	recipientDigits: ({ recipient }: TextFilling) => digitsOf(recipient),
	messageId: ({ id }: TextFilling) => id,
} as const satisfies Record<string, (filling: TextFilling) => string>;

export const TEXT_PLACES: readonly string[] = keysOf(TEXT_VALUES);

/** A function that says what stands in a place of a text message. */
export function textValuesOf(filling: TextFilling): (place: string) => string | undefined {
	const values = new Map(
		Object.entries(TEXT_VALUES).map(([place, valueOf]) => [place, valueOf(filling)]),
	);
	return (place) => values.get(place);
}

/** Places that say nothing of the contact, and may stand in a path or a header. */
export const ADDRESS_PLACES: readonly Place[] = ['recipient', 'recipientDigits', 'messageId'];

/** Places with the whole contact. */
const WHOLE: readonly Place[] = ['contact', 'vcard', 'vcardBase64'];

/** A function that says what stands in a place. */
export function valuesOf(filling: Filling): (place: string) => unknown {
	return (name) => {
		const place = PLACES.find((known) => known === name);
		return place === undefined ? undefined : VALUES[place](filling);
	};
}

/** Digits of a number or of the part of a JID before its server. */
export function digitsOf(text: string): string {
	return text.replace(/@.*/, '').replace(/\D/g, '');
}

/** Whether there is a place for the contact's name. */
export function holdsContact(places: ReadonlySet<Place>): boolean {
	return places.has('name') || WHOLE.some((place) => places.has(place));
}

/** What a card carries through a request with these places. */
export function carriedIn(places: ReadonlySet<Place>): Carries {
	if (WHOLE.some((place) => places.has(place))) return CARRIES_ALL;
	const hasPhone = places.has('phone') || places.has('phoneDigits');
	return {
		...CARRIES_NAME,
		phones: hasPhone || places.has('whatsappId') ? 1 : 0,
		whatsappIds: places.has('whatsappId'),
		emails: places.has('email') ? 1 : 0,
		org: [
			...(places.has('company') ? (['company'] as const) : []),
			...(places.has('jobTitle') ? (['title'] as const) : []),
		],
	};
}

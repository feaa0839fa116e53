import type { ContactDraft } from '../contact';

type DraftPhones = NonNullable<ContactDraft['phones']>;

/**
 * Merges the WhatsApp ids that n8n's WhatsApp node writes as phones of the type `wa_id`: an id joins
 * the phone with the same number, or becomes a phone with that id if there is none.
 */
export function withIdsJoined(phones: DraftPhones): DraftPhones {
	const isId = ({ type, phone }: DraftPhones[number]) =>
		type?.trim().toLowerCase() === 'wa_id' && /\d/.test(phone);
	const joined = phones.filter((phone) => !isId(phone)).map((phone) => ({ ...phone }));
	for (const { phone } of phones.filter(isId)) {
		const digits = phone.replace(/\D/g, '');
		const same = joined.find((other) => other.phone.replace(/\D/g, '') === digits);
		if (same === undefined) joined.push({ phone: `+${digits}`, wa_id: digits });
		else same.wa_id ??= digits;
	}
	return joined;
}

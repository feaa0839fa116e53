/** A contact as a phone shows it. */
import type { TextKey } from '../../nodes/contact/fields/fields';

/** A contact as the recipient of a card would see it. Field names are Meta's; absent fields were not in the card. */
export interface CardContact extends CardTexts {
	name: {
		formatted_name: string;
		first_name?: string;
		last_name?: string;
		middle_name?: string;
		prefix?: string;
		suffix?: string;
	};
	phones: Array<{ phone: string; type?: string; wa_id?: string }>;
	emails: Array<{ email: string; type?: string }>;
	addresses: Array<Record<string, string>>;
	urls: Array<{ url: string; type?: string }>;
	org?: { company?: string; department?: string; title?: string };
	/** Whether the card carries a photo. */
	photo?: boolean;
}

/** The fields that are a single text, except the photo. */
type CardTexts = Partial<Record<Exclude<TextKey, 'photo'>, string>>;

/** A contact with only a name. */
export function namedContact(formattedName: string): CardContact {
	return {
		name: { formatted_name: formattedName },
		phones: [],
		emails: [],
		addresses: [],
		urls: [],
	};
}

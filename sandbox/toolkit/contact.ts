/** A contact as the recipient of a card would see it. Field names are Meta's; absent fields were not in the card. */
export interface CardContact {
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
	birthday?: string;
	nickname?: string;
	note?: string;
	/** Whether the card carries a picture. */
	photo?: boolean;
}

/** A contact with a name and nothing else. */
export function namedContact(formattedName: string): CardContact {
	return {
		name: { formatted_name: formattedName },
		phones: [],
		emails: [],
		addresses: [],
		urls: [],
	};
}

/** The cards that every sender sends, and the input items that hold them. */

/** How an item holds its contact, by the contact source of Send Contact Card. */
export type Form = 'json' | 'fields' | 'item';

/** Digits of the recipient of a card: of a hundred thousand numbers that are kept for fiction, all different. */
export function recipientOf(place: number): string {
	return `4477009${String(place).padStart(5, '0')}`;
}

/** The input item of a card. */
export function itemOf(form: Form, place: number) {
	const to = `+${recipientOf(place)}`;
	const [first, last] = ['Contact', String(place)];
	const name = `${first} ${last}`;
	const phone = `+44207946${String(place % 1000).padStart(4, '0')}`;
	switch (form) {
		case 'json':
			return { to, card: { name: { formatted_name: name }, phones: [{ phone }] } };
		case 'fields':
			return { to, name, first, last, phone };
		case 'item':
			return { to, name, phone };
	}
}

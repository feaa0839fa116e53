/** Rules for a card's numbers. */
import type { CardContact } from '../../toolkit/contact';
import { fine, note, problem, shorten, warning, type Verdict } from './finding';

/** How many last digits two spellings of a number share: some countries add a digit before them. */
const SAME_TAIL = 7;
const INTERNATIONAL = /^\+[1-9]\d{6,14}$/;
const SHORT_NUMBER = /^\d{2,6}$/;

/** Whether the contact can be reached at all. */
export function checkNumbers({ phones, emails }: CardContact): Verdict[] {
	if (phones.length > 0) {
		const digits = phones.map(({ phone }) => phone.replace(/\D/g, ''));
		const twice = phones.find((_, index) => digits.indexOf(digits[index] ?? '') < index);
		return [
			...fine(phones.length === 1 ? 'The number' : `${String(phones.length)} numbers`),
			...(twice === undefined ? [] : note(`${twice.phone} twice`, 'The card contains it twice.')),
		];
	}
	return emails.length > 0
		? warning('No number', 'The card has only an email address: the contact cannot be called.')
		: problem('No number', 'The card has no way to reach the contact: no number and no email.');
}

/** Whether a number can be dialed from anywhere. */
export function checkInternational({ phone }: { phone: string }): Verdict[] {
	const number = phone.replace(/[\s().\-\u2010-\u2015/]/g, '').replace(/(?:;ext=|x|ext)\d+$/i, '');
	if (INTERNATIONAL.test(number)) return [];
	if (SHORT_NUMBER.test(number)) {
		return note(
			`${phone} as a short number`,
			'It can be dialed only in its own country or network.',
		);
	}
	if (!/\d/.test(phone)) {
		return problem(`“${shorten(phone)}” instead of a number`, 'It contains no digits.');
	}
	return warning(
		`${shorten(phone)} cannot be dialed from abroad`,
		'It is not international: write it with + and the country code.',
	);
}

/** Whether WhatsApp knows the contact, and under which number. */
export function checkWhatsAppId({ phones }: CardContact): Verdict[] {
	if (phones.length === 0) return [];
	const found: Verdict[] = [];
	const known = phones.filter(({ wa_id: id }) => id !== undefined && /^\d+$/.test(id));
	for (const { phone, wa_id: id } of phones) {
		if (id === undefined) continue;
		if (!/^\d+$/.test(id)) {
			found.push(
				...warning(
					'“Invite” instead of “Message”',
					`The WhatsApp ID “${shorten(id)}” is not a number. It must contain only digits.`,
				),
			);
		} else if (!isSameNumber(phone, id)) {
			found.push(
				...problem(
					`“Message” opens a chat with +${id}`,
					`The WhatsApp ID belongs to a different number than ${phone}: the recipient would write to someone else.`,
				),
			);
		}
	}
	if (found.length > 0) return found;
	return known.length > 0
		? fine('The button “Message”')
		: warning(
				'“Invite” instead of “Message”',
				'No number has a WhatsApp ID (waid), so WhatsApp cannot tell that the contact has an account.',
			);
}

function isSameNumber(phone: string, id: string): boolean {
	const digits = phone.replace(/\D/g, '');
	return digits === id || (digits.length > SAME_TAIL && id.endsWith(digits.slice(-SAME_TAIL)));
}

/** What a WhatsApp account's own id says, and the spellings under which WhatsApp may know a number. */

import { readPhone } from './phone';
import { jidNumber } from './typed';

/**
 * `{ waId }` of a JID with a phone number; empty for a hidden one (`…@lid`), a group or anything that is not a JID,
 * since these do not contain a number.
 */
export function accountNumber(jid: string | undefined): { waId?: string } {
	const waId = jid === undefined ? undefined : jidNumber(jid);
	return waId === undefined ? {} : { waId };
}

/** Brazilian mobiles have had a ninth digit, a 9 before the number, since 2012 to 2016; older accounts have none. */
const BRAZIL = /^(55\d{2})(9?)([6-9]\d{7})$/;
/** Mexican mobiles had a 1 after the country code until 2019. */
const MEXICO = /^52(1?)(\d{10})$/;

/**
 * The other spelling under which WhatsApp may know a number: Brazil with or without the ninth digit, Mexico with or
 * without the 1. Undefined for all others.
 *
 * @param digits with country code
 */
export function otherSpelling(digits: string): string | undefined {
	const brazil = BRAZIL.exec(digits);
	if (brazil !== null) {
		const [, area = '', ninth, number = ''] = brazil;
		return ninth === '9' ? area + number : `${area}9${number}`;
	}
	const mexico = MEXICO.exec(digits);
	if (mexico === null) return undefined;
	const [, one, number = ''] = mexico;
	return one === '1' ? `52${number}` : `521${number}`;
}

/**
 * The digits of a contact's phone if it can have its own account; undefined for short, unreadable and extended numbers.
 */
export function accountDigits(phone: string): string | undefined {
	if (!/^\+\d+$/.test(phone)) return undefined;
	const reading = readPhone(phone);
	return reading.kind === 'international' && reading.e164 === phone ? reading.digits : undefined;
}

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
const MEXICO = /^(52)(1?)(\d{10})$/;
/** Argentinian mobiles have a 9 after the country code when they are called from abroad. */
const ARGENTINA = /^(54)(9?)([1-3]\d{9})$/;
const SPELLINGS: ReadonlyArray<readonly [pattern: RegExp, optional: string]> = [
	[BRAZIL, '9'],
	[MEXICO, '1'],
	[ARGENTINA, '9'],
];

/**
 * The other spelling under which WhatsApp may know a number: Brazil with or without the ninth digit, Mexico with or
 * without the 1, Argentina with or without the 9. Undefined for all others.
 *
 * @param digits with country code
 */
export function otherSpelling(digits: string): string | undefined {
	for (const [pattern, optional] of SPELLINGS) {
		const parts = pattern.exec(digits);
		if (parts === null) continue;
		const [, before = '', present, number = ''] = parts;
		return before + (present === '' ? optional : '') + number;
	}
	return undefined;
}

/** Most digits that a country has put into its numbers, or has taken out of them, at once. */
const MAX_INSERTED_DIGITS = 2;
/** Digits of a number without its area code, which no renumbering has parted. */
const SUBSCRIBER = 7;

/**
 * Whether a WhatsApp id can belong to a number: it is the same, or the same but for one or two digits between the country code
 * and the last seven. Those are the mobile digits of Brazil, Mexico and Argentina, and what countries put before their
 * numbers when they ran out, as Côte d'Ivoire and Benin did: WhatsApp may know the account by either.
 *
 * @param number digits with country code
 * @param waId digits of the id
 */
export function canBeIdOf(number: string, waId: string): boolean {
	if (number === waId) return true;
	const [shorter, longer] = number.length < waId.length ? [number, waId] : [waId, number];
	const inserted = longer.length - shorter.length;
	if (inserted === 0 || inserted > MAX_INSERTED_DIGITS) return false;
	for (let place = 2; place <= shorter.length - SUBSCRIBER; place += 1) {
		if (shorter === longer.slice(0, place) + longer.slice(place + inserted)) return true;
	}
	return false;
}

/**
 * The digits of a contact's phone if it can have its own account; undefined for short, unreadable and extended numbers.
 */
export function accountDigits(phone: string): string | undefined {
	if (!/^\+\d+$/.test(phone)) return undefined;
	const read = readPhone(phone);
	return read.kind === 'international' && read.e164 === phone ? read.digits : undefined;
}

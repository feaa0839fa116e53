/** What all WhatsApp servers have in common. */
import { hexId } from './ids';
import { SPECIAL_NUMBERS } from './specialNumbers';

/** WhatsApp's server for people. */
export const USER_SERVER = '@s.whatsapp.net';

/** A message ID like those of WhatsApp Web clients: 3EB0 and hexadecimal digits, the same in every run. */
export function messageId(provider: string, number: number, length = 32): string {
	return `3EB0${hexId(`${provider} ${String(number)}`, length - 4).toUpperCase()}`;
}

/** Whether a number has a WhatsApp account: every possible one does, except the documented one. */
export function isOnWhatsApp(number: string): boolean {
	return /^[1-9]\d{6,14}$/.test(number) && number !== SPECIAL_NUMBERS.notOnWhatsApp;
}

/** Whom a look-up names that answers with the id of somebody else. */
const ANOTHER = '12025550179';

/**
 * The number of the WhatsApp account, for any of its spellings; undefined if there is none. In Brazil, accounts in area
 * codes from 31 up have no ninth digit here, those below do; in Mexico, they have the 1 after the country code, in
 * Argentina the 9.
 */
export function accountOf(number: string): string | undefined {
	if (!isOnWhatsApp(number)) return undefined;
	const brazil = /^55(\d\d)9?([6-9]\d{7})$/.exec(number);
	if (brazil !== null) {
		const [, area = '', subscriber = ''] = brazil;
		return `55${area}${Number(area) < 31 ? '9' : ''}${subscriber}`;
	}
	const mexico = /^521?(\d{10})$/.exec(number);
	if (mexico !== null) return `521${mexico[1] ?? ''}`;
	const argentina = /^549?([1-3]\d{9})$/.exec(number);
	if (argentina !== null) return `549${argentina[1] ?? ''}`;
	return number === SPECIAL_NUMBERS.idOfAnother ? ANOTHER : number;
}

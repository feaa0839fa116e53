/** What all WhatsApp servers have in common. */
import { hexId } from './ids';
import { SPECIAL_NUMBERS } from './specialNumbers';

/** WhatsApp's server for persons. */
export const USER_SERVER = '@s.whatsapp.net';

/** A message id as WhatsApp Web clients make them: 3EB0 and hexadecimal digits, the same in every run. */
export function messageId(provider: string, number: number, length = 32): string {
	return `3EB0${hexId(`${provider} ${String(number)}`, length - 4).toUpperCase()}`;
}

/** Whether a number has a WhatsApp account: every possible one but the documented exception. */
export function isOnWhatsApp(number: string): boolean {
	return /^[1-9]\d{6,14}$/.test(number) && number !== SPECIAL_NUMBERS.notOnWhatsApp;
}

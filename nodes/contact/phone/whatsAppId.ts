/** WhatsApp's own id of an account: its number, in the spelling that WhatsApp has for it. */

import { readingsOf } from './readings';
import { jidNumber, onlyDigits, plainPhone } from './typed';

/**
 * A WhatsApp id as digits; people also write it with `+`, separators, a device or as a JID. It is international by what it
 * is: a possible length is enough, and a leading zero is none.
 *
 * @returns undefined where the text is no such id
 */
export function readWhatsAppId(text: string): string | undefined {
	const plain = plainPhone(text);
	const digits = onlyDigits(jidNumber(plain) ?? plain.replace(/:\d+$/, ''));
	if (digits === undefined) return undefined;
	const [reading] = readingsOf({ kind: 'international', digits }, undefined);
	// What would have to change to be a number is no id.
	return reading?.e164 === `+${digits}` ? digits : undefined;
}

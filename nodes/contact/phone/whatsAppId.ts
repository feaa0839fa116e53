/** WhatsApp's own id of an account: its number, in WhatsApp's spelling. */

import { readingsOf } from './readings';
import { jidNumber, onlyDigits, plainPhone } from './typed';

/**
 * A WhatsApp id as digits; people also write it with `+`, separators, a device or as a JID. It is always
 * international: a possible length is enough, and a leading zero makes it invalid.
 *
 * @returns undefined if the text is not such an id
 */
export function readWhatsAppId(text: string): string | undefined {
	const plain = plainPhone(text);
	const digits = onlyDigits(jidNumber(plain) ?? plain.replace(/:\d+$/, ''));
	if (digits === undefined) return undefined;
	const [reading] = readingsOf({ kind: 'international', digits }, undefined);
	// Digits that would have to change to be a number are not an id.
	return reading?.e164 === `+${digits}` ? digits : undefined;
}

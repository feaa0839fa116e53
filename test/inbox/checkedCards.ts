import { checkCard } from '../../sandbox/inbox/check/cardCheck';
import type { CardCheck, CheckedContact } from '../../sandbox/inbox/check/finding';
import type { CardPhoto } from '../../sandbox/inbox/photo';
import { namedContact, type CardContact } from '../../sandbox/toolkit/contact';
import { readVcard, vcardLines } from '../../sandbox/toolkit/vcard';

export const TEL = 'TEL;type=CELL;waid=447700900302:+44 7700 900302';

/** A contact as it arrives in a vCard 3.0 with these lines. */
export function inVcard(...lines: string[]): CheckedContact {
	const text = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
	return { contact: readVcard(text), lines: vcardLines(text), photo: null };
}

/** A contact that a service takes in fields. */
export function inFields(changes: Partial<CardContact>): CheckedContact {
	return { contact: { ...namedContact('Zoë Lindqvist'), ...changes }, lines: null, photo: null };
}

export function withPhoto(photo: CardPhoto): CheckedContact {
	return { ...inVcard('N:Lindqvist;Zoë;;;', 'FN:Zoë Lindqvist', TEL), photo };
}

export function check(contact: CheckedContact, network = 'WhatsApp'): CardCheck {
	return checkCard({ network, copy: 1, contacts: [contact] });
}

export const WHOLE = inVcard('N:Lindqvist;Zoë;;;', 'FN:Zoë Lindqvist', TEL);
export const named = (name: string) => inVcard('N:Lindqvist;Zoë;;;', `FN:${name}`, TEL);
export const phoned = (...phones: CardContact['phones']) => inFields({ phones });

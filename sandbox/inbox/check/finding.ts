/** What the check of a card found. */
import type { CardContact } from '../../toolkit/contact';
import type { VcardLine } from '../../toolkit/vcard';
import type { CardPhoto } from '../photo';

/** A card as the check looks at it. */
export interface CheckedCard {
	/** Where it arrives: WhatsApp, iMessage, Telegram. */
	network: string;
	/** How many times this very card has come, this one included. */
	copy: number;
	contacts: readonly CheckedContact[];
}

export interface CheckedContact {
	contact: CardContact;
	/** The lines of its vCard; null where the service takes fields and builds the card itself. */
	lines: readonly VcardLine[] | null;
	photo: CardPhoto | null;
}

/**
 * `problem`: the recipient cannot use a part of the card, or is misled by it. `warning`: a part is missing or shown
 * worse than it could be. `note`: worth knowing. `fine`: shown as it should be.
 */
export type Level = 'problem' | 'warning' | 'note' | 'fine';

export interface Finding {
	rule: string;
	level: Level;
	/** What the phone shows or does not show. */
	shows: string;
	/** Why, and what to change; '' where all is well. */
	why: string;
	/** The contact it is about, from 1; 0 is the whole card. */
	contact: number;
}

export interface CardCheck {
	/** 0 to 100: each problem takes 30, each warning 10. Of several contacts the weakest counts. */
	score: number;
	findings: Finding[];
}

/** A finding before it is known which rule and contact it belongs to. */
export type Verdict = Omit<Finding, 'rule' | 'contact'>;

export function problem(shows: string, why: string): Verdict[] {
	return [{ level: 'problem', shows, why }];
}

export function warning(shows: string, why: string): Verdict[] {
	return [{ level: 'warning', shows, why }];
}

export function note(shows: string, why: string): Verdict[] {
	return [{ level: 'note', shows, why }];
}

export function fine(shows: string): Verdict[] {
	return [{ level: 'fine', shows, why: '' }];
}

/** A text that a stranger wrote, short enough for a sentence. */
export function shorten(text: string): string {
	const characters = [...text];
	return characters.length <= 60 ? text : `${characters.slice(0, 60).join('')}…`;
}

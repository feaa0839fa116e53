/** What the check of a card found. */
import type { CardContact } from '../../toolkit/contact';
import type { VcardLine } from '../../toolkit/vcard';
import type { CardPhoto } from '../photo';

/** A card to check. */
export interface CheckedCard {
	/** Where it arrives: WhatsApp, iMessage, Telegram. */
	network: string;
	/** How many times this exact card has arrived, including this one. */
	copy: number;
	contacts: readonly CheckedContact[];
}

export interface CheckedContact {
	contact: CardContact;
	/** The lines of its vCard; null if the service accepts fields and builds the card itself. */
	lines: readonly VcardLine[] | null;
	photo: CardPhoto | null;
}

/**
 * `problem`: the recipient cannot use a part of the card, or is misled by it. `warning`: a part is missing, or not shown as
 * well as it could be. `note`: worth knowing. `fine`: shown as it should be.
 */
export type Level = 'problem' | 'warning' | 'note' | 'fine';

export interface Finding {
	rule: string;
	level: Level;
	/** What the phone shows, or fails to show. */
	shows: string;
	/** Why, and what to change; '' if all is well. */
	why: string;
	/** The contact that it is about, from 1; 0 means the whole card. */
	contact: number;
}

export interface CardCheck {
	/** 0 to 100: each problem costs 30, each warning 10. With several contacts, the worst counts. */
	score: number;
	findings: Finding[];
}

/** A finding without its rule and contact. */
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

/** An untrusted text, shortened for a sentence. */
export function shorten(text: string): string {
	const characters = [...text];
	return characters.length <= 60 ? text : `${characters.slice(0, 60).join('')}…`;
}

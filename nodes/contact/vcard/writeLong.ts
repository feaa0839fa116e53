import type { Contact } from '../contact';
import { escapeUri } from './escape';
import { FOLD, foldContinuation } from './fold';
import type { Turns } from './turns';
import { END, keepWritten, writeVCard } from './write';

/** Characters of a picture that are written in one step, which takes a few milliseconds. */
const STEP = 1_048_576;
/** Contacts that take a few milliseconds to write. */
const MANY = 500;
/** Characters at the start of a photo that include everything before its base64. */
const START = 1000;

/** A contact as `writeVCard` writes it, in pieces, each of which takes a few milliseconds however long its photo is. */
export function* writeInPieces(contact: Contact): Generator<string, void, undefined> {
	const { photo } = contact;
	if (photo === undefined || photo.length <= STEP || !photo.startsWith('data:')) {
		yield writeVCard(contact);
		return;
	}
	// The photo is the last property: the card with its beginning shows where it begins and how it is folded
	const beginning = writeVCard({ ...contact, photo: photo.slice(0, START) });
	const lastLine = beginning.lastIndexOf(FOLD) + FOLD.length;
	yield beginning.slice(0, lastLine);
	let line = beginning.slice(lastLine, -END.length);
	for (let at = START; at < photo.length; at += STEP) {
		const { lines, rest } = foldContinuation(line + escapeUri(photo.slice(at, at + STEP)));
		yield lines;
		line = rest;
	}
	yield line + END;
}

/**
 * Writes contacts in steps if there are many or they have a long photo, so that `writeVCard`, which the requests of
 * providers are built from, has their cards at once.
 */
export async function writeAhead(contacts: readonly Contact[], turns: Turns): Promise<void> {
	for (const contact of contacts) {
		if (contacts.length < MANY && (contact.photo?.length ?? 0) <= STEP) continue;
		let card = '';
		if (turns.shouldYield) await turns.yieldNow();
		for (const piece of writeInPieces(contact)) {
			card += piece;
			if (turns.shouldYield) await turns.yieldNow();
		}
		keepWritten(contact, card);
	}
}

import type { Contact } from '../contact';
import type { Turns } from './read';
import { escapeUri } from './escape';
import { FOLD, foldContinuation } from './fold';
import { END, keepWritten, writeVCard } from './write';

/** Characters of a picture that are written in one step, which takes some milliseconds. */
const STEP = 1_048_576;
/** Characters of a photo with all that stands before its base64 in them. */
const START = 1000;

/** A contact as `writeVCard` writes it, in pieces, each of which takes some milliseconds however long its photo is. */
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
 * Writes a contact with a long photo in steps, so that `writeVCard`, of which the requests of providers are made, has it
 * at once. Nothing to do for others.
 */
export async function writeAhead(contact: Contact, turns: Turns): Promise<void> {
	if (contact.photo === undefined || contact.photo.length <= STEP) return;
	let text = '';
	await turns.yieldNow();
	for (const piece of writeInPieces(contact)) {
		text += piece;
		if (turns.shouldYield) await turns.yieldNow();
	}
	keepWritten(contact, text);
}

import { finish } from '../../eventLoop/longTask';
import { decodeSteps } from './charset';
import { beginBehindWords, cardLimit } from './limit';
import { hasLiteralBreaks } from './literalBreaks';
import { PhysicalLines } from './physicalLines';
import { VCardReader } from './reader';
import type { Turns } from './turns';
import type { VCardFile } from './vcardFile';

export type { Turns, VCardFile };

/** Characters of a text that are checked together. */
const PIECE = 262_144;

/** Whether a text is a vCard file or contains one: whether one of its lines begins a card. */
export function isVCard(text: string): boolean {
	if (hasLiteralBreaks(text)) return true;
	const lines = new PhysicalLines(text);
	while (!lines.isDone) {
		let found = cardLimit(lines.current.trim());
		while (found?.limit === 'END') found = cardLimit(found.rest);
		if (found !== undefined) return true;
		// Words that end with the name of the limit only mention it
		if (beginBehindWords(lines.current) !== undefined) return !/BEGIN:VCARD\s*$/i.test(text);
		lines.advance();
	}
	return false;
}

/**
 * The contacts in a text of vCards 2.1, 3.0 and 4.0 as programs write them, in linear time.
 * Never throws. Lines in messages count from 1. A text for which `isVCard` is false returns no contact.
 */
export function readVCards(text: string): VCardFile {
	const reader = new VCardReader();
	const steps = reader.read(text);
	while (steps.next().done !== true);
	return reader.file();
}

/** Like {@link readVCards}, but yields regularly, however long the text or one of its values is. */
export async function readLongVCards(text: string, turns: Turns): Promise<VCardFile> {
	const reader = new VCardReader();
	await finish(reader.read(text.slice(0, PIECE), piecesOf(text)), turns);
	return reader.file();
}

/**
 * Like {@link readLongVCards}, from the bytes of a file in any charset (see `decodeVCardFile`), which is never in
 * memory as one text.
 */
export async function readVCardFile(bytes: Uint8Array, turns: Turns): Promise<VCardFile> {
	const pieces = decodeSteps(bytes);
	let first = pieces.next();
	// Its charset is detected first
	while (first.done !== true && first.value === '') {
		if (turns.shouldYield) await turns.yieldNow();
		first = pieces.next();
	}
	const reader = new VCardReader();
	await finish(reader.read(first.done === true ? '' : first.value, pieces), turns);
	return reader.file();
}

/** A text after its first piece, in pieces. */
function* piecesOf(text: string): Generator<string, void, undefined> {
	for (let at = PIECE; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

import { decodeSteps } from './charset';
import { beginBehindWords, cardLimit } from './limit';
import { hasLiteralBreaks } from './literalBreaks';
import { PhysicalLines } from './physicalLines';
import { VCardReader } from './reader';
import type { VCardFile } from './vcardFile';

export type { VCardFile };

/** What a {@link LongTask} gives those who work in steps. */
export interface Turns {
	/** Whether the current slice is used up. */
	readonly shouldYield: boolean;
	yieldNow(): Promise<void>;
}

/** Whether a text is a vCard file or contains one: whether one of its lines begins a card. */
export function isVCard(text: string): boolean {
	if (hasLiteralBreaks(text)) return true;
	const lines = new PhysicalLines(text);
	while (!lines.isDone) {
		let found = cardLimit(lines.current.trim());
		while (found?.limit === 'END') found = cardLimit(found.rest);
		if (found !== undefined) return true;
		// Words that end with the name of the limit only talk about it
		if (beginBehindWords(lines.current) !== undefined) return !/BEGIN:VCARD\s*$/i.test(text);
		lines.advance();
	}
	return false;
}

/**
 * The contacts in a text of vCards 2.1, 3.0 and 4.0 as programs write them, in time linear to the text.
 * Never throws. Lines in messages count from 1. A text for which `isVCard` is false gives no contact.
 */
export function readVCards(text: string): VCardFile {
	const reader = new VCardReader();
	const steps = reader.read(text);
	while (steps.next().done !== true);
	return reader.file();
}

/** As {@link readVCards}, giving way in between however long the text or one of its values is. */
export async function readLongVCards(text: string, turns: Turns): Promise<VCardFile> {
	const reader = new VCardReader();
	await finish(reader.read(text), turns);
	return reader.file();
}

/**
 * As {@link readLongVCards}, from the bytes of a file in any charset (see `decodeVCardFile`), which is never in memory as
 * one text.
 */
export async function readVCardFile(bytes: Uint8Array, turns: Turns): Promise<VCardFile> {
	const reader = new VCardReader();
	let waiting: string[] = [];
	for (const piece of decodeSteps(bytes)) {
		if (turns.shouldYield) await turns.yieldNow();
		const end = endOfCards(piece);
		if (end === 0) {
			waiting.push(piece);
			continue;
		}
		const text = [...waiting, piece.slice(0, end)].join('');
		waiting = [piece.slice(end)];
		await finish(reader.read(text), turns);
	}
	await finish(reader.read(waiting.join('')), turns);
	return reader.file();
}

/** Where the last card of a piece of a file begins after a whole one; 0 where none does. */
function endOfCards(piece: string): number {
	for (const begin of ['BEGIN:VCARD', 'begin:vcard']) {
		const at = piece.lastIndexOf(begin);
		if (at > 0 && /END:VCARD[\s,;"]*$/i.test(piece.slice(Math.max(0, at - 100), at))) return at;
	}
	return 0;
}

/** Takes all steps, with turns for others in between. */
async function finish(steps: Generator<void, void, undefined>, turns: Turns): Promise<void> {
	while (steps.next().done !== true) if (turns.shouldYield) await turns.yieldNow();
}

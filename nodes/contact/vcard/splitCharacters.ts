import { isContinuation, isFold } from './lineBytes';

const LF = 0x0a;
const CR = 0x0d;
/** Bytes that are checked in one step. */
const STEP = 1_048_576;

/** The bytes with every fold inside a UTF-8 character moved after the character. */
export function* moveSplitCharacters(bytes: Uint8Array): Generator<string, Uint8Array, undefined> {
	const moved = Uint8Array.from(bytes);
	for (let at = 0; at < bytes.length; at++) {
		if (at % STEP === STEP - 1) yield '';
		if (!isFold(bytes, at)) continue;
		const start = bytes[at] === LF && bytes[at - 1] === CR ? at - 1 : at;
		const end = at + 2;
		let next = end;
		while (isContinuation(bytes[next]) && next < end + 3) next++;
		if (next === end || (bytes[start - 1] ?? 0) < 0x80) continue;
		moved.set(bytes.subarray(end, next), start);
		moved.set(bytes.subarray(start, end), start + next - end);
	}
	return moved;
}

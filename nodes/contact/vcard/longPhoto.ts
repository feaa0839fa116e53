import { isBase64, paddingOf } from './base64';
import type { Property } from './property';

/** Digits of base64 that are looked at in one step; whole bytes. */
const STEP = 1_048_576;
/** What is no picture and no address. */
const DAMAGED = '!';
/** Characters that tell one photo from another. */
const START = 1000;
const DATA_URI = /^\s*data:[^,]{0,200}$/i;

/**
 * Looks at the value of a long photo in steps: where it is base64 and nothing else, perhaps in a data URI, it becomes
 * `checked`, without white space, and `value` keeps its beginning. Anything else of that length is no photo.
 */
export function* checkPhoto(photo: Property): Generator<void, void, undefined> {
	const { value } = photo;
	const comma = value.slice(0, 300).indexOf(',') + 1;
	const head = comma > 0 && DATA_URI.test(value.slice(0, comma - 1)) ? value.slice(0, comma) : '';
	const pieces: string[] = [];
	let rest = '';
	for (let at = head.length; at < value.length; at += STEP) {
		const text = rest + value.slice(at, at + STEP).replace(/\s+/g, '');
		const isLast = at + STEP >= value.length;
		const whole = isLast ? text.length : text.length - (text.length % 4);
		const piece = text.slice(0, whole);
		rest = text.slice(whole);
		if (piece !== '' && (!isBase64(piece) || (!isLast && paddingOf(piece) > 0))) {
			photo.value = DAMAGED;
			return;
		}
		pieces.push(piece);
		yield;
	}
	const [first = ''] = pieces;
	photo.value = head + first.slice(0, START);
	// Not joined: that takes long, and whoever needs the picture as a whole does it
	photo.checked = { head, base64: pieces.reduce((whole, piece) => whole + piece, '') };
}

import { isBase64, paddingOf } from './base64';
import type { Property } from './property';

/** Digits of base64 that are looked at in one step; whole bytes. */
const STEP = 1_048_576;
/** What is no picture and no address. */
const DAMAGED = '!';
const DATA_URI = /^\s*data:[^,]{0,200}$/i;

/**
 * Looks at the value of a long photo in steps: marks it as base64 where it is nothing else, without the white space in
 * it. Anything else of that length is no photo.
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
	photo.value = head + pieces.join('');
	photo.isBase64 = true;
}

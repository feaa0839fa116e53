import { finish } from '../../eventLoop/longTask';
import type { ReadContact } from '../contact';
import { isBase64, paddingOf } from './base64';
import { piecesOf, STEP } from './longValue';
import { readPhoto } from './photo';
import type { Property } from './property';
import type { Turns } from './turns';

/** Neither a picture nor an address. */
const DAMAGED = '!';
/** Characters that tell one photo from another. */
const START = 1000;
const DATA_URI = /^\s*data:[^,]{0,200}$/i;

/**
 * Looks at the value of a long photo in steps: if it is only base64, perhaps in a data URI, it becomes
 * `checked`, without white space, and `value` keeps its beginning. Anything else of that length is not a photo.
 */
export function* checkPhoto(photo: Property): Generator<void, void, undefined> {
	const { value, rest = [] } = photo;
	const comma = value.slice(0, 300).indexOf(',') + 1;
	const head = comma > 0 && DATA_URI.test(value.slice(0, comma - 1)) ? value.slice(0, comma) : '';
	const pieces: string[] = [];
	let open = '';
	let isPadded = false;
	delete photo.rest;
	for (const part of piecesOf([value.slice(head.length), ...rest])) {
		const text = open + part.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/');
		const whole = text.length - (text.length % 4);
		const piece = text.slice(0, whole);
		open = text.slice(whole);
		if (text !== '' && (isPadded || (piece !== '' && !isBase64(piece)))) {
			photo.value = DAMAGED;
			return;
		}
		isPadded = paddingOf(piece) > 0;
		pieces.push(piece);
		yield;
	}
	if (open !== '') {
		photo.value = DAMAGED;
		return;
	}
	const [first = ''] = pieces;
	photo.value = head + first.slice(0, START);
	// Not joined: that takes long, and callers that need the whole picture do it
	photo.checked = { head, base64: pieces.reduce((whole, piece) => whole + piece, '') };
}

/**
 * A draft whose long picture was checked in steps, with {@link ReadContact.isPhotoChecked} set; any other unchanged.
 */
export async function withCheckedPhoto(contact: ReadContact, turns: Turns): Promise<ReadContact> {
	const { draft, isPhotoChecked } = contact;
	const given = draft.photo ?? '';
	if (isPhotoChecked === true || given.length <= STEP) return contact;
	if (!/^\s*data:/i.test(given)) return contact;
	const property: Property = {
		...{ line: 0, group: '', name: 'PHOTO', parameters: [], encoding: undefined },
		...{ value: given.trim(), isBase64: false },
	};
	const steps = checkPhoto(property);
	await finish(steps, turns);
	const photo = readPhoto(property);
	return typeof photo === 'string'
		? { ...contact, draft: { ...draft, photo }, isPhotoChecked: true }
		: { ...contact, draft: { ...draft, photo: DAMAGED } };
}

/** A contact as a QR code. */

import { encode } from 'uqr';

import { leftOut, missing } from '../carried/losses';
import { mostThatFits } from '../carried/mostThatFits';
import type { CompletedContact } from '../contact/complete';
import type { Contact, FieldWarning } from '../contact/contact';
import { writeVCard } from '../contact/vcard/write';
import { InputError } from '../failures/inputError';
import { writePng } from './png';

/** How much of a code may be missing: about 7, 15, 25 and 30 percent. */
export const ERROR_CORRECTIONS = ['L', 'M', 'Q', 'H'] as const;

export type ErrorCorrection = (typeof ERROR_CORRECTIONS)[number];

/** Bytes in the largest code, version 40 (ISO/IEC 18004, table 7). */
export const MAX_BYTES: Readonly<Record<ErrorCorrection, number>> = {
	L: 2953,
	M: 2331,
	Q: 1663,
	H: 1273,
};
/** Modules of the light margin around the code (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

/** The encoder compares all masks, which takes long for a large code; every reader accepts any of them. */
const BEST_MASK = -1;
const FIXED_MASK = 0;
/** Up to this many bytes, masks are compared. */
const MAX_TO_COMPARE = 300;

export interface QrCode {
	png: Buffer;
	warnings: FieldWarning[];
}

/**
 * The vCard of a contact as a QR code, without its photo. What does not fit into the largest code is left out, the
 * least useful first.
 *
 * @param size least width and height in pixels; a code with more modules than that is larger, a pixel a module
 * @throws InputError if the name alone does not fit
 */
export function qrCode(
	{ contact, warnings }: CompletedContact,
	errorCorrection: ErrorCorrection,
	size: number,
): QrCode {
	const { photo: _photo, ...without } = contact;
	const most = MAX_BYTES[errorCorrection];
	const fits = (shorter: Contact) => Buffer.byteLength(writeVCard(shorter)) <= most;
	const fitted = mostThatFits(without, fits);
	if (!fits(fitted)) {
		throw new InputError('The name of the contact is too long for a QR code', {
			field: 'name',
			fix: 'Shorten it.',
		});
	}
	const text = writeVCard(fitted);
	const { data } = encode(text, {
		ecc: errorCorrection,
		border: QUIET_ZONE,
		boostEcc: true,
		maskPattern: Buffer.byteLength(text) <= MAX_TO_COMPARE ? BEST_MASK : FIXED_MASK,
	});
	return {
		png: writePng(enlarged(data, size)),
		warnings: [
			...warnings,
			...leftOut(missing(contact, without), 'A QR code has no room for pictures'),
			...leftOut(
				missing(without, fitted),
				`A QR code holds at most ${most.toLocaleString('en')} bytes with this error correction`,
			),
		],
	};
}

/** A code in the middle of a picture of that many pixels, each module a square of whole pixels. */
function enlarged(modules: ReadonlyArray<readonly boolean[]>, size: number): boolean[][] {
	const scale = Math.max(1, Math.floor(size / modules.length));
	const side = Math.max(size, modules.length);
	const margin = Math.floor((side - modules.length * scale) / 2);
	const moduleAt = (pixel: number) => Math.floor((pixel - margin) / scale);
	const columns = Array.from({ length: side }, (_, x) => moduleAt(x));
	const light = columns.map(() => false);
	const rows = modules.map((row) => columns.map((column) => row[column] === true));
	return Array.from({ length: side }, (_, y) => rows[moduleAt(y)] ?? light);
}

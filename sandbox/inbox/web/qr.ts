/** QR codes of vCards. */
import { encode } from 'uqr';

/** A QR code as a square of modules, true for black, without the quiet zone around it. */
export type QrCode = boolean[][];

/** Maximum bytes in a QR code, at the lowest error correction (ISO/IEC 18004, version 40-L). */
export const MAX_QR_BYTES = 2953;

/** The QR code of a vCard without its photo, which would not fit; null if it is still too long. */
export function qrOf(vcard: string): QrCode | null {
	const text = withoutPhoto(vcard);
	if (new TextEncoder().encode(text).length > MAX_QR_BYTES) return null;
	return encode(text, { border: 0, boostEcc: true }).data;
}

/** A vCard without the lines of its photo, including folded ones. */
export function withoutPhoto(vcard: string): string {
	return vcard.replace(/^(?:[\w-]+\.)?PHOTO[;:].*(?:\r?\n[ \t].*)*\r?\n/gim, '');
}

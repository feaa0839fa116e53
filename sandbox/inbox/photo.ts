/** The photo in a vCard. */
import type { VcardLine } from '../toolkit/vcard';

/** A card's photo as a phone would read it. */
export type CardPhoto =
	/** Only a link, which no app loads. */
	| { kind: 'address'; address: string }
	| { kind: 'image'; mediaType: string; base64: string; bytes: number }
	/** Something that isn't a picture. */
	| { kind: 'unreadable' };

/** The first bytes of each file type, in hexadecimal; WebP has its length in between. */
const SIGNATURES: ReadonlyArray<readonly [mediaType: string, start: RegExp]> = [
	['image/jpeg', /^ffd8ff/],
	['image/png', /^89504e470d0a1a0a/],
	['image/gif', /^474946383[79]61/],
	['image/webp', /^52494646.{8}57454250/],
];

/** The photo of a vCard, if it has one. Its bytes determine the type, never the card. */
export function photoOf(lines: readonly VcardLine[]): CardPhoto | null {
	const value = lines.find(({ name }) => name === 'PHOTO')?.value.trim();
	if (value === undefined || value === '') return null;
	const [, inData] = /^data:[^,]*;base64,(.*)$/is.exec(value) ?? [];
	if (inData === undefined && /^[a-z][a-z0-9+.-]*:/i.test(value)) {
		return { kind: 'address', address: value };
	}
	const base64 = (inData ?? value).replace(/\s/g, '');
	const bytes = Buffer.from(base64, 'base64');
	const start = bytes.subarray(0, 16).toString('hex');
	const [mediaType] = SIGNATURES.find(([, signature]) => signature.test(start)) ?? [];
	return mediaType === undefined
		? { kind: 'unreadable' }
		: { kind: 'image', mediaType, base64: bytes.toString('base64'), bytes: bytes.length };
}

/** The photo for the page. */
export function dataUri(photo: CardPhoto | null): string | null {
	return photo?.kind === 'image' ? `data:${photo.mediaType};base64,${photo.base64}` : null;
}

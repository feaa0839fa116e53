import type { FieldWarning } from '../contact';
import { isBase64, paddingOf } from './base64';
import { decodeValue } from './encodings';
import { escapeUri, unescapeText } from './escape';
import { formatOf, isFormat } from './pictureFormat';
import type { CheckedPhoto, Property } from './property';

/** Why a `PHOTO` cannot be used; completes "PHOTO … and was left out". */
interface PhotoProblem {
	problem: string;
}

const WEB_ADDRESS = /^https?:\/\/(?=\S)/i;
const DATA_URI = /^data:/i;
/** Bytes of a picture that is taken from a file or from the web: what phones can show needs far less. */
export const MAX_PHOTO_BYTES = 5 * 1024 * 1024;
/** Longer than the start of any data URI, its parameters included. */
const START = 1000;

const NEITHER: PhotoProblem = { problem: 'is neither a picture nor a web address' };
const UNKNOWN: PhotoProblem = { problem: 'is not a picture in a known format' };

/**
 * A `PHOTO` as a web address or a base64 data URI (RFC 2426, 3.1.4; RFC 6350, 6.2.4), judged by its value, whatever
 * its parameters say; the format of a picture comes from its bytes, else from what the card says.
 */
export function readPhoto(property: Property): string | PhotoProblem {
	if (property.checked !== undefined) return readChecked(property, property.checked);
	const isQuoted = property.encoding === 'QUOTED-PRINTABLE';
	const value = isQuoted ? decodeValue(property).trim() : property.value.trim();
	const start = unescapeText(value.slice(0, START));
	const scheme = WEB_ADDRESS.exec(start)?.[0];
	if (scheme !== undefined) {
		const address = unescapeText(value);
		return /\s/.test(address) ? NEITHER : scheme.toLowerCase() + address.slice(scheme.length);
	}
	if (DATA_URI.test(start)) return readDataUri(value);
	return picture(declaredFormats(property), property.isBase64 ? value : readBase64(value));
}

/** The parameters and the value of a `PHOTO` line. */
export function writePhoto(photo: string): string {
	const [start = '', mediaType = ''] = /^data:([a-z0-9./+-]+);base64,/.exec(photo) ?? [];
	if (start === '') return `;VALUE=uri:${escapeUri(photo)}`;
	const subtype = mediaType.replace('image/', '');
	// A subtype that a reader would misread or not recognise is written in full
	const type = subtype !== 'jpg' && isFormat(subtype) ? subtype.toUpperCase() : mediaType;
	return `;ENCODING=b;TYPE=${type}:${escapeUri(photo.slice(start.length))}`;
}

/** Whether the photo of a contact is a web address, and not the picture itself. */
export function isWebPhoto(photo: string | undefined): photo is string {
	return photo !== undefined && WEB_ADDRESS.test(photo);
}

/** The warning about a photo in a vCard that phones will not show: no phone fetches a picture from the web. */
export function photoWarnings(photo: string | undefined): FieldWarning[] {
	if (!isWebPhoto(photo)) return [];
	return [
		{
			field: 'photo',
			message:
				'The photo is a web address, which phones do not show. Set the option Embed Photos to put the picture into the card',
		},
	];
}

/** RFC 2397, 2: media type, parameters, `base64`, a comma, the data. The format by its bytes, else by the media type. */
export function readDataUri(uri: string): string | PhotoProblem {
	const comma = uri.indexOf(',') + 1;
	const mediaType = mediaTypeOf(uri.slice(0, comma));
	return mediaType === undefined ? NEITHER : picture([mediaType], readBase64(uri.slice(comma)));
}

/** The media type before the data of a URI, up to the comma. Undefined if the data is not base64. */
function mediaTypeOf(head: string): string | undefined {
	// A comma in a text value is escaped
	const text = head.replace(/[\\,]/g, '').trim().slice('data:'.length).toLowerCase();
	const [mediaType = '', ...parameters] = text.split(';').map((part) => part.trim());
	return parameters.at(-1) === 'base64' ? mediaType : undefined;
}

/** A long picture that is known to be base64: only its beginning is checked. */
function readChecked(property: Property, { head, base64 }: CheckedPhoto): string | PhotoProblem {
	const start = property.value.slice(head.length);
	if (head === '') return picture(declaredFormats(property), base64, start);
	const mediaType = mediaTypeOf(head);
	return mediaType === undefined ? NEITHER : picture([mediaType], base64, start);
}

function declaredFormats({ parameters }: Property): string[] {
	return parameters
		.filter(({ name }) => name === 'MEDIATYPE' || name === 'TYPE')
		.flatMap(({ value }) => value.toLowerCase().split(','))
		.map((value) => value.trim());
}

/** A data URI with the format of the bytes, else with the first declared word that is a format. */
function picture(
	declared: readonly string[],
	base64: string | undefined,
	start = base64,
): string | PhotoProblem {
	if (base64 === undefined || start === undefined) return NEITHER;
	const format =
		formatOf(start) ?? declared.map(subtypeOf).find((subtype) => subtype !== undefined);
	return format === undefined ? UNKNOWN : `data:image/${format};base64,${base64}`;
}

/** `jpeg` for `jpeg`, `jpg` and `image/jpeg`. Undefined for words that are not picture formats. */
function subtypeOf(word: string): string | undefined {
	const [, subtype] = /^image\/([a-z0-9.+-]+)$/.exec(word) ?? [];
	if (subtype !== undefined) return subtype;
	if (!isFormat(word)) return undefined;
	return word === 'jpg' ? 'jpeg' : word;
}

/** Base64 without line breaks, from either alphabet (RFC 4648, 4 and 5). Undefined if it is damaged. */
function readBase64(value: string): string | undefined {
	if (isBase64(value)) return value;
	const base64 = value.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/');
	const digits = base64.slice(0, base64.length - paddingOf(base64));
	return digits === '' || /[^A-Za-z0-9+/]/.test(digits) ? undefined : base64;
}

/** The data URI of a picture in a file, judged by its bytes. Undefined if it is not a format that phones show. */
export function pictureUri(file: Buffer): string | undefined {
	const base64 = file.toString('base64');
	const format = formatOf(base64);
	return format === undefined || !SHOWN.has(format)
		? undefined
		: `data:image/${format};base64,${base64}`;
}

/** Formats that phones show in a contact. */
const SHOWN = new Set(['jpeg', 'png', 'gif', 'webp', 'bmp']);

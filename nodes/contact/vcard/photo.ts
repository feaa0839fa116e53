import { isBase64, paddingOf } from './base64';
import { escapeUri, unescapeText } from './escape';
import { parameter, type Property } from './property';

/** What the first characters of a picture in base64 say about its format. */
const SIGNATURES = [
	['/9j/', 'jpeg'],
	['iVBOR', 'png'],
	['R0lGOD', 'gif'],
	['UklGR', 'webp'],
	['Qk', 'bmp'],
] as const;

const WEB_ADDRESS = /^https?:\/\/(?=\S)/i;
const DATA_URI = /^data:/i;
const SUBTYPE = /^[a-z0-9.+-]+$/;

/** What a `TYPE` calls a format where its media type has another name. */
const FORMATS = new Map([['jpg', 'jpeg']]);

/**
 * A `PHOTO` as a web address or a base64 data URI (RFC 2426, 3.1.4; RFC 6350, 6.2.4).
 * Undefined where it is neither: another kind of address, no picture, damaged base64.
 */
export function readPhoto(property: Property): string | undefined {
	const value = property.value.trim();
	if (property.encoding !== 'BASE64') {
		const uri = unescapeText(value);
		const scheme = WEB_ADDRESS.exec(uri)?.[0];
		if (scheme !== undefined) {
			return /\s/.test(uri) ? undefined : scheme.toLowerCase() + uri.slice(scheme.length);
		}
		if (DATA_URI.test(uri)) return readDataUri(uri);
	}
	return dataUri(declaredType(property), property.isBase64 ? value : readBase64(value));
}

/** The parameters and the value of a `PHOTO` line. */
export function writePhoto(photo: string): string {
	const [start = '', mediaType = ''] = /^data:([a-z0-9./+-]+);base64,/.exec(photo) ?? [];
	if (start === '') return `;VALUE=uri:${escapeUri(photo)}`;
	const subtype = mediaType.replace('image/', '');
	// A subtype that a reader would take for another format is written in full
	const type = FORMATS.has(subtype) ? mediaType : subtype.toUpperCase();
	return `;ENCODING=b;TYPE=${type}:${escapeUri(photo.slice(start.length))}`;
}

/** The data URI of a picture in a file, by what its bytes say. Undefined where they are none that phones show. */
export function pictureUri(file: Buffer): string | undefined {
	const base64 = file.toString('base64');
	const [, format] = SIGNATURES.find(([start]) => base64.startsWith(start)) ?? [];
	if (format === undefined) return undefined;
	// Other files begin with the same letters: RIFF is also a sound, BM any text
	if (format === 'webp' && file.toString('latin1', 8, 12) !== 'WEBP') return undefined;
	if (format === 'bmp' && file.toString('hex', 6, 10) !== '00000000') return undefined;
	return `data:image/${format};base64,${base64}`;
}

/** RFC 2397, 2: media type, parameters, `base64`, a comma, the data. */
function readDataUri(uri: string): string | undefined {
	const comma = uri.indexOf(',');
	const [mediaType = '', ...parameters] = uri.slice('data:'.length, comma).toLowerCase().split(';');
	if (parameters.at(-1) !== 'base64' || !mediaType.startsWith('image/')) return undefined;
	return dataUri(imageType(mediaType), readBase64(uri.slice(comma + 1)));
}

function declaredType(property: Property): string | undefined {
	const declared = parameter(property, 'MEDIATYPE') ?? parameter(property, 'TYPE');
	return declared === undefined ? undefined : imageType(declared.toLowerCase());
}

/** `image/jpeg` for `jpeg`, `jpg` and `image/jpeg`. */
function imageType(name: string): string | undefined {
	const subtype = name.startsWith('image/')
		? name.slice('image/'.length)
		: (FORMATS.get(name) ?? name);
	return SUBTYPE.test(subtype) ? `image/${subtype}` : undefined;
}

function dataUri(mediaType: string | undefined, base64: string | undefined): string | undefined {
	if (base64 === undefined) return undefined;
	const [, format] = SIGNATURES.find(([start]) => base64.startsWith(start)) ?? [];
	const type = mediaType ?? (format && `image/${format}`);
	return type && `data:${type};base64,${base64}`;
}

/** Base64 without line breaks, from either alphabet (RFC 4648, 4 and 5). Undefined where it is damaged. */
function readBase64(value: string): string | undefined {
	if (isBase64(value)) return value;
	const base64 = value.replace(/\s+/g, '').replace(/-/g, '+').replace(/_/g, '/');
	const digits = base64.slice(0, base64.length - paddingOf(base64));
	return digits === '' || /[^A-Za-z0-9+/]/.test(digits) ? undefined : base64;
}

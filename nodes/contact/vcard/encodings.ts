import { parameter, type Property } from './property';

/** Also the decoder of ISO-8859-1 and US-ASCII, and of text that says nothing and is not UTF-8. */
const WINDOWS_1252 = 'windows-1252';

/** The characters of Windows-1252 from 0x80 on, which some releases of Node.js leave unchanged. */
const WINDOWS_1252_80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const C1_CONTROLS = /[\u0080-\u009f]/g;

const UTF_8 = new TextDecoder();

const UNDECLARED = new TextDecoder(WINDOWS_1252);

const EQUALS = 0x3d;

/** A property's value as text, still escaped: quoted-printable and base64 decoded by its `CHARSET`. */
export function decodeValue(property: Property): string {
	const { encoding, value } = property;
	if (encoding === undefined) return value;
	const charset = parameter(property, 'CHARSET');
	return encoding === 'BASE64'
		? decodeText(Buffer.from(value, 'base64'), charset)
		: decodeQuotedPrintable(value, charset);
}

/** Bytes as text of a charset. If it is missing or unknown: UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
	const decoder = charset === undefined ? undefined : decoderOf(charset);
	if (decoder !== undefined) return decodeWith(decoder, bytes);
	return decodeUtf8(bytes) ?? decodeWith(UNDECLARED, bytes);
}

/** Bytes that are not UTF-8 as text of a charset, like {@link decodeText}, in pieces of so many bytes. */
export function* decodeTextPieces(
	bytes: Uint8Array,
	charset: string | undefined,
	size: number,
): Generator<string, void, undefined> {
	const { encoding } = (charset === undefined ? undefined : decoderOf(charset)) ?? UNDECLARED;
	// Its own, since it keeps the beginning of a character between two pieces
	const decoder = new TextDecoder(encoding);
	for (let at = 0; at < bytes.length; at += size) {
		yield decodeWith(decoder, bytes.subarray(at, at + size), at + size < bytes.length);
	}
}

/** Bytes as UTF-8. Undefined if they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
	const text = UTF_8.decode(bytes);
	// A fatal decoder would throw an exception, which takes as long as decoding a page of text
	if (!text.includes('\ufffd') || Buffer.from(text).equals(bytes)) return text;
	return undefined;
}

/** The part of a decoder that is used here. */
interface Decoder {
	encoding: string;
	decode(bytes: Uint8Array, options?: { stream: boolean }): string;
}

/** The decoders of the charsets seen so far: there are about 40 of them, under some 200 names. */
const DECODERS = new Map<string, Decoder>();

function decoderOf(charset: string): Decoder | undefined {
	const name = charset.trim().toLowerCase();
	const known = DECODERS.get(name);
	if (known !== undefined) return known;
	try {
		const decoder = new TextDecoder(name);
		DECODERS.set(name, decoder);
		return decoder;
	} catch {
		return undefined;
	}
}

function decodeWith(decoder: Decoder, bytes: Uint8Array, stream = false): string {
	const text = decoder.decode(bytes, { stream });
	return decoder.encoding === WINDOWS_1252 ? text.replace(C1_CONTROLS, windows1252) : text;
}

function windows1252(control: string): string {
	return WINDOWS_1252_80.charAt(control.charCodeAt(0) - 0x80);
}

/**
 * RFC 2045, 6.7, without the soft line breaks, which unfolding removes. Tolerated: `=` without a
 * pair of digits, lower-case digits, and unencoded characters beyond ASCII.
 */
export function decodeQuotedPrintable(value: string, charset: string | undefined): string {
	const parts: string[] = [];
	const bytes = new Uint8Array(value.length);
	let length = 0;
	let literal = 0;
	for (let at = 0; at < value.length; at++) {
		const code = value.charCodeAt(at);
		if (code >= 0x80) {
			literal = at;
			while (at < value.length && value.charCodeAt(at) >= 0x80) at++;
			if (length > 0) parts.push(decodeText(bytes.subarray(0, length), charset));
			parts.push(value.slice(literal, at));
			length = 0;
			at--;
			continue;
		}
		const byte = code === EQUALS ? pair(value, at + 1) : undefined;
		if (byte !== undefined) at += 2;
		bytes[length++] = byte ?? code;
	}
	parts.push(decodeText(bytes.subarray(0, length), charset));
	return parts.join('');
}

/** The byte of the two hexadecimal digits at an index. */
function pair(value: string, at: number): number | undefined {
	const high = hexadecimalDigit(value.charCodeAt(at));
	const low = hexadecimalDigit(value.charCodeAt(at + 1));
	return high === undefined || low === undefined ? undefined : high * 16 + low;
}

/** The value of a character code as a hexadecimal digit. Undefined if it is none. */
export function hexadecimalDigit(code: number): number | undefined {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	if (code >= 0x41 && code <= 0x46) return code - 0x37;
	if (code >= 0x61 && code <= 0x66) return code - 0x57;
	return undefined;
}

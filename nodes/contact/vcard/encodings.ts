import { parameter, type Property } from './property';

/** What text of no declared or a wrongly declared charset is, where it is not UTF-8. */
const FALLBACK_CHARSET = 'windows-1252';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

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

/** Bytes as text of a charset. Without one, or where it is not known: UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array, charset: string | undefined): string {
	return (
		(charset === undefined ? undefined : decodeCharset(bytes, charset)) ??
		decodeUtf8(bytes) ??
		new TextDecoder(FALLBACK_CHARSET).decode(bytes)
	);
}

/** Bytes as UTF-8. Undefined where they are not. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
	try {
		return UTF_8.decode(bytes);
	} catch {
		return undefined;
	}
}

function decodeCharset(bytes: Uint8Array, charset: string): string | undefined {
	try {
		return new TextDecoder(charset.trim()).decode(bytes);
	} catch {
		return undefined;
	}
}

/**
 * RFC 2045, 6.7, without the soft line breaks, which unfolding removes. Tolerated: `=` that starts no
 * pair of digits, lower-case digits, and characters beyond ASCII that stand there unencoded.
 */
function decodeQuotedPrintable(value: string, charset: string | undefined): string {
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

/** The byte that the two hexadecimal digits at an index are. */
function pair(value: string, at: number): number | undefined {
	const high = digit(value.charCodeAt(at));
	const low = digit(value.charCodeAt(at + 1));
	return high === undefined || low === undefined ? undefined : high * 16 + low;
}

function digit(code: number): number | undefined {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	if (code >= 0x41 && code <= 0x46) return code - 0x37;
	if (code >= 0x61 && code <= 0x66) return code - 0x57;
	return undefined;
}

/** Formats for contacts that are neither vCards nor JSON of contacts, to name them to whoever gives one. */

const FORMATS: ReadonlyArray<readonly [RegExp, string]> = [
	[/^\s*MECARD:/i, 'a MECARD, the text of a QR code'],
	[/^\s*BIZCARD:/i, 'a BIZCARD, the text of a QR code'],
	[/^\s*(?:\[\s*){1,2}"vcard"\s*,/i, 'a jCard (RFC 7095)'],
	[/<vcards?(?:\s[^>]{0,300})?>/i, 'an xCard (RFC 6351)'],
	[/\bclass\s*=\s*["']?[^"'<>]{0,200}\b(?:vcard|h-card)\b/i, 'an hCard of a web page'],
	[/BEGIN:VCARD(?:\s*<br|%0D|%0A|&#1[03];)/i, 'a vCard encoded for a web page'],
	[/^\s*(?:data:[^,]{0,100},)?QkVHSU46VkNBUkQ/, 'a vCard in base64'],
	[/^\s*BEGIN%3AVCARD/i, 'a vCard encoded for a web address'],
	[/^\s*\(?dn:[^\n]*\n[\s\S]{0,2000}^objectClass:/im, 'LDIF of a directory'],
];
/** What the beginning of a text shows. */
const BEGINNING = 3000;

/** What a text without a vCard is instead, if it is a format that is known. */
export function otherFormat(text: string): string | undefined {
	const beginning = text.slice(0, BEGINNING);
	return FORMATS.find(([pattern]) => pattern.test(beginning))?.[1];
}

export const OTHER_FORMAT_FIX =
	'Turn it into a vCard first, or into an object with a name and a phone, for example in a Code node.';

/** Names of HTML's characters U+00A0 to U+00FF, in their order (HTML 4.01, 24.2). */
const LATIN_1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
	'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
	'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
	'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
	'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
	'thorn yuml';

/** ASCII signs, by all of their names (HTML Living Standard, 13.5), and zero-width characters. */
const SIGNS: ReadonlyArray<[names: string, character: string]> = [
	['amp AMP', '&'],
	['lt LT', '<'],
	['gt GT', '>'],
	['quot QUOT', '"'],
	['apos', "'"],
	['Tab', '\t'],
	['NewLine', '\n'],
	['excl', '!'],
	['num', '#'],
	['dollar', '$'],
	['percnt', '%'],
	['lpar', '('],
	['rpar', ')'],
	['ast midast', '*'],
	['plus', '+'],
	['comma', ','],
	['hyphen dash', '-'],
	['period', '.'],
	['sol', '/'],
	['colon', ':'],
	['semi', ';'],
	['equals', '='],
	['quest', '?'],
	['commat', '@'],
	['lsqb lbrack', '['],
	['bsol', '\\'],
	['rsqb rbrack', ']'],
	['Hat', '^'],
	['lowbar UnderBar', '_'],
	['grave DiacriticalGrave', '`'],
	['lcub lbrace', '{'],
	['verbar vert VerticalLine', '|'],
	['rcub rbrace', '}'],
	['zwj', '\u200d'],
	['zwnj', '\u200c'],
	['ZeroWidthSpace', '\u200b'],
	['NoBreak', '\u2060'],
	['hellip', '…'],
	['ndash', '–'],
	['mdash', '—'],
	['lsquo', '‘'],
	['rsquo', '’'],
	['ldquo', '“'],
	['rdquo', '”'],
];

const NAMED = new Map<string, string>([
	...LATIN_1.split(' ').map((name, index): [string, string] => [
		name,
		String.fromCharCode(0xa0 + index),
	]),
	...SIGNS.flatMap(([names, character]) =>
		names.split(' ').map((name): [string, string] => [name, character]),
	),
]);

/** Length of the longest reference that is read, including leading zeros of a number. */
export const MAX_REFERENCE_LENGTH = 32;

const MAX_POINT = 0x10ffff;

/**
 * The character that an HTML reference stands for, or undefined if it is not one.
 *
 * @param reference the text between `&` and `;`: `lt`, `#60`, `#x3C`
 */
export function referencedCharacter(reference: string): string | undefined {
	const [, hex, decimal] = /^#(?:[xX]([0-9a-fA-F]+)|(\d+))$/.exec(reference) ?? [];
	if (hex === undefined && decimal === undefined) return NAMED.get(reference);
	const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
	return point > 0 && point <= MAX_POINT ? String.fromCodePoint(point) : undefined;
}

/** The text with HTML's character references decoded, once. */
export function withoutReferences(text: string): string {
	return text.replace(
		/&(#[xX][0-9a-fA-F]{1,30}|#\d{1,30}|[A-Za-z][A-Za-z0-9]{1,30});/g,
		(whole, reference: string) => referencedCharacter(reference) ?? whole,
	);
}

/** Text escaped for HTML. n8n renders the description of an error and its hints as HTML. */
export function escapeHtml(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/'/g, '&#39;');
}

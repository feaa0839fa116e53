/** A piece of a text: as it is, or the name of an invisible character. */
export interface Piece {
	text: string;
	hidden: boolean;
}

/** Control characters except tab and line break, marks that change the direction of text, and zero-width characters. */
const HIDDEN = /((?![\t\n])[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF])/u;

/** Splits a text so that invisible characters can be shown, such as `U+202E`. */
export function showHidden(text: string): Piece[] {
	return text
		.replaceAll('\r\n', '\n')
		.split(HIDDEN)
		.map((part, index) =>
			index % 2 === 0 ? { text: part, hidden: false } : { text: code(part), hidden: true },
		)
		.filter((piece) => piece.text !== '');
}

function code(sign: string): string {
	return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** How many characters of a photo's data are shown. */
const SHOWN = 60;

/** A text with the data of photos cut short: base64 on one line or folded into many. */
export function foldPicture(text: string): string {
	return text.replace(
		/([A-Za-z0-9+/=]{60})([A-Za-z0-9+/=]|\r?\n[ \t]|\\r\\n ){200,}/g,
		(all, start: string) =>
			`${start}… [${(all.length - SHOWN).toLocaleString('en')} more characters]`,
	);
}

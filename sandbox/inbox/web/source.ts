/** A piece of a text: as it is, or a sign that nobody sees, by its name. */
export interface Piece {
	text: string;
	hidden: boolean;
}

/** Controls but tab and line break, marks that turn the direction of text, and signs without width. */
const HIDDEN = /((?![\t\n])[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF])/u;

/** Splits a text so that signs which nobody sees can be shown, as `U+202E`. */
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

/** Characters of a picture's data that are shown. */
const SHOWN = 60;

/** A text with the data of pictures, which nobody reads, cut short: base64 on one line or folded into many. */
export function foldPicture(text: string): string {
	return text.replace(
		/([A-Za-z0-9+/=]{60})([A-Za-z0-9+/=]|\r?\n[ \t]|\\r\\n ){200,}/g,
		(all, start: string) =>
			`${start}… [${(all.length - SHOWN).toLocaleString('en')} more characters]`,
	);
}

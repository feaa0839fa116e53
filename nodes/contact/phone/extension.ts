/** The extension or a note behind a phone number, in the languages in which people write them. */

import { MIN_DIGITS } from './e164';

/** Words and signs for an extension. A single letter counts because a number stands right before it. */
const WORDS = [
	'ext(?:ension|n)?|e-?xt|extensi[oó]n|x|p|w',
	'anexo|interno|int|ramal|poste|pst|dw|durchwahl|nebenstelle|nst|apparat|app',
	'toestel|tst|wew|wewn[eę]trzny|linka|kl|klapka|mell[eé]k|dahili',
	'anknytning|ankn|lokal(?:nummer)?|alanumero|pesawat|máy lẻ',
	'доб|добавочный|вн|внутр|внутренний|дод|εσωτ|εσωτερικό|שלוחה|تحويلة|داخلي',
	'内線|內線|分机|分機|转|轉|내선',
].join('|');
/**
 * An extension at the end that is marked as one: RFC 3966's `;ext=`, two pauses, or the words and signs that people
 * write. Digits after a single comma, semicolon or slash may be a pause, a range or a second number; nobody can tell.
 */
const MARKED = new RegExp(
	`[ ,;]*\\(?(?:;ext=|,,|(?<![\\p{L}\\p{M}])(?:${WORDS})\\.?|#)[ .:]*(\\d{1,7})#?\\)?$`,
	'iu',
);
/** Any other word and a few digits behind a whole number: a note such as `after 18`, whose digits are not those of the number. */
const NOTE = /[ ,;]*(\(?(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,20})\.?[ .:]*\d{1,5}\)?)$/u;
/** Words that say that a second number follows. */
const JOINERS =
	/^(?:and|or|und|oder|bzw|et|ou|en|of|och|og|eller|tai|lub|oraz|или|та|або|dan|atau|ve|veya|και|和|或)$/iu;

/** What stands behind a number and is not dialled with it. */
export interface Behind {
	/** Digits to dial after the call is answered. */
	extension?: string;
	/** Words and digits that say something else: `after 18`. */
	note?: string;
}

/** A typed number apart from what stands behind it. */
export function cutExtension(text: string): { number: string } & Behind {
	const [behind, extension] = MARKED.exec(text) ?? [];
	if (behind !== undefined && extension !== undefined) {
		const number = numberBefore(behind, text);
		return number === undefined ? { number: text } : { number, extension };
	}
	const [noted, note, word = ''] = NOTE.exec(text) ?? [];
	if (noted === undefined || note === undefined || JOINERS.test(word)) return { number: text };
	const number = numberBefore(noted, text) ?? '';
	return number.replace(/\D/g, '').length < MIN_DIGITS ? { number: text } : { number, note };
}

/** The number before the end of a text; undefined if it is something else. */
function numberBefore(end: string, text: string): string | undefined {
	const number = text.slice(0, text.length - end.length).replace(/[ ,;]+$/, '');
	return /[\d).]$/.test(number) ? number : undefined;
}

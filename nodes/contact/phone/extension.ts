/** The extension behind a phone number, in the languages in which people mark one. */

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
/**
 * Any other word between a whole number and a few digits: what it says is not known, but the digits behind it are not
 * those of the number.
 */
const WORDED = /[ ,;]*\(?(?<![\p{L}\p{M}])([\p{L}\p{M}]{2,20})\.?[ .:]*(\d{1,5})\)?$/u;
/** Words that say that a second number follows. */
const JOINERS =
	/^(?:and|or|und|oder|bzw|et|ou|en|of|och|og|eller|tai|lub|oraz|или|та|або|dan|atau|ve|veya|και|和|或)$/iu;
/** E.164 has no numbers of fewer digits. */
const MIN_DIGITS = 7;

/** Parts a typed number from the digits of the extension behind it; without an extension, the number is the whole text. */
export function cutExtension(text: string): { number: string; extension?: string } {
	const marked = MARKED.exec(text);
	if (marked?.[1] !== undefined) return cut(text, marked.index, marked[1]) ?? { number: text };
	const worded = WORDED.exec(text);
	if (worded?.[1] === undefined || worded[2] === undefined || JOINERS.test(worded[1])) {
		return { number: text };
	}
	const parts = cut(text, worded.index, worded[2]);
	const digits = parts?.number.replace(/\D/g, '') ?? '';
	return parts === undefined || digits.length < MIN_DIGITS ? { number: text } : parts;
}

function cut(
	text: string,
	index: number,
	extension: string,
): { number: string; extension: string } | undefined {
	const number = text.slice(0, index).replace(/[ ,;]+$/, '');
	return /[\d).]$/.test(number) ? { number, extension } : undefined;
}

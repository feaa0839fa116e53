import { isObject } from '../object';
import { oneLine, quote } from '../text';

/** What people and programs write for "nothing". */
const NOTHING =
	/^(?:[-–—_.?\s]*|n\/?a|n\.a\.|#n\/a|null|none|undefined|\(?empty\)?|\(?blank\)?|\[object object\])$/i;
/** The same in words that can also be names, so they mean "nothing" only in place of a number or address. */
const NO_NUMBER =
	/^(?:nan|nil|[ns]\/\p{L}|an[oôó]nim[oa]|anonymous|nenhum[ao]?|ningun[ao]?|nada|n[aã]o (?:tem|possui|informado)|no tiene|sin \p{L}+|sem \p{L}+|keine?r?|aucune?|unknown|desconhecido|desconocido|not (?:provided|available|set|given|applicable)|tbd|x+|private|withheld|hidden|0+)$/iu;
const YES_OR_NO =
	/^(?:true|false|yes|no|y|n|sim|n[aã]o|s[ií]|ja|nein|oui|non|on|off|x|✓|✔|✅|☑|❌)$/i;
/** What a sheet shows in place of a formula's result: a number typed as `+55 11 …` becomes one. */
const FORMULA_ERROR = /^#(?:error|ref|value|name|num|div\/0|null|spill|calc)[!?]?$/i;
const ROUNDED = /^[+-]?\d+(?:[.,]\d+)?e[+-]?\d+$/i;
const DATE =
	/^\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}.*)?$|^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:[, ]+\d{1,2}:\d{2}.*)?$|^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d{4}|^\d{1,2}:\d{2}(?::\d{2})?$/i;
/** A time in milliseconds, 2001 to 2033. A number that begins with the country code 1 has eleven digits. */
const MILLISECONDS = /^1\d{12}$/;
const ID = /^(?=.*[a-z])(?=.*\d)[0-9a-f-]{12,}$|^[a-z]{2,}[-_#:]?\d+$|^[a-z]+_[a-z0-9]+$|^#\d+$/i;
const EMAIL = /[^\s<>()[\]:;,"']+@[^\s<>()[\]:;,"']+\.[^\s<>()[\]:;,"'.]+/;
/** Characters of a part in which an address is looked for: a name and the longest address (RFC 5321, 4.5.3.1). */
const MAX_PART_LENGTH = 1000;
const PERSON_JID = /@(?:s\.whatsapp\.net|c\.us)$/i;
const CHAT_LINK =
	/^(?:https?:\/\/)?(?:wa\.me\/|api\.whatsapp\.com\/send\/?\?(?:[^#\s&]*&)*?phone=)\+?(\d{7,15})\b/i;
/** A sheet that rounds a number leaves zeros after its first digits; no numbering plan has so many. */
const LOOKS_ROUNDED = /^\d{3,}0{8,}$/;
/** The fewest digits of a number that people dial. */
const MIN_DIGITS = 2;
const MIN_DIGITS_WITH_WORDS = 7;

/** Null, empty, `false` (Odoo's empty field), a dash and the like, and lists and objects that contain nothing else. */
export function isNothing(value: unknown): boolean {
	if (value === undefined || value === null || value === false) return true;
	if (typeof value === 'string') return NOTHING.test(oneLine(value));
	if (Array.isArray(value)) return value.every(isNothing);
	if (isObject(value)) return !isDate(value) && Object.values(value).every(isNothing);
	return typeof value === 'number' && Number.isNaN(value);
}

/** {@link isNothing}, or words and zeros that mean it in place of a number or an email address. */
export function isNoNumber(value: unknown): boolean {
	if (isNothing(value) || value === 0) return true;
	return typeof value === 'string' && NO_NUMBER.test(oneLine(value));
}

/** A boolean, or a word or a tick that says yes or no: an answer, never a value. */
export function isYesOrNo(value: unknown): boolean {
	return typeof value === 'boolean' || (typeof value === 'string' && YES_OR_NO.test(value.trim()));
}

/** Dates of JavaScript and of Luxon, which is what a date is in n8n's expressions. */
export function isDate(value: unknown): value is { toJSON(): string } {
	return isObject(value) && typeof value['toJSON'] === 'function';
}

/** Text, a number as its digits, a date as ISO 8601; undefined for everything else. */
export function scalarText(value: unknown): string | undefined {
	if (typeof value === 'string') return isNothing(value) ? undefined : plainCell(value);
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	return isDate(value) ? value.toJSON() : undefined;
}

/** The whole text of Notion's pieces, which change where its style does; undefined for everything else. */
export function richText(value: unknown): string | undefined {
	if (!Array.isArray(value)) return undefined;
	const pieces = value.map((piece: unknown) => (isObject(piece) ? piece['plain_text'] : undefined));
	return pieces.length > 0 && pieces.every((piece) => typeof piece === 'string')
		? pieces.join('')
		: undefined;
}

/** The text of a cell without what sheets add around it: `'+55…`, `="+55…"`. */
function plainCell(text: string): string {
	const trimmed = text.trim();
	const formula = /^=\s*"([^"]*)"$/.exec(trimmed)?.[1];
	return formula ?? trimmed.replace(/^'(?=[+\d(])/, '');
}

export type PhoneValue = { text: string; warning?: string } | { problem: string };

/** A value under a phone's key: a phone as typed, or why it cannot be one; `problem` completes `Phone "…" `. */
export function phoneValue(value: unknown): PhoneValue {
	if (typeof value === 'number') return phoneOfNumber(value);
	const text = scalarText(value);
	if (text === undefined || isYesOrNo(value)) return { problem: 'is not a phone number' };
	const linked = CHAT_LINK.exec(text)?.[1];
	if (linked !== undefined) return { text: `+${linked}` };
	// Programs that keep tables as numbers write 5512996130832.0, or 5512996130832,00
	const number = text.replace(/^(\d{7,15})[.,]0{1,2}$/, '$1');
	const problem = notPhone(number);
	if (problem !== undefined) return { problem };
	return withRounding(number);
}

function phoneOfNumber(value: number): PhoneValue {
	if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
		return { problem: 'has more digits than a number can keep: pass it as text' };
	}
	if (!Number.isInteger(value)) return { problem: 'is not a whole number' };
	if (value < 0)
		return { problem: 'is negative, which is what a spreadsheet makes of digits and hyphens' };
	if (value < 10) return { problem: 'is not a phone number' };
	const problem = notPhone(String(value));
	return problem === undefined ? withRounding(String(value)) : { problem };
}

function withRounding(text: string): PhoneValue {
	if (!LOOKS_ROUNDED.test(text)) return { text };
	return { text, warning: 'looks as if a spreadsheet rounded it: check it' };
}

/** Only the beginning is looked at: it is longer than any number, and some of these patterns take long for long texts. */
function notPhone(whole: string): string | undefined {
	const text = whole.slice(0, MAX_PART_LENGTH);
	if (FORMULA_ERROR.test(text)) {
		return 'is a formula error: in the sheet, type an apostrophe before the number';
	}
	if (ROUNDED.test(text)) {
		return 'is a number that a spreadsheet rounded: format the column as text and type the number again';
	}
	const digits = text.replace(/\P{Nd}/gu, '').length;
	if (PERSON_JID.test(text) || /^tel:/i.test(text)) return undefined;
	if (/@g\.us$/i.test(text)) return 'is a WhatsApp group';
	if (/@lid$/i.test(text)) return 'is the ID of a hidden WhatsApp user, not a number';
	if (EMAIL.test(text.slice(0, MAX_PART_LENGTH))) return 'is an email address';
	if (digits < MIN_DIGITS || /^\d{1,4}[.,]\d{1,2}$/.test(text)) return 'is not a phone number';
	if (DATE.test(text) || MILLISECONDS.test(text)) return 'is a date or time';
	if (ID.test(text)) return 'is an ID';
	if (/^[a-z]+:\/\/|^www\./i.test(text)) return 'is a web address';
	if (digits >= MIN_DIGITS_WITH_WORDS || !/\p{L}/u.test(text)) return undefined;
	// 1-800-FLOWERS is dialled, "2nd floor" is not
	return /^\+?\d[\d ().-]{3,}[A-Z-]{3,}$/.test(text) ? undefined : 'is not a phone number';
}

/** The email addresses in a text, with the name before each: `Ana Lima <ana@example.com>`. */
export function emailsIn(text: string): Array<{ email: string; name?: string }> {
	const found = text.split(/[;,\n]|\s:::\s/).flatMap((part) => {
		if (!part.includes('@')) return [];
		const email = EMAIL.exec(part.slice(0, MAX_PART_LENGTH))?.[0].replace(/^mailto:/i, '');
		if (email === undefined) return [];
		const name = /^\s*"?([^"<]*?)"?\s*<[^>]*>\s*$/.exec(part)?.[1];
		return [{ email, ...(name === undefined || name === '' ? {} : { name }) }];
	});
	return found;
}

/** Whether a text could be somebody's name: not an order number, id, address, yes or no. */
export function couldBeName(text: string): boolean {
	return (
		!/^#\d|^\S+:\/\/|^(?:true|false)$|^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(text) &&
		!FORMULA_ERROR.test(text)
	);
}

/** The several values that Google's exports put into one cell. */
export function parts(text: string): string[] {
	return text
		.split(':::')
		.map((part) => part.trim())
		.filter((part) => part !== '');
}

/** Whether it is a web address, or a picture as a data URI. */
export function isWebAddress(text: string): boolean {
	return /^https?:\/\/\S+$/i.test(text.trim()) || /^data:image\//i.test(text.trim());
}

/** A value in a message: text in quotes, everything else as JSON, both short. */
export function shown(value: unknown): string {
	if (typeof value === 'string') return quote(value);
	const text = value === undefined ? 'nothing' : JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

import { numberParts } from '../phone/typed';
import { oneLine } from '../text';
import { keyWords } from './keys';
import { looksOf, typeOf } from './meaning';
import { isNothing } from './values';
import type { Sense } from './words';

/** What {@link readLabel} returns for the label of somebody else. */
export const THEIRS = '\u0000theirs';

/** A label as a type: vCard's word for the usual ones, otherwise unchanged; undefined if it says nothing. */
export function readLabel(label: string): string | undefined {
	const text = oneLine(label.replace(/^\s*\*\s*/, ''));
	if (text === '' || isNothing(text)) return undefined;
	const { senses, unknown } = keyWords(text);
	if (senses.has('role')) return THEIRS;
	if (unknown.length > 0) return text;
	const type = typeOf(senses);
	if (type !== undefined) return type;
	const says =
		senses.has('whatsapp') ||
		(senses.size > 0 &&
			looksOf(senses) === undefined &&
			![...senses].every((sense) => SAYS_NOTHING.has(sense)));
	return says ? text : undefined;
}

/** A number with a word before it or behind it: `Cel: 11 98765-4321`, `11 98765-4321 (mãe)`. */
const NOTED =
	/^(?:\(?(\p{L}[\p{L}\p{M}. -]{1,20}?)\)?[:.]* *)?(\+?[\d(][\d\s().-]{5,20}\d)(?:[ ,-]*\(?(\p{L}[\p{L}\p{M}.\u00b4'\u2019 -]{1,20})\)?)?$/u;

/**
 * A number apart from words in its cell that say what kind of number it is, or that it is somebody else's
 * ({@link THEIRS}). With any other word, the text stays as it is.
 */
export function withoutNote(text: string): { number: string; label?: string } {
	if (!/\p{L}/u.test(text)) return { number: text };
	const [, before = '', number, behind = ''] = NOTED.exec(text.trim()) ?? [];
	const note = `${before} ${behind}`.trim();
	if (number === undefined || note === '') return { number: text };
	const { senses, unknown } = keyWords(note);
	if (senses.has('role')) return { number, label: THEIRS };
	if (unknown.length > 0 || (looksOf(senses) !== 'phone' && typeOf(senses) === undefined)) {
		return { number: text };
	}
	const label = readLabel(note);
	return { number, ...(label !== undefined && typeOf(senses) !== undefined && { label }) };
}

/** The numbers of a cell that says of some what kind they are: `Cel: 11 98765-4321; Casa: 11 3333-4444`. */
export function notedNumbers(text: string): string[] {
	if (!/\p{L}/u.test(text)) return [text];
	const split = numberParts(text);
	const isNumber = (one: string) =>
		NOTED.test(one) && (!/\p{L}/u.test(one) || withoutNote(one).number !== one);
	return split.every(isNumber) ? split : [text];
}

/** Of labels such as "default", "type 1", "value". */
const SAYS_NOTHING: ReadonlySet<Sense> = new Set<Sense>([
	'mailing',
	'full',
	'soft',
	'filler',
	'value',
	'label',
	'number',
	'url',
	'website',
	'meta',
	'person',
	'primary',
	'address',
]);

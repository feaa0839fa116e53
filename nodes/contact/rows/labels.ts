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

import { isObject } from '../object';
import type { Path } from '../read/dialect';
import type { Gathering, Wrapper } from './gathering';
import { keyWords } from './keys';
import { looksOf, type Looks } from './meaning';
import { isNothing, isYesOrNo, scalarText } from './values';
import type { Sense } from './words';

/** Lists in which language models put their only answer. */
const MODEL_LISTS = /^(?:choices|candidates|content|parts|messages?|output|generations)$/i;

/** How deep names, phones and emails are looked for. */
const MAX_DEPTH = 4;

/** A key that says nothing clear about a contact; an object under it may be a wrapper. */
export function noteUnknown(
	looks: Looks | undefined,
	value: unknown,
	path: Path,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (isObject(value) && looks === undefined) {
		const nested = looksNested(value);
		if (nested === undefined) g.unknown.push(path);
		else wrappers.push({ value, path, entity: true });
		return;
	}
	if (Array.isArray(value) && looks === undefined) {
		const [only, ...more] = value.filter(isObject);
		// The answer of a language model
		if (only !== undefined && more.length === 0 && MODEL_LISTS.test(String(path.at(-1)))) {
			wrappers.push({ value: only, path, entity: true });
			return;
		}
		noteNested(value, path, g);
		return;
	}
	const seen = looks ?? (isWrittenPhone(value, path) ? 'phone' : undefined);
	if (seen !== undefined && !isYesOrNo(value)) g.unclear.push({ path, looks: seen });
	else g.unknown.push(path);
}

/** Whether a value can only be a phone, under a key in another language. */
function isWrittenPhone(value: unknown, path: Path): boolean {
	const { unknown } = keyWords(String(path.at(-1)));
	const isForeign = unknown.length > 0 && typeof value === 'string';
	return isForeign && /^\s*(?:\+|00)[1-9][\d\s().-]{6,20}$/.test(value);
}

/** Not a contact field, but contains names, phones or emails further down. */
export function noteNested(value: unknown, path: Path, g: Gathering): void {
	const looks = looksNested(value);
	if (looks === undefined) g.unknown.push(path);
	else g.unclear.push({ path, looks });
}

/** Whether a value under somebody else's key is their name, or contains their phone or email. */
export function namesSomebody(value: unknown, senses: ReadonlySet<Sense>): boolean {
	if (Array.isArray(value)) return value.some((one: unknown) => namesSomebody(one, senses));
	if (typeof value === 'object') return looksNested(value) !== undefined;
	const text = scalarText(value)?.slice(0, LOOKED_AT);
	if (text === undefined || senses.has('meta') || isYesOrNo(value)) return false;
	return /^[\p{L}\p{M}'’. -]{2,}$/u.test(text) || NUMBER_INSIDE.test(text) || EMAIL.test(text);
}

/** Characters of a text that are looked at; a name and a number need far fewer. */
const LOOKED_AT = 1000;
/** A phone number among words: at least seven digits, in no longer word or id. */
const NUMBER_INSIDE = /(?<![\w-])\(?\+?\d(?:[\s().-]*\d){6,}(?![\w-])/;
const EMAIL = /[^\s@]+@[^\s@]+\.[^\s@]+/;

/** `phone_id`, `email_status`: not worth a warning, unless the value is a phone or email after all. */
export function noteMeta(looks: Looks | undefined, value: unknown, path: Path, g: Gathering): void {
	if (isObject(value)) {
		const nested = looksNested(value);
		if (nested !== undefined) g.unclear.push({ path, looks: nested });
		return;
	}
	if (typeof value !== 'string' || looks === undefined) return;
	const isPhone = looks === 'phone' && /^\s*\+\d[\d\s().-]{6,}$/.test(value);
	const isEmail = looks === 'email' && /^\S+@\S+\.\S+$/.test(value.trim());
	if (isPhone || isEmail) g.unclear.push({ path, looks });
}

/** Whether something below looks like the key of a phone, an email or a person's name and has a value. */
export function looksNested(value: unknown, depth = 0): Looks | undefined {
	if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return undefined;
	for (const [key, part] of Object.entries(value)) {
		if (isNothing(part) || typeof part === 'boolean') continue;
		const { senses, unknown } = keyWords(key);
		const looks = looksOf(senses);
		const isPlain = !senses.has('meta') && !senses.has('thing') && unknown.length === 0;
		if (looks !== undefined && isPlain && (looks !== 'name' || !senses.has('name'))) return looks;
		const nested = looksNested(part, depth + 1);
		if (nested !== undefined) return nested;
	}
	return undefined;
}

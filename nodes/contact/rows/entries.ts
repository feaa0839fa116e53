import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import type { Entry, Gathering } from './gathering';
import { keyWords } from './keys';
import { notedNumbers, readLabel, THEIRS, withoutNote } from './labels';
import { joinNumber } from './numberParts';
import {
	emailsIn,
	isNoNumber,
	isNothing,
	isYesOrNo,
	parts,
	phoneValue,
	richText,
	scalarText,
} from './values';
import type { Sense } from './words';

export type EntryKind = 'phone' | 'email' | 'url';

interface Context {
	kind: EntryKind;
	type?: string | undefined;
	place?: number | undefined;
	primary?: boolean;
	waId?: string;
	/** The person named the key, so that the number is the contact's whatever stands beside it. */
	isNamed?: boolean;
	/** The number is a WhatsApp id, as in `{ type: "wa_id", phone }`. */
	isWhatsAppId?: boolean;
}

/** Phone types that mark it as the id. */
const WHATSAPP_ID = /^wa[_ ]?id$/i;

/** Keys with the phone, email or URL itself in a list entry; the first is the best. */
const MAIN: Record<EntryKind, readonly Sense[]> = {
	phone: ['e164', 'canonical', 'value', 'number', 'phone', 'mobile', 'whatsapp', 'url'],
	email: ['value', 'email', 'address', 'url'],
	url: ['url', 'website', 'value', 'social', 'address'],
};

/**
 * Reads all the phones, emails or URLs below a key: text, a number, a list, an object with a value and a label,
 * an object with a list per label, in any mixture.
 */
export function gatherEntries(value: unknown, path: Path, context: Context, g: Gathering): void {
	const rich = richText(value);
	if (rich !== undefined) gatherEntries(rich, path, context, g);
	else if (Array.isArray(value)) {
		value.forEach((entry: unknown, index) => {
			gatherEntries(entry, [...path, index], context, g);
		});
	} else if (isObject(value)) {
		gatherObject(value, path, context, g);
	} else if (!isNothing(value)) {
		gatherText(value, path, context, g);
	}
}

function gatherText(value: unknown, path: Path, context: Context, g: Gathering): void {
	if (context.kind === 'phone') gatherPhone(value, path, context, g);
	else if (context.kind === 'email') gatherEmail(value, path, context, g);
	else {
		const text = scalarText(value);
		if (text !== undefined) for (const part of parts(text)) g.urls.push(entry(part, path, context));
	}
}

function gatherPhone(value: unknown, path: Path, context: Context, g: Gathering): void {
	if (isNoNumber(value)) return;
	const field = 'phones';
	if (isYesOrNo(value)) {
		g.answers.push({ field, path, value, why: 'is an answer, not a phone number' });
		return;
	}
	for (const part of typeof value === 'string' ? parts(value).flatMap(notedNumbers) : [value]) {
		if (isNoNumber(part)) continue;
		const noted = typeof part === 'string' ? withoutNote(part) : undefined;
		if (noted?.label === THEIRS && context.isNamed !== true) {
			g.unclear.push({ path, looks: 'phone' });
			continue;
		}
		const read = phoneValue(noted?.number ?? part);
		if ('problem' in read) {
			g.lost.push({ field, path, value: part, why: read.problem });
			continue;
		}
		const label = noted?.label;
		const isKind = label !== undefined && label !== THEIRS;
		const own = isKind ? { ...context, type: label } : context;
		(context.isWhatsAppId === true ? g.waIds : g.phones).push(entry(read.text, path, own));
		if (read.warning !== undefined) g.doubts.push({ field, path, value: part, why: read.warning });
	}
}

function gatherEmail(value: unknown, path: Path, context: Context, g: Gathering): void {
	if (isNoNumber(value)) return;
	const text = scalarText(value);
	if (text === undefined || isYesOrNo(value)) {
		g.answers.push({ field: 'emails', path, value, why: 'is an answer, not an email address' });
		return;
	}
	const found = emailsIn(text);
	for (const { email, name } of found) {
		g.emails.push(entry(email, path, context));
		if (name !== undefined) g.names.fallbackName ??= { text: name, path };
	}
	// Text in place of an address is shown as typed, with its own warning
	if (found.length === 0) g.emails.push(entry(text, path, context));
}

function entry(text: string, path: Path, { type, place, primary, waId }: Context): Entry {
	return {
		text,
		path,
		...(type !== undefined && { type }),
		...(place !== undefined && { place }),
		...(primary === true && { primary }),
		...(waId !== undefined && { waId }),
	};
}

function gatherObject(object: JsonObject, path: Path, context: Context, g: Gathering): void {
	const wrong = Object.entries(object).find(
		([key, held]) => isObject(held) && Object.keys(held).length === 0 && isNumberKey(key),
	);
	if (context.kind === 'phone' && wrong !== undefined) {
		const [key, value] = wrong;
		g.lost.push({ field: 'phones', path: [...path, key], value, why: 'is not a phone number' });
		return;
	}
	const keys = Object.keys(object).map((key) => ({ key, senses: keyWords(key).senses }));
	const main = MAIN[context.kind];
	const isMain = (senses: ReadonlySet<Sense>) =>
		main.some((sense) => senses.has(sense)) && !senses.has('label') && !senses.has('meta');
	const mains = keys
		.filter(({ key, senses }) => isMain(senses) && !isCode(senses) && !isNothing(object[key]))
		.sort((a, b) => rank(main, a.senses) - rank(main, b.senses))
		// Of two spellings, the international one is nobody else's
		.sort((a, b) => Number(isWritten(object[b.key])) - Number(isWritten(object[a.key])));
	const described = keys.some(
		({ key, senses }) => senses.has('label') || (senses.has('primary') && isMark(object[key])),
	);
	// `{ primary: "…", backup: "…" }` has the number where others have a mark
	const labels = keys.filter(
		({ key, senses }) => isLabelled(senses) || (senses.has('primary') && !isMark(object[key])),
	);
	if (mains.length === 0 && !described && !isEntryLike(keys)) {
		gatherByLabel(object, path, context, g);
		return;
	}
	// `{ mobile: "…", work: "…" }` has a phone under each key
	if (!described && mains.length + labels.length > 1 && labels.length > 0) {
		gatherByLabel(object, path, context, g);
		return;
	}
	const own = describe(object, keys, path, context, g);
	if (own === undefined) return;
	const [first, ...others] = mains;
	for (const { key, senses } of keys) {
		if (key === first?.key) continue;
		if (others.some((other) => other.key === key)) continue;
		if (!isOfEntry(senses) && PARTS[key] === undefined && !isNothing(object[key]))
			g.unknown.push([...path, key]);
	}
	if (first === undefined) {
		if (own.waId !== undefined) g.waIds.push(entry(own.waId, path, context));
		return;
	}
	gatherEntries(joined(object, first.key, keys), [...path, first.key], own, g);
}

/** The type, the primary mark and the WhatsApp id of an entry; undefined if it is somebody else's. */
function describe(
	object: JsonObject,
	keys: ReadonlyArray<{ key: string; senses: ReadonlySet<Sense> }>,
	path: Path,
	context: Context,
	g: Gathering,
): Context | undefined {
	const own: Context = { ...context };
	for (const { key, senses } of keys) {
		const text = scalarText(object[key]);
		if (senses.has('whatsappId') && text !== undefined) own.waId = text;
		if (senses.has('primary') && isTrue(object[key])) own.primary = true;
		if (!senses.has('label') || text === undefined || senses.has('meta')) continue;
		if (context.kind === 'phone' && WHATSAPP_ID.test(text)) {
			own.isWhatsAppId = true;
			continue;
		}
		const label = readLabel(text);
		if (label === THEIRS) {
			g.theirs.push(path);
			return undefined;
		}
		if (label !== undefined && (own.type === undefined || own.type === context.type)) {
			own.type = label;
		}
	}
	return own;
}

/** `{ mobile: ["…"], work: "…" }`: the keys are labels; a role means somebody else. */
function gatherByLabel(object: JsonObject, path: Path, context: Context, g: Gathering): void {
	for (const [key, value] of Object.entries(object)) {
		if (isNothing(value)) continue;
		const { senses } = keyWords(key);
		const at = [...path, key];
		if (senses.has('role')) g.theirs.push(at);
		else if (senses.has('meta') || senses.has('goods')) continue;
		else gatherEntries(value, at, { ...context, type: readLabel(key) ?? context.type }, g);
	}
}

const LABELS: readonly Sense[] = ['mobile', 'work', 'home', 'other', 'main', 'fax'];

function isLabelled(senses: ReadonlySet<Sense>): boolean {
	return LABELS.some((label) => senses.has(label));
}

/** Whether a key of an entry promises its number; `{}` there is the result of a failed expression. */
function isNumberKey(key: string): boolean {
	const { senses } = keyWords(key);
	const promises = senses.has('phone') || senses.has('number') || senses.has('value');
	return promises && !senses.has('meta') && !senses.has('label');
}

/** Whether a key beside the value of an entry describes it, or is an id, a time or a state. */
function isOfEntry(senses: ReadonlySet<Sense>): boolean {
	return [...senses].some((sense) => sense !== 'filler');
}

function isEntryLike(keys: ReadonlyArray<{ senses: ReadonlySet<Sense> }>): boolean {
	return keys.some(({ senses }) => senses.has('whatsappId') || isCode(senses));
}

function isCode(senses: ReadonlySet<Sense>): boolean {
	return senses.has('phoneCountryCode') || senses.has('areaCode') || senses.has('countryCode');
}

/** Whether a value is a number with its country code. */
function isWritten(value: unknown): boolean {
	return typeof value === 'string' && /^\s*\+\d/.test(value);
}

function rank(main: readonly Sense[], senses: ReadonlySet<Sense>): number {
	return main.findIndex((sense) => senses.has(sense));
}

/** Whether the value of `primary` marks the entry as the first choice or not, so that it is no number itself. */
function isMark(value: unknown): boolean {
	return isNothing(value) || isYesOrNo(value) || /^[01]$/.test(String(value));
}

function isTrue(value: unknown): boolean {
	return value === true || value === 1 || /^(?:true|yes|1)$/i.test(String(value));
}

/** Keys that are parts of a number only inside an entry: Jotform's `{ area, phone }`. */
const PARTS: Readonly<Record<string, Sense>> = { area: 'areaCode', country: 'phoneCountryCode' };

/** Country code, area code and number of one entry in keys of their own, as Xero has them. */
function joined(
	object: JsonObject,
	main: string,
	keys: ReadonlyArray<{ key: string; senses: ReadonlySet<Sense> }>,
): unknown {
	const number = scalarText(object[main]);
	if (number === undefined) return object[main];
	const part = (sense: Sense) => {
		const found = keys.find(
			({ key, senses }) => (senses.has(sense) || PARTS[key] === sense) && !isNothing(object[key]),
		);
		return found === undefined ? undefined : scalarText(object[found.key]);
	};
	const codes = {
		phoneCountryCode: part('phoneCountryCode') ?? part('countryCode'),
		areaCode: part('areaCode'),
		extension: part('extension'),
	};
	const isWhole = Object.values(codes).every((code) => code === undefined);
	return isWhole ? object[main] : joinNumber(number, codes);
}

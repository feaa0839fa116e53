import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import { isVCard } from '../vcard/read';
import { isSamePhone } from './assemble';
import { birthdayText } from './birthday';
import { gatherEntries, readLabel, THEIRS } from './entries';
import { gatherAddressPart, isAddressField } from './gatherAddress';
import { absorb, emptyGathering, hasName, type Gathering, type NumberPart } from './gathering';
import { firstChoice, gatherName, isSameName } from './gatherName';
import { keyWords, plainWords } from './keys';
import { looksOf, meaningOf, type FieldName, type Looks, type Meaning } from './meaning';
import { joinNumber } from './numberParts';
import { isNothing, isWebAddress, phoneValue, scalarText } from './values';
import type { Sense } from './words';

/** Wrappers in wrappers: a webhook's body has its data, and that the contact. */
const MAX_DEPTH = 4;

interface Wrapper {
	value: JsonObject;
	path: Path;
	/** Whether it is somebody or something of its own, as `customer`, or more fields of the same, as `properties`. */
	entity: boolean;
}

/** Finds everything in an object that says something of a contact, and what only looks so. */
export function gather(object: JsonObject, path: Path, depth = 0): Gathering {
	const g = emptyGathering();
	const wrappers: Wrapper[] = [];
	g.hasId = Object.keys(object).some((key) => plainWords(key).at(-1) === 'id');
	g.isCompany = isKind(object, COMPANY_KINDS);
	g.isGoods = isKind(object, GOODS_KINDS);
	for (const [key, value] of Object.entries(object)) {
		gatherKey(key, value, [...path, key], g, wrappers);
	}
	settleNumbers(g);
	if (depth < MAX_DEPTH) {
		for (const wrapper of wrappers) unwrap(wrapper, g, depth);
	} else {
		for (const wrapper of wrappers) noteNested(wrapper.value, wrapper.path, g);
	}
	return g;
}

const COMPANY_KINDS = /^(?:account|company|organi[sz]ation|empresa|business)$/i;
const GOODS_KINDS = /^(?:product|deal|order|invoice|ticket|item|sku)$/i;

function isKind(object: JsonObject, kinds: RegExp): boolean {
	return ['type', 'object', 'kind', 'objectType', 'object_type', 'recordType'].some((key) => {
		const value = object[key];
		return typeof value === 'string' && kinds.test(value.trim());
	});
}

function gatherKey(
	key: string,
	value: unknown,
	path: Path,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (key === '__proto__') {
		g.unknown.push(path);
		return;
	}
	const { senses } = keyWords(key);
	const meaning = meaningOf(key);
	if (senses.has('goods') && !isNothing(value)) g.isGoods = true;
	if (senses.has('companyEvidence') && !isNothing(value)) g.isCompany = true;
	switch (meaning.kind) {
		case 'field':
			gatherField(meaning, value, path, g, wrappers);
			break;
		case 'label': {
			const text = scalarText(value);
			const { of, place } = meaning;
			if (text !== undefined) g.labels.push({ of, text, ...(place !== undefined && { place }) });
			break;
		}
		case 'wrapper':
			if (isNothing(value)) break;
			gatherWrapper(value, path, meaning.entity, g, wrappers);
			break;
		case 'theirs':
			if (isNothing(value) || typeof value === 'boolean') break;
			if (meaning.looks !== undefined || namesSomebody(value, senses)) g.theirs.push(path);
			break;
		case 'meta':
			if (meaning.company === true && isObject(value)) gatherCompany(value, path, g);
			else noteMeta(meaning.looks, value, path, g);
			break;
		case 'thing':
			if (typeof value === 'object' && looksNested(value) !== undefined) noteNested(value, path, g);
			break;
		case 'unknown':
			if (!isNothing(value)) noteUnknown(meaning.looks, value, path, g, wrappers);
	}
}

function gatherField(
	{ field, type, place, line }: Extract<Meaning, { kind: 'field' }>,
	value: unknown,
	path: Path,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (isAddressField(field)) {
		gatherAddressPart({ field, type, place, line }, value, path, g);
		return;
	}
	switch (field) {
		case 'phone':
			// "Phone verified" is a question where a boolean answers it
			if (typeof value === 'boolean' && keyWords(String(path.at(-1))).senses.has('soft')) break;
			g.hasPhoneKey = true;
			gatherEntries(value, path, { kind: 'phone', type, place }, g);
			break;
		case 'email':
			if (typeof value === 'boolean' && keyWords(String(path.at(-1))).senses.has('soft')) break;
			g.hasEmailKey = true;
			gatherEntries(value, path, { kind: 'email', type, place }, g);
			break;
		case 'waId': {
			const id = scalarText(Array.isArray(value) ? value[0] : value);
			g.hasPhoneKey = true;
			if (id !== undefined && !/\d{5,}/.test(id)) {
				g.lost.push({ field: 'phones', path, value, why: 'is no WhatsApp ID' });
			} else if (id !== undefined)
				g.waIds.push({ text: id, path, ...(place !== undefined && { place }) });
			break;
		}
		case 'phoneCountryCode':
		case 'areaCode':
		case 'extension': {
			const text = scalarText(value);
			if (text === undefined) break;
			g.numberParts.push({
				part: field,
				text,
				path,
				...(place !== undefined && { place }),
				...(type !== undefined && { type }),
			});
			break;
		}
		case 'number': {
			const text = scalarText(value);
			if (text !== undefined) g.numbers.push({ text, path, ...(place !== undefined && { place }) });
			break;
		}
		case 'website':
		case 'url':
			gatherUrl(field, value, path, g);
			break;
		case 'social': {
			const text = scalarText(value);
			if (text !== undefined && isWebAddress(text)) {
				g.urls.push({ text, path, type: socialName(path) });
			} else if (isObject(value)) gatherWrapper(value, path, false, g, wrappers);
			else if (!isNothing(value)) g.unknown.push(path);
			break;
		}
		case 'person':
			gatherPerson(value, path, g, wrappers);
			break;
		default:
			gatherSingle(field, value, path, g);
	}
}

function gatherSingle(field: FieldName, value: unknown, path: Path, g: Gathering): void {
	switch (field) {
		case 'company':
			gatherCompany(value, path, g);
			break;
		case 'department': {
			const text = textIn(value);
			if (text !== undefined) g.department ??= { text, path };
			break;
		}
		case 'jobTitle': {
			g.nameKeys.add('jobTitle');
			const text = textIn(value);
			if (text !== undefined) g.jobTitle ??= { text, path };
			break;
		}
		case 'birthday': {
			const last = path.map(String).at(-1) ?? '';
			const order =
				/^birthdays?$/i.test(last) && last === 'birthdays' ? 'monthFirst' : dateOrder(last);
			const text = birthdayText(value, order);
			if (text !== undefined) g.birthday ??= { text, path };
			break;
		}
		case 'note': {
			const text = textsIn(value).join('\n');
			if (text !== '') g.notes.push({ text, path });
			break;
		}
		case 'photo':
			gatherPhoto(value, path, g);
			break;
		case 'vcard':
			gatherVCard(value, path, g);
			break;
		case 'title':
			if (!isNothing(value)) gatherTitle(value, path, g);
			break;
		default:
			if (isNameField(field)) gatherName(value, path, field, g);
	}
}

function gatherTitle(value: unknown, path: Path, g: Gathering): void {
	const text = textIn(value);
	if (text !== undefined) g.names.title ??= { text, path };
}

function gatherVCard(value: unknown, path: Path, g: Gathering): void {
	const texts = textsIn(value);
	const card = texts.find(isVCard);
	if (card !== undefined) g.vcard ??= { text: card, path };
	else if (texts.length > 0) g.unknown.push(path);
}

const NAME_FIELD_NAMES = [
	'fullName',
	'name',
	'frenchName',
	'firstName',
	'lastName',
	'secondSurname',
	'apelido',
	'middleName',
	'prefix',
	'suffix',
	'nickname',
	'fallbackName',
] as const;

function isNameField(field: FieldName): field is (typeof NAME_FIELD_NAMES)[number] {
	return NAME_FIELD_NAMES.some((name) => name === field);
}

/** Portuguese, Spanish, German, French and Italian dates begin with the day. */
function dateOrder(key: string): 'dayFirst' | undefined {
	return /nasc|nacim|anivers|cumple|geburt|naiss|nascita/i.test(key) ? 'dayFirst' : undefined;
}

/** A company by name, or the object of one: what else stands there, its phone or its owner, is not the contact's. */
function gatherCompany(value: unknown, path: Path, g: Gathering): void {
	if (isNothing(value)) return;
	const chosen = Array.isArray(value) ? firstChoice(value) : value;
	if (Array.isArray(value) && value.filter((one) => !isNothing(one)).length > 1) {
		g.moreCompanies.push(path);
	}
	if (!isObject(chosen)) {
		const text = scalarText(chosen);
		if (text !== undefined && !/^\d+$/.test(text)) addCompany(text, path, g);
		return;
	}
	for (const [key, part] of Object.entries(chosen)) {
		const text = textIn(part);
		const { senses } = keyWords(key);
		const at = [...path, key];
		if (senses.has('role')) {
			if (looksOf(senses) !== undefined && !isNothing(part)) g.theirs.push(at);
		} else if (text === undefined || senses.has('meta') || senses.has('thing')) continue;
		else if (senses.has('name') || senses.has('value') || senses.has('company')) {
			if (typeof part === 'string') addCompany(text, at, g);
		} else if (senses.has('title') || senses.has('jobTitle')) g.jobTitle ??= { text, path: at };
		else if (senses.has('department')) g.department ??= { text, path: at };
		else if (looksOf(senses) === 'phone' || looksOf(senses) === 'email') g.theirs.push(at);
	}
}

function addCompany(text: string, path: Path, g: Gathering): void {
	if (g.company === undefined) g.company = { text, path };
	else if (!isSameName(g.company.text, text)) g.moreCompanies.push(path);
}

function gatherUrl(field: 'website' | 'url', value: unknown, path: Path, g: Gathering): void {
	// Beside an id it is the address of the record
	if (field === 'url' && g.hasId && typeof value === 'string') return;
	if (typeof value === 'string' && field === 'url' && value.startsWith('/')) return;
	gatherEntries(value, path, { kind: 'url' }, g);
}

const SOCIAL_NAMES: Readonly<Record<string, string>> = {
	linkedin: 'LinkedIn',
	github: 'GitHub',
	youtube: 'YouTube',
	tiktok: 'TikTok',
};

function socialName(path: Path): string {
	const letters = plainWords(String(path.at(-1) ?? '')).join('');
	const known = Object.entries(SOCIAL_NAMES).find(([name]) => letters.includes(name))?.[1];
	const word = letters.replace(/url|profile/g, '');
	return known ?? word.charAt(0).toUpperCase() + word.slice(1);
}

function gatherPhoto(value: unknown, path: Path, g: Gathering): void {
	if (Array.isArray(value)) {
		value.forEach((one: unknown, index) => {
			gatherPhoto(one, [...path, index], g);
		});
		return;
	}
	if (isObject(value)) {
		// Google's own picture of a letter, where the contact has none
		if (value['default'] === true) return;
		for (const [key, one] of Object.entries(value)) gatherPhoto(one, [...path, key], g);
		return;
	}
	if (typeof value !== 'string' || !isWebAddress(value)) return;
	const size = Math.max(0, ...keyWords(String(path.at(-1) ?? '')).numbers);
	if (g.photo === undefined || size > g.photo.size) g.photo = { text: value.trim(), path, size };
}

/** Under `contact`, `customer` and the like: a number or a name as text, else the contact itself. */
function gatherPerson(value: unknown, path: Path, g: Gathering, wrappers: Wrapper[]): void {
	if (isNothing(value)) return;
	if (typeof value === 'object') {
		gatherWrapper(value, path, true, g, wrappers);
		return;
	}
	const text = scalarText(value);
	if (text === undefined || typeof value === 'boolean') return;
	const read = phoneValue(value);
	if ('text' in read && /^\+?[\d\s().-]{8,}$/.test(read.text)) {
		// A long number without + may be the id of the contact
		if (read.text.startsWith('+') || /[\s().-]/.test(read.text))
			g.phones.push({ text: read.text, path });
		else g.unclear.push({ path, looks: 'phone' });
		g.hasPhoneKey = true;
	} else if (/\p{L}/u.test(text) && !/^(?=.*\d)\S+$/.test(text)) {
		if (g.person === undefined) g.person = { text, path };
		else g.unknown.push(path);
	}
}

function gatherWrapper(
	value: unknown,
	path: Path,
	entity: boolean,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (isObject(value)) {
		wrappers.push({ value, path, entity });
		return;
	}
	if (!Array.isArray(value)) {
		g.unknown.push(path);
		return;
	}
	const fields = keyValues(value);
	if (fields !== undefined) {
		wrappers.push({ value: fields, path, entity: false });
		return;
	}
	const objects = value.filter(isObject).filter((one) => !isNothing(one));
	const [only, ...more] = objects;
	if (only !== undefined && more.length === 0) wrappers.push({ value: only, path, entity });
	else if (objects.length > 0) noteNested(value, path, g);
	else g.unknown.push(path);
}

const FIELD_KEYS = ['name', 'key', 'label', 'field', 'question', 'title', 'type', 'attribute'];
const VALUE_KEYS = ['value', 'values', 'answer', 'text', 'content', 'response'];

/** `[{ name: "phone", value: "…" }, …]`, as forms and custom fields come, as an object; undefined for other lists. */
export function keyValues(list: readonly unknown[]): JsonObject | undefined {
	const fields: JsonObject = {};
	for (const entry of list) {
		if (!isObject(entry)) return undefined;
		const keys = Object.keys(entry);
		const named = FIELD_KEYS.find((name) => typeof entry[name] === 'string' && keys.includes(name));
		const valued = VALUE_KEYS.find((name) => keys.includes(name));
		if (named === undefined || valued === undefined || named === valued) return undefined;
		const name = String(entry[named]);
		const subtype = typeof entry['subtype'] === 'string' ? ` ${entry['subtype']}` : '';
		const free =
			name in fields ? `${name}${subtype} ${String(Object.keys(fields).length + 1)}` : name;
		fields[free] = entry[valued];
	}
	return Object.keys(fields).length === 0 ? undefined : fields;
}

/**
 * Takes over what is in a wrapper, where it is the same contact's: more fields of it, or the contact itself where the
 * outer object has no name. What is named otherwise is somebody else.
 */
function unwrap({ value, path, entity }: Wrapper, g: Gathering, depth: number): void {
	const inner = gather(value, path, depth + 1);
	const outerName = nameIn(g);
	const innerName = nameIn(inner);
	if (outerName !== undefined && innerName !== undefined && !isSameName(outerName, innerName)) {
		const looks = inner.phones.length > 0 ? 'phone' : 'name';
		if (g.phones.length > 0 || looks === 'name') g.theirs.push(path);
		else g.unclear.push({ path, looks });
		return;
	}
	if (entity && outerName === undefined && innerName !== undefined && g.vcard === undefined) {
		// Beside a whole contact stands where it goes to, or whose it is
		for (const { text, path: at } of g.phones.splice(0)) {
			const isOwn = inner.phones.some((phone) => isSamePhone(phone.text, text));
			if (!isOwn) g.unclear.push({ path: at, looks: 'phone' });
		}
		for (const { text, path: at } of g.emails.splice(0)) {
			const isOwn = inner.emails.some((email) => email.text.toLowerCase() === text.toLowerCase());
			if (!isOwn) g.unclear.push({ path: at, looks: 'email' });
		}
	}
	absorb(g, inner);
}

function nameIn(g: Gathering): string | undefined {
	if (!hasName(g)) return undefined;
	const { fullName, name, frenchName, firstName, lastName, apelido } = g.names;
	const parts = [firstName, lastName ?? apelido].flatMap((part) => part?.text ?? []);
	return fullName?.text ?? [name?.text ?? frenchName?.text, ...parts].filter(Boolean).join(' ');
}

/** Puts labels, codes and extensions to the numbers that they are of. */
function settleNumbers(g: Gathering): void {
	const theirs = new Set<object>();
	for (const { of, text, place } of g.labels) {
		const label = readLabel(text);
		if (label === undefined) continue;
		if (of === 'address') {
			for (const [group, parts] of g.addresses) {
				if (group.startsWith(`${String(place ?? 1)}/`) && label !== THEIRS) parts.type ??= label;
			}
			continue;
		}
		const list = of === 'phone' ? g.phones : of === 'email' ? g.emails : g.urls;
		for (const entry of list) {
			if ((entry.place ?? 1) !== (place ?? 1)) continue;
			if (label === THEIRS) {
				theirs.add(entry);
				g.theirs.push(entry.path);
			} else entry.type ??= label;
			if (/^\s*\*/.test(text)) entry.primary = true;
		}
	}
	g.phones = g.phones.filter((entry) => !theirs.has(entry));
	g.emails = g.emails.filter((entry) => !theirs.has(entry));
	if (g.numberParts.length > 0 && g.phones.length === 0) {
		g.hasPhoneKey ||= g.numbers.length > 0;
		g.phones.push(...g.numbers.splice(0));
	}
	if (g.numberParts.length === 0) return;
	const first = g.phones[0];
	for (const phone of g.phones) {
		const part = (name: NumberPart['part']) =>
			g.numberParts.find(
				(one) =>
					one.part === name &&
					(one.place ?? 1) === (phone.place ?? 1) &&
					(one.type === undefined || one.type === phone.type),
			);
		const extension = part('extension');
		// One that does not say of which phone it is belongs to the first
		const isItsOwn = extension?.type !== undefined || extension?.place !== undefined;
		phone.text = joinNumber(phone.text, {
			phoneCountryCode: part('phoneCountryCode')?.text,
			areaCode: part('areaCode')?.text,
			extension: isItsOwn || phone === first ? extension?.text : undefined,
		});
	}
}

function noteUnknown(
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
		noteNested(value, path, g);
		return;
	}
	if (looks !== undefined && typeof value !== 'boolean') g.unclear.push({ path, looks });
	else g.unknown.push(path);
}

/** What no field is made of and yet holds names, phones or e-mails further down. */
function noteNested(value: unknown, path: Path, g: Gathering): void {
	const looks = looksNested(value);
	if (looks === undefined) g.unknown.push(path);
	else g.unclear.push({ path, looks });
}

/** Whether a value under somebody else's key is a name of theirs, or holds their phone or e-mail. */
function namesSomebody(value: unknown, senses: ReadonlySet<Sense>): boolean {
	if (typeof value === 'object') return looksNested(value) !== undefined;
	return typeof value === 'string' && !senses.has('meta') && /^[\p{L}\p{M}'’. -]{2,}$/u.test(value);
}

/** `phone_id`, `email_status`: nothing to name, unless the value is one after all. */
function noteMeta(looks: Looks | undefined, value: unknown, path: Path, g: Gathering): void {
	if (typeof value !== 'string' || looks === undefined) return;
	const isPhone = looks === 'phone' && /^\s*\+\d[\d\s().-]{6,}$/.test(value);
	const isEmail = looks === 'email' && /^\S+@\S+\.\S+$/.test(value.trim());
	if (isPhone || isEmail) g.unclear.push({ path, looks });
}

/** Whether something below looks like the key of a phone, an e-mail or a person's name that has a value. */
function looksNested(value: unknown, depth = 0): Looks | undefined {
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

/** The texts in a value: of lists each, of objects what holds a text. */
export function textsIn(value: unknown, depth = 0): string[] {
	const text = scalarText(value);
	if (text !== undefined) return [text];
	if (depth > MAX_DEPTH) return [];
	if (Array.isArray(value)) return value.flatMap((one: unknown) => textsIn(one, depth + 1));
	if (!isObject(value)) return [];
	for (const key of TEXT_KEYS) {
		const texts = textsIn(value[key], depth + 1);
		if (texts.length > 0) return texts;
	}
	return [];
}

const TEXT_KEYS = [
	'value',
	'plain_text',
	'content',
	'text',
	'rich_text',
	'name',
	'displayName',
	'title',
	'body',
	'select',
	'vcard',
	'label',
];

function textIn(value: unknown): string | undefined {
	return textsIn(value)[0];
}

import { keyWords, plainWords, type KeyWords } from './keys';
import { ADDRESS_PARTS, NAME_PARTS, PHONES, SIMPLE } from './mainWords';
import type { Sense } from './words';

/** A contact field as a row's key may name it. Members of {@link FieldName} that are not fields describe part of one. */
export type FieldName =
	| 'phone'
	| 'waId'
	| 'phoneCountryCode'
	| 'areaCode'
	| 'extension'
	| 'email'
	| 'name'
	| 'frenchName'
	| 'fullName'
	| 'firstName'
	| 'lastName'
	| 'secondName'
	| 'secondSurname'
	| 'apelido'
	| 'middleName'
	| 'prefix'
	| 'suffix'
	| 'nickname'
	| 'fallbackName'
	| 'company'
	| 'department'
	| 'jobTitle'
	| 'jobRole'
	| 'headline'
	| 'title'
	| 'address'
	| 'street'
	| 'houseNumber'
	| 'complement'
	| 'district'
	| 'poBox'
	| 'city'
	| 'state'
	| 'zip'
	| 'country'
	| 'countryCode'
	| 'website'
	| 'url'
	| 'social'
	| 'birthday'
	| 'note'
	| 'photo'
	| 'vcard'
	/** `contact`, `customer`, …: as text a name or a number, as an object a wrapper. */
	| 'person'
	/** `number`: of a phone or a house, depending on the keys beside it. */
	| 'number'
	/** `work`, `home`: the label of a phone or an email, if the value is one. */
	| 'labelled';

export type Looks = 'name' | 'phone' | 'email';

/** What a key says. `looks` is set if it looks like a name, phone or email that is not read. */
export type Meaning =
	| { kind: 'field'; field: FieldName; type?: string; place?: number; line?: number }
	/** Which of several values of a field it describes: `Phone 1 - Label`. */
	| { kind: 'label'; of: 'phone' | 'email' | 'address' | 'url'; place?: number }
	/** An object under this key contains fields of the same contact. */
	| { kind: 'wrapper'; entity: boolean }
	| { kind: 'theirs'; looks?: Looks }
	/** A product's, a list's, a record's: never a person's. */
	| { kind: 'thing' }
	/** `company`: as an object it is the company, as `org_id: { name }`. */
	| { kind: 'meta'; looks?: Looks; company?: true }
	| { kind: 'unknown'; looks?: Looks };

/** Pipedrive names custom fields by a hash. */
const HASH = /^[0-9a-f]{20,}$/i;

/** What a key says on its own; inside `phones` or `name` it may say more. */
export function meaningOf(key: string): Meaning {
	const words = keyWords(key);
	const found = known.get(words);
	if (found !== undefined) return found;
	const meaning = interpret(key, words);
	known.set(words, meaning);
	return meaning;
}

/** By the words of a key, kept from row to row. */
const known = new WeakMap<KeyWords, Meaning>();

function interpret(key: string, words: KeyWords): Meaning {
	if (HASH.test(key)) return { kind: 'meta' };
	const { senses } = words;
	const looks = looksOf(senses);
	if (senses.has('role')) {
		// The phrase of a role may have the word in it, as "to phone"
		const inRole =
			looks ?? plainWords(key).flatMap((word) => looksOf(keyWords(word).senses) ?? [])[0];
		return { kind: 'theirs', ...(inRole && { looks: inRole }) };
	}
	return (
		ofPhone(words) ??
		ofMeta(words, looks) ??
		ofEmail(words) ??
		ofSimple(words) ??
		ofName(words) ??
		ofAddress(words) ??
		ofRest(words, looks)
	);
}

/** Whether a key looks like that of a name, phone or email, whoever's it is. */
export function looksOf(senses: ReadonlySet<Sense>): Looks | undefined {
	if (senses.has('email')) return 'email';
	if (PHONES.some((sense) => senses.has(sense))) return 'phone';
	const isName = NAME_PARTS.some(
		(part) => part !== 'prefix' && part !== 'suffix' && senses.has(part),
	);
	return isName ? 'name' : undefined;
}

/** What a phone, email or address is for, in vCard's words. */
export function typeOf(senses: ReadonlySet<Sense>): string | undefined {
	if (senses.has('fax')) return 'FAX';
	if (senses.has('mobile')) return 'CELL';
	if (senses.has('work') || senses.has('company')) return 'WORK';
	if (senses.has('home')) return 'HOME';
	if (senses.has('main')) return 'MAIN';
	return senses.has('other') ? 'OTHER' : undefined;
}

function ofPhone({ senses, numbers, unknown }: KeyWords): Meaning | undefined {
	const has = (sense: Sense) => senses.has(sense);
	const place = placeIn(numbers);
	const isPhone = PHONES.some(has);
	if (has('email') && !has('phone') && !has('mobile')) return undefined;
	if (has('whatsappId')) return { kind: 'field', field: 'waId', ...place };
	const of = typeOf(senses);
	const part = { kind: 'field', ...place, ...(of !== undefined && { type: of }) } as const;
	if (has('phoneCountryCode') || (isPhone && (has('countryCode') || has('country')))) {
		return { ...part, field: 'phoneCountryCode' };
	}
	const isCode = !has('meta');
	if (isCode && has('areaCode')) return { ...part, field: 'areaCode' };
	if (isCode && has('extension')) return { ...part, field: 'extension' };
	const isNumber =
		has('number') && (has('work') || has('home') || has('person') || has('withCodes'));
	if (!isPhone && !(isNumber && !has('meta') && !has('thing'))) return undefined;
	if (has('label')) return { kind: 'label', of: 'phone', ...place };
	// A phone of a thing, or one with an unknown word before it, may be anybody's
	if (has('thing') || unknown.length > 0) return { kind: 'unknown', looks: 'phone' };
	if (has('meta') || has('email')) return { kind: 'meta', looks: 'phone' };
	const type = typeOf(senses);
	return { kind: 'field', field: 'phone', ...(type !== undefined && { type }), ...place };
}

function ofMeta({ senses, numbers }: KeyWords, looks: Looks | undefined): Meaning | undefined {
	if (senses.has('derivedName')) return { kind: 'meta' };
	if (!senses.has('meta')) return undefined;
	// An object under "Company ID" still contains the company
	if (senses.has('company') && numbers.length === 0) return { kind: 'meta', company: true };
	return { kind: 'meta', ...(looks && { looks }) };
}

function ofEmail({ senses, numbers, unknown }: KeyWords): Meaning | undefined {
	if (!senses.has('email')) return undefined;
	const place = placeIn(numbers);
	if (senses.has('label')) return { kind: 'label', of: 'email', ...place };
	if (senses.has('thing') || unknown.length > 0) return { kind: 'unknown', looks: 'email' };
	const type = typeOf(senses);
	return { kind: 'field', field: 'email', ...(type !== undefined && { type }), ...place };
}

function ofSimple({ senses, numbers, unknown }: KeyWords): Meaning | undefined {
	const place = placeIn(numbers);
	for (const sense of SIMPLE) {
		if (!senses.has(sense)) continue;
		if (sense === 'whatsappId') return { kind: 'field', field: 'waId', ...place };
		// "Number of notes" is a count
		if (sense === 'note' && senses.has('number')) return { kind: 'meta' };
		if (sense === 'jobRole' && senses.has('label')) return { kind: 'meta' };
		if (sense === 'website' && senses.has('label')) return { kind: 'label', of: 'url', ...place };
		// "Course description", "Product image": not the contact's
		if (senses.has('thing') && sense !== 'birthday' && sense !== 'vcard') return { kind: 'thing' };
		if (unknown.length > 0 && sense !== 'birthday' && sense !== 'photo' && sense !== 'vcard') {
			return { kind: 'unknown' };
		}
		if (isField(sense)) return { kind: 'field', field: sense, ...place };
	}
	return undefined;
}

function ofName({ senses, numbers, unknown }: KeyWords): Meaning | undefined {
	const part = NAME_PARTS.find((candidate) => senses.has(candidate));
	if (part === undefined) return undefined;
	if (senses.has('thing') || senses.has('goods')) return { kind: 'thing' };
	if (senses.has('company')) {
		return unknown.length > 0 ? { kind: 'unknown' } : { kind: 'field', field: 'company' };
	}
	if (ADDRESS_PARTS.some((address) => senses.has(address))) return undefined;
	if (unknown.length > 0 || (numbers[0] ?? 1) > 1) return { kind: 'unknown', looks: 'name' };
	if (part === 'name' || part === 'frenchName') {
		if (senses.has('first')) return { kind: 'field', field: 'firstName' };
		if (senses.has('last')) return { kind: 'field', field: 'lastName' };
		if (senses.has('person') || senses.has('full')) return { kind: 'field', field: 'fullName' };
	}
	return { kind: 'field', field: part };
}

function ofAddress({ senses, numbers, unknown }: KeyWords): Meaning | undefined {
	const isPart = ADDRESS_PARTS.find((part) => senses.has(part));
	if (isPart === undefined) return undefined;
	const [first, second] = numbers;
	if (senses.has('label')) return { kind: 'label', of: 'address', ...placeIn(numbers) };
	if (senses.has('thing') || senses.has('goods')) return { kind: 'thing' };
	if (unknown.length > 0) return { kind: 'unknown' };
	const type = typeOf(senses);
	if (isPart === 'line') {
		const line = second ?? first ?? 1;
		const street = { kind: 'field', field: 'street', line } as const;
		return {
			...street,
			...(type !== undefined && { type }),
			...(second !== undefined && first !== undefined && { place: first }),
		};
	}
	const shared = { kind: 'field', field: isPart, ...(type !== undefined && { type }) } as const;
	// "Address 2" is the second line, "Address 2 - City" a second address
	if (isPart === 'address' && !senses.has('value') && !senses.has('full')) {
		if (second !== undefined) return { ...shared, place: first ?? 1, line: second };
		return first === undefined ? shared : { ...shared, field: 'street', line: first };
	}
	return { ...shared, ...placeIn(numbers) };
}

function ofRest({ senses, numbers, unknown }: KeyWords, looks: Looks | undefined): Meaning {
	const has = (sense: Sense) => senses.has(sense);
	const place = placeIn(numbers);
	if (has('thing') || has('goods') || has('companyEvidence') || has('companyHint')) {
		return { kind: 'thing' };
	}
	if (unknown.length > 0) return { kind: 'unknown', ...(looks && { looks }) };
	if (has('title')) return { kind: 'field', field: has('company') ? 'jobTitle' : 'title' };
	if (has('company')) return { kind: 'field', field: 'company', ...place };
	// Of "Primary Contact" the value is a name
	if (has('label') || (has('primary') && !has('person')) || has('soft')) return { kind: 'meta' };
	if (has('url')) return { kind: 'field', field: 'url', ...place };
	if (has('container')) return { kind: 'wrapper', entity: false };
	if (has('person')) return { kind: 'field', field: 'person' };
	if (has('first')) return { kind: 'field', field: 'firstName' };
	if (has('last')) return { kind: 'field', field: 'lastName' };
	if (has('mailing')) return { kind: 'wrapper', entity: true };
	if (has('number')) return { kind: 'field', field: 'number', ...place };
	if (has('identities')) return { kind: 'wrapper', entity: false };
	const type = typeOf(senses);
	if (type !== undefined && [...senses].every((sense) => PLACES_OF_PHONES.has(sense))) {
		return { kind: 'field', field: 'labelled', type, ...place };
	}
	return { kind: 'unknown' };
}

/** Columns of a phone book that name only where a phone is. */
const PLACES_OF_PHONES: ReadonlySet<Sense> = new Set<Sense>([
	'work',
	'home',
	'other',
	'main',
	'number',
]);

function placeIn(numbers: readonly number[]): { place?: number } {
	const [place] = numbers;
	return place === undefined ? {} : { place };
}

function isField(sense: Sense): sense is Sense & FieldName {
	return sense !== 'whatsappId' && SIMPLE.includes(sense);
}

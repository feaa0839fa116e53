import type { ContactDraft } from '../contact';
import { assemblePhones, MIN_COMMON_DIGITS } from './assemblePhones';
import { companyFromName, isCompanyRecord } from './companyRecord';
import { filled } from './filled';
import type { AddressParts, Gathering, Text } from './gathering';
import { isSameName, nameWords } from './names';

/** Forms of address: a title that is not a job. */
const FORM_OF_ADDRESS =
	/^(?:(?:mr|mrs|ms|miss|mx|dr|dra|prof|profa|sr|sra|srta|herr|frau|mme|mlle|eng|rev|sir|dame|lord|lady|don|do[nñ]a|dott|ing)\.?\s*)+$/i;
/** Beside a job a single word is one, such as Captain; the shortest in capitals are jobs: CEO. */
const ONE_WORD = /^(?!\p{Lu}{2,4}$)\p{L}{1,12}\.?$/u;
const MAX_HOUSE_NUMBER_DIGITS = 6;

/** Turns what was gathered into the neutral contact; decides what the parts of a name mean together. */
export function assemble(g: Gathering): ContactDraft {
	settlePlainNumbers(g);
	const { name, nickname, prefixFromTitle, jobFromTitle } = assembleName(g);
	const draft: ContactDraft = {};
	const prefix = g.names.prefix?.text ?? prefixFromTitle;
	const parts = { ...name, ...filled({ prefix, suffix: g.names.suffix?.text }) };
	if (Object.keys(parts).length > 0) draft.name = parts;
	const phones = assemblePhones(g);
	if (phones.length > 0) draft.phones = phones;
	const emails = unique(g.emails, ({ text }) => text.toLowerCase()).map(({ text, type }) => ({
		email: text,
		...filled({ type }),
	}));
	if (emails.length > 0) draft.emails = emails;
	joinLines(g);
	const addresses = [...g.addresses.values()].map(assembleAddress).filter(hasContent);
	const kept = addresses.filter((address, index) => {
		return !addresses.some(
			(other, place) => place !== index && isWithin(address, other, place < index),
		);
	});
	if (kept.length > 0) draft.addresses = kept;
	const org = filled({
		company: g.company?.text ?? companyFromName(g),
		department: g.department?.text,
		title: g.jobTitle?.text ?? jobFromTitle ?? g.jobRole?.text ?? g.headline?.text,
	});
	if (Object.keys(org).length > 0) draft.org = org;
	const urls = unique(g.urls, ({ text }) => text).map(({ text, type }) => ({
		url: text,
		...filled({ type }),
	}));
	if (urls.length > 0) draft.urls = urls;
	const note = [...new Set(g.notes.map(({ text }) => text))].join('\n');
	return Object.assign(
		draft,
		filled({ birthday: g.birthday?.text, nickname, note: note || undefined, photo: g.photo?.text }),
	);
}

/** A key that says only `number`: a phone if written as one, a house number beside a street, otherwise unclear. */
function settlePlainNumbers(g: Gathering): void {
	for (const entry of g.numbers.splice(0)) {
		const { text, path } = entry;
		const digits = text.replace(/\D/g, '').length;
		const address = [...g.addresses.values()].find(
			(parts) => parts['street'] !== undefined || parts['address'] !== undefined,
		);
		if (/^\s*(?:\+|00)[\d\s().-]{7,}$/.test(text)) g.phones.push(entry);
		else if (address !== undefined && digits <= MAX_HOUSE_NUMBER_DIGITS)
			address['houseNumber'] ??= text;
		else if (digits >= MIN_COMMON_DIGITS) g.unclear.push({ path, looks: 'phone' });
		else g.unknown.push(path);
	}
}

/** `street2` beside one address is its second line; with a city of its own it is a second address. */
function joinLines({ addresses }: Gathering): void {
	for (const [group, parts] of addresses) {
		const [place = '', type = ''] = group.split('/');
		const first = addresses.get(`1/${type}`);
		const isLine = Object.keys(parts).every((part) => part === 'street' || part === 'type');
		if (!/^\d+$/.test(place) || place === '1' || first === undefined || !isLine) continue;
		first[`street${place}`] ??= parts['street'];
		addresses.delete(group);
	}
}

interface AssembledName {
	name: NonNullable<ContactDraft['name']>;
	nickname: string | undefined;
	prefixFromTitle: string | undefined;
	jobFromTitle: string | undefined;
}

function assembleName(g: Gathering): AssembledName {
	const { names, nameKeys } = g;
	const title = names.title?.text;
	const isAddress = title !== undefined && FORM_OF_ADDRESS.test(title.trim());
	const isPrefix = isAddress || (nameKeys.has('jobTitle') && ONE_WORD.test(title?.trim() ?? ''));
	const isJob = !isPrefix && (g.jobTitle === undefined || g.jobTitle.text === title);
	if (names.title !== undefined && !isPrefix && !isJob) g.leftOut.push(names.title.path);
	if (g.jobRole !== undefined && (g.jobTitle ?? (isJob ? title : undefined)) !== undefined) {
		const job = g.jobTitle?.text ?? title;
		if (job !== g.jobRole.text) g.leftOut.push(g.jobRole.path);
	}
	// If there is a Sobrenome too, Brazil's apelido is the nickname
	const isNickname = nameKeys.has('lastName');
	const apelido = names.apelido?.text;
	const surnames = [
		names.lastName?.text ?? (isNickname ? undefined : (names.secondName?.text ?? apelido)),
		names.secondSurname?.text,
	];
	const last = surnames.filter((part) => part !== undefined).join(' ') || undefined;
	return {
		name: isCompanyRecord(g) ? {} : nameOf(g, last),
		nickname: names.nickname?.text ?? (isNickname ? apelido : undefined),
		prefixFromTitle: isPrefix ? title : undefined,
		jobFromTitle: isJob ? title : undefined,
	};
}

function nameOf(g: Gathering, last: string | undefined): NonNullable<ContactDraft['name']> {
	const { names } = g;
	const plain = plainName(g);
	// Bitrix24 calls the middle name the second; where no last name stands, it is that
	const second = g.nameKeys.has('lastName') ? names.secondName : undefined;
	const middle = names.middleName?.text ?? second?.text;
	let first = names.firstName?.text;
	let lastName = last;
	let full = names.fullName?.text;
	if (plain !== undefined && full !== undefined) {
		// Odoo shows "Acme, Ana Lima" for the name "Ana Lima" at Acme
		const company = g.company?.text;
		const isWithCompany =
			company !== undefined && full.includes(company) && !plain.text.includes(company);
		const before = full.endsWith(`, ${plain.text}`) ? full.slice(0, -plain.text.length - 2) : '';
		if (before !== '') g.company ??= { text: before, path: names.fullName?.path ?? plain.path };
		if (isWithCompany || before !== '') full = plain.text;
		else if (!isSameName(plain.text, full)) g.unclear.push({ path: plain.path, looks: 'name' });
	} else if (plain !== undefined) {
		const { text } = plain;
		if (first === undefined && lastName === undefined) full = text;
		else if (first === undefined && lastName !== undefined) {
			if (contains(text, lastName)) full = text;
			else first = text;
		} else if (first !== undefined && lastName === undefined) {
			// "Name; Vorname", "Nom; Prénom": beside a first name it is the last
			if (contains(text, first)) full = text;
			else lastName = text;
		} else if (contains(text, lastName ?? '')) full = text;
		else if (!isSameName(text, first ?? '')) {
			if (sharesWord(text, `${first ?? ''} ${lastName ?? ''}`)) full = text;
			else g.unclear.push({ path: plain.path, looks: 'name' });
		}
	}
	const isNamed = full !== undefined || first !== undefined || lastName !== undefined;
	if (!isNamed) full = g.person?.text ?? names.fallbackName?.text;
	return filled({
		formatted_name: full,
		first_name: first,
		last_name: lastName,
		middle_name: middle,
	});
}

/**
 * What stands under `name`. Beside a price or an order number it is the person's where a phone or an email stands there,
 * too, unless it has digits, as the names of orders and products have.
 */
function plainName(g: Gathering): Text | undefined {
	const name = g.names.name ?? g.names.frenchName;
	if (name === undefined || !g.isGoods || hasPersonParts(g)) return name;
	if (g.phones.length + g.waIds.length + g.emails.length === 0) return undefined;
	if (!/\d/.test(name.text)) return name;
	g.unclear.push({ path: name.path, looks: 'name' });
	return undefined;
}

export function hasPersonParts({ names }: Gathering): boolean {
	return [names.firstName, names.lastName, names.fullName, names.apelido].some(
		(part) => part !== undefined,
	);
}

function contains(name: string, part: string): boolean {
	const words = nameWords(name);
	const inside = nameWords(part);
	if (inside.length === 0) return name.includes(part);
	return inside.every((word) => words.includes(word)) || words.join('').includes(inside.join(''));
}

function sharesWord(one: string, other: string): boolean {
	const words = nameWords(other);
	return nameWords(one).some((word) => words.includes(word));
}

function assembleAddress(parts: AddressParts): NonNullable<ContactDraft['addresses']>[number] {
	const lines = Object.keys(parts)
		.filter((key) => /^(?:street|address|complement)\d+$/.test(key))
		.sort((a, b) => Number(a.replace(/\D/g, '')) - Number(b.replace(/\D/g, '')))
		.map((key) => parts[key]);
	const own = [parts['street'], parts['address']].filter((part) => part !== undefined);
	const [first, second] = own;
	const street =
		first !== undefined && second !== undefined && overlaps(first, second)
			? [longer(first, second)]
			: own;
	const all = [
		...street,
		...lines,
		parts['houseNumber'],
		parts['complement'],
		parts['poBox'],
		parts['district'],
	];
	const joined = [...new Set(all.filter((part) => part !== undefined))].join(', ');
	const { city, state, zip, country, countryCode, type } = parts;
	const hasParts = [joined || undefined, city, zip].some((part) => part !== undefined);
	const code =
		countryCode !== undefined && /^[a-z]{2}$/i.test(countryCode) ? countryCode : undefined;
	return filled({
		street: joined || (hasParts ? undefined : parts['whole']),
		city,
		state,
		zip,
		country: country ?? (code === undefined ? countryCode : undefined),
		country_code: code,
		type,
	});
}

type DraftAddress = NonNullable<ContactDraft['addresses']>[number];

/** Whether an address adds nothing to another; of two equal ones, the earlier is kept. */
function isWithin(address: DraftAddress, other: DraftAddress, isEarlier: boolean): boolean {
	const { type: _type, ...parts } = address;
	const { type: _otherType, ...otherParts } = other;
	const entries = Object.entries(parts);
	const others: Readonly<Record<string, string | undefined>> = otherParts;
	if (!entries.every(([part, text]) => others[part] === text)) return false;
	return isEarlier || Object.keys(otherParts).length > entries.length;
}

function overlaps(one: string, other: string): boolean {
	return one.includes(other) || other.includes(one);
}

function longer(one: string, other: string): string {
	return one.length >= other.length ? one : other;
}

function hasContent({ type: _type, ...parts }: { type?: string | undefined }): boolean {
	return Object.keys(parts).length > 0;
}

function unique<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
	const seen = new Set<string>();
	return items.filter((item) => {
		const key = keyOf(item);
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

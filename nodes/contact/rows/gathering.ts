import type { JsonObject } from '../object';
import type { Path } from '../read/dialect';

/** Parts of a name as rows have them; which of them is the whole name only the others tell. */
export const NAME_FIELDS = [
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
	'title',
	'nickname',
	'fallbackName',
] as const;

export type NameField = (typeof NAME_FIELDS)[number];

export interface Text {
	text: string;
	path: Path;
}

/** A phone, e-mail or URL that was found. */
export interface Entry extends Text {
	type?: string;
	/** The number in its key, by which a label or an area code finds it. */
	place?: number;
	primary?: boolean;
	/** A WhatsApp id that stands with it in one object. */
	waId?: string;
}

/** Codes and extensions that stand in keys of their own, by the place of their phone. */
export interface NumberPart extends Text {
	part: 'phoneCountryCode' | 'areaCode' | 'extension';
	place?: number;
	/** Where the key says which phone it is of: `work_phone_ext`. */
	type?: string;
}

export interface AddressParts {
	[part: string]: string | undefined;
	type?: string;
}

/** A value that a key promised and that cannot be it; `why` completes `phone "…" `. */
export interface Lost {
	field: 'phones' | 'emails' | 'name';
	path: Path;
	value: unknown;
	why: string;
}

/** What was found in an object, each thing with where it stood, before anything is decided. */
export interface Gathering {
	names: Partial<Record<NameField, Text>>;
	/** Keys of names that are there, also where they are empty. */
	nameKeys: Set<NameField | 'jobTitle'>;
	phones: Entry[];
	/** Numbers under a key that says no more than `number`. */
	numbers: Entry[];
	numberParts: NumberPart[];
	waIds: Entry[];
	emails: Entry[];
	urls: Entry[];
	labels: Array<{ of: 'phone' | 'email' | 'address' | 'url'; text: string; place?: number }>;
	addresses: Map<string, AddressParts>;
	/** What stands under `contact` or `customer` as text: a name where there is no other. */
	person?: Text;
	company?: Text;
	moreCompanies: Path[];
	department?: Text;
	jobTitle?: Text;
	birthday?: Text & { order?: 'dayFirst' | 'monthFirst' };
	notes: Text[];
	photo?: Text & { size: number };
	vcard?: Text;
	/** Whether there is a key for them at all. */
	hasPhoneKey: boolean;
	hasEmailKey: boolean;
	/** Whether something says that the row is a company's, or that of goods or an order. */
	isCompany: boolean;
	isGoods: boolean;
	hasId: boolean;
	lost: Lost[];
	/** Booleans and words for yes and no, which are never a value. */
	answers: Lost[];
	/** What is read, though it may be wrong. */
	doubts: Lost[];
	/** Names, phones and e-mails of others. */
	theirs: Path[];
	/** Names, phones and e-mails of which it is not clear whose they are. */
	unclear: Array<{ path: Path; looks: 'name' | 'phone' | 'email' }>;
	/** Keys that no field is made of. */
	unknown: Path[];
}

export function emptyGathering(): Gathering {
	return {
		names: {},
		nameKeys: new Set(),
		phones: [],
		numbers: [],
		numberParts: [],
		waIds: [],
		emails: [],
		urls: [],
		labels: [],
		addresses: new Map(),
		notes: [],
		moreCompanies: [],
		hasPhoneKey: false,
		hasEmailKey: false,
		isCompany: false,
		isGoods: false,
		hasId: false,
		lost: [],
		answers: [],
		doubts: [],
		theirs: [],
		unclear: [],
		unknown: [],
	};
}

/** Whether any part of a name that is a person's own was found. */
export function hasName({ names }: Gathering): boolean {
	return (['fullName', 'name', 'frenchName', 'firstName', 'lastName', 'apelido'] as const).some(
		(field) => names[field] !== undefined,
	);
}

/** Takes over what another gathering found of the same contact; what is there already stays. */
export function absorb(into: Gathering, more: Gathering): void {
	for (const field of NAME_FIELDS) {
		const text = more.names[field];
		if (text !== undefined) into.names[field] ??= text;
	}
	for (const key of more.nameKeys) into.nameKeys.add(key);
	// A place in a key counts inside its own object only
	const free = <Item extends { place?: number }>({ place: _place, ...item }: Item) => item;
	into.phones.push(...more.phones.map(free));
	into.numbers.push(...more.numbers.map(free));
	into.waIds.push(...more.waIds.map(free));
	into.emails.push(...more.emails.map(free));
	into.urls.push(...more.urls.map(free));
	for (const [group, parts] of more.addresses) {
		into.addresses.set(`${String(into.addresses.size)}/${group}`, parts);
	}
	if (more.person !== undefined) into.person ??= more.person;
	into.moreCompanies.push(...more.moreCompanies);
	if (more.company !== undefined) into.company ??= more.company;
	if (more.department !== undefined) into.department ??= more.department;
	if (more.jobTitle !== undefined) into.jobTitle ??= more.jobTitle;
	if (more.birthday !== undefined) into.birthday ??= more.birthday;
	if (more.photo !== undefined) into.photo ??= more.photo;
	if (more.vcard !== undefined) into.vcard ??= more.vcard;
	into.notes.push(...more.notes);
	into.hasPhoneKey ||= more.hasPhoneKey;
	into.hasEmailKey ||= more.hasEmailKey;
	into.isCompany ||= more.isCompany;
	into.isGoods ||= more.isGoods;
	into.lost.push(...more.lost);
	into.answers.push(...more.answers);
	into.doubts.push(...more.doubts);
	into.theirs.push(...more.theirs);
	into.unclear.push(...more.unclear);
	into.unknown.push(...more.unknown);
}

/** An object inside of a row that may hold the contact, or more of it. */
export interface Wrapper {
	value: JsonObject;
	path: Path;
	/** Whether it is somebody or something of its own, as `customer`, or more fields of the same, as `properties`. */
	entity: boolean;
}

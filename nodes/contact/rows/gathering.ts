import type { JsonObject } from '../object';
import type { Path } from '../read/dialect';

/** Parts of a name as rows have them; only together do they show which one is the whole name. */
export const NAME_FIELDS = [
	'fullName',
	'name',
	'frenchName',
	'firstName',
	'lastName',
	'secondName',
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

/** A phone, email or URL that was found. */
export interface Entry extends Text {
	type?: string;
	/** The number in its key, which links a label or an area code to it. */
	place?: number;
	primary?: boolean;
	/** A WhatsApp id in the same object. */
	waId?: string;
}

/** Codes and extensions in their own keys, by the place of their phone. */
export interface NumberPart extends Text {
	part: 'phoneCountryCode' | 'areaCode' | 'extension';
	place?: number;
	/** Set if the key says which phone it belongs to: `work_phone_ext`. */
	type?: string;
}

export interface AddressParts {
	[part: string]: string | undefined;
	type?: string;
}

/** A value that is not what its key promises; `why` completes `phone "…" `. */
export interface Lost {
	field: 'phones' | 'emails' | 'name' | 'photo';
	path: Path;
	value: unknown;
	why: string;
}

/** What was found in an object, each value with its path, before anything is decided. */
export interface Gathering {
	names: Partial<Record<NameField, Text>>;
	/** Name keys that are present, even if they are empty. */
	nameKeys: Set<NameField | 'jobTitle'>;
	phones: Entry[];
	/** Numbers under a key that just says `number`. */
	numbers: Entry[];
	numberParts: NumberPart[];
	waIds: Entry[];
	emails: Entry[];
	urls: Entry[];
	labels: Array<{ of: 'phone' | 'email' | 'address' | 'url'; text: string; place?: number }>;
	addresses: Map<string, AddressParts>;
	/** Text under `contact` or `customer`: a name if there is no other. */
	person?: Text;
	company?: Text;
	moreCompanies: Path[];
	department?: Text;
	jobTitle?: Text;
	/** `role`, as vCard has it; the job where no title says it. */
	jobRole?: Text;
	headline?: Text;
	birthday?: Text & { order?: 'dayFirst' | 'monthFirst' };
	notes: Text[];
	photo?: Text & { size: number };
	vcard?: Text;
	/** Whether there is any key for them. */
	hasPhoneKey: boolean;
	hasEmailKey: boolean;
	/** Whether something shows that the row is a company, goods or an order. */
	isCompany: boolean;
	/** Keys that are a company's, which may be the one the person works for. */
	companyHints: number;
	isGoods: boolean;
	/** Whether it is a meeting or a booking. */
	isEvent: boolean;
	/** Whether it is the record of a form that somebody filled in. */
	isForm: boolean;
	hasId: boolean;
	lost: Lost[];
	/** Booleans and words for yes and no, which are never values. */
	answers: Lost[];
	/** Values that are read although they may be wrong. */
	doubts: Lost[];
	/** Names, phones and emails of others. */
	theirs: Path[];
	/** Names, phones and emails whose owner is unclear. */
	unclear: Array<{ path: Path; looks: 'name' | 'phone' | 'email' }>;
	/** Values that are a person's and have no place in a card. */
	leftOut: Path[];
	/** Keys that are not contact fields. */
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
		companyHints: 0,
		isGoods: false,
		isEvent: false,
		isForm: false,
		hasId: false,
		lost: [],
		answers: [],
		doubts: [],
		theirs: [],
		unclear: [],
		leftOut: [],
		unknown: [],
	};
}

const NAMED_BY = ['fullName', 'name', 'frenchName', 'firstName', 'lastName'] as const;

/** Whether any part of a personal name was found. */
export function hasName({ names }: Gathering): boolean {
	return ([...NAMED_BY, 'apelido', 'secondName'] as const).some(
		(field) => names[field] !== undefined,
	);
}

/** The name that was found, from its parts where no key has it whole. */
export function nameIn(g: Gathering): string | undefined {
	if (!hasName(g)) return undefined;
	const { fullName, name, frenchName, firstName, lastName, apelido } = g.names;
	const parts = [firstName, lastName ?? apelido].flatMap((part) => part?.text ?? []);
	return fullName?.text ?? [name?.text ?? frenchName?.text, ...parts].filter(Boolean).join(' ');
}

/** Takes over what another gathering found for the same contact; existing values stay. */
export function absorb(into: Gathering, more: Gathering): void {
	for (const field of NAME_FIELDS) {
		const text = more.names[field];
		if (text !== undefined) into.names[field] ??= text;
	}
	for (const key of more.nameKeys) into.nameKeys.add(key);
	// A number in a key only counts inside its own object
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
	if (more.jobRole !== undefined) into.jobRole ??= more.jobRole;
	if (more.headline !== undefined) into.headline ??= more.headline;
	if (more.birthday !== undefined) into.birthday ??= more.birthday;
	if (more.photo !== undefined) into.photo ??= more.photo;
	if (more.vcard !== undefined) into.vcard ??= more.vcard;
	into.notes.push(...more.notes);
	into.hasPhoneKey ||= more.hasPhoneKey;
	into.hasEmailKey ||= more.hasEmailKey;
	into.isCompany ||= more.isCompany;
	into.companyHints += more.companyHints;
	into.isGoods ||= more.isGoods;
	into.lost.push(...more.lost);
	into.answers.push(...more.answers);
	into.doubts.push(...more.doubts);
	into.theirs.push(...more.theirs);
	into.unclear.push(...more.unclear);
	into.leftOut.push(...more.leftOut);
	into.unknown.push(...more.unknown);
}

/** An object inside a row that may contain the contact, or more of it. */
export interface Wrapper {
	value: JsonObject;
	path: Path;
	/**
	 * Whether it is a separate person or thing, such as `customer`, or more fields of the same one, such as `properties`.
	 */
	entity: boolean;
}

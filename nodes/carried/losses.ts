import type { Contact, ContactField, FieldWarning, Organization } from '../contact/contact';
import { withoutExtension } from '../contact/phone/typed';
import { count, list } from '../contact/text';

/** How many of a list a provider carries: none, so many of each contact, or all. */
export type Carried = 0 | 1 | 'all';

/** Which fields of a contact reach the recipient's phone through a provider. The name to show always does. */
export interface Carries {
	/** First, last, middle name, prefix and suffix apart from each other. */
	nameParts: boolean;
	phones: Carried;
	emails: Carried;
	addresses: Carried;
	org: ReadonlyArray<keyof Organization>;
	urls: Carried;
	/** What a phone, e-mail, address or URL is for: WORK, HOME, … */
	types: boolean;
	/** A WhatsApp id that is not the phone's own digits. */
	whatsappIds: boolean;
	/** The extension behind a phone number. */
	extensions: boolean;
	/** `withYear`: only a whole date. */
	birthday: boolean | 'withYear';
	nickname: boolean;
	note: boolean;
	photo: boolean;
}

/** What the poorest card carries: the name to show. */
export const CARRIES_NAME: Carries = {
	nameParts: false,
	phones: 0,
	emails: 0,
	addresses: 0,
	org: [],
	urls: 0,
	types: false,
	whatsappIds: false,
	extensions: false,
	birthday: false,
	nickname: false,
	note: false,
	photo: false,
};

/** What a card carries that holds a whole vCard of ours. */
export const CARRIES_ALL: Carries = {
	nameParts: true,
	phones: 'all',
	emails: 'all',
	addresses: 'all',
	org: ['company', 'department', 'title'],
	urls: 'all',
	types: true,
	whatsappIds: true,
	extensions: true,
	birthday: true,
	nickname: true,
	note: true,
	photo: true,
};

const LISTS = ['phones', 'emails', 'addresses', 'urls'] as const;
const SINGULAR: Record<(typeof LISTS)[number], string> = {
	phones: 'phone',
	emails: 'email',
	addresses: 'address',
	urls: 'URL',
};
const PLURAL: Record<(typeof LISTS)[number], string> = {
	phones: 'phones',
	emails: 'emails',
	addresses: 'addresses',
	urls: 'URLs',
};
const SINGLES = ['birthday', 'nickname', 'note', 'photo'] as const;
/** Whether a type says no more than what every provider's own card says of a phone. */
export function isPlainPhoneType(type: string): boolean {
	return /^(cell|mobile|voice)$/i.test(type);
}

/** What of a contact is left out, in words: `1 email`, `the birthday`. */
export interface Loss {
	field: ContactField;
	lost: string;
	plural: boolean;
}

/** What of a contact a provider does not carry. */
export function losses(contact: Contact, carries: Carries): Loss[] {
	const found: Loss[] = [];
	const lose = (field: ContactField, lost: string, plural = false) => {
		found.push({ field, lost, plural });
	};

	if (!carries.nameParts) {
		const hidden = partsNotShown(contact);
		if (hidden.length > 0) lose('name', list(hidden), hidden.length > 1);
	}
	for (const field of LISTS) {
		const entries = contact[field];
		if (entries.length === 0) continue;
		const kept = entries.slice(0, places(carries[field]));
		const more = entries.length - kept.length;
		if (more > 0) lose(field, count(more, SINGULAR[field], PLURAL[field]), more > 1);
		if (carries.types) continue;
		const types = kept
			.flatMap(({ type }) => type ?? [])
			.filter((type) => field !== 'phones' || !isPlainPhoneType(type));
		if (types.length > 0) {
			lose(field, `the ${types.length > 1 ? 'types' : 'type'} ${list(types)}`, types.length > 1);
		}
	}
	const phones = contact.phones.slice(0, places(carries.phones));
	if (!carries.whatsappIds) {
		const ids = phones.filter(({ phone, wa_id: id }) => id !== undefined && `+${id}` !== phone);
		if (ids.length > 0) lose('phones', 'the WhatsApp ID');
	}
	if (!carries.extensions && phones.some(({ phone }) => withoutExtension(phone) !== phone)) {
		lose('phones', 'the extension');
	}
	for (const part of ['company', 'department', 'title'] as const) {
		if (
			contact.org[part] !== undefined &&
			contact.name.formatted_name !== contact.org[part] &&
			!carries.org.includes(part)
		) {
			lose('org', `the ${part}`);
		}
	}
	for (const field of SINGLES) {
		if (
			contact[field] !== undefined &&
			contact.name.formatted_name !== contact[field] &&
			carries[field] === false
		) {
			lose(field, `the ${field}`);
		}
	}
	if (carries.birthday === 'withYear' && contact.birthday?.startsWith('--') === true) {
		lose('birthday', 'the birthday without a year');
	}
	return found;
}

/** What of a contact is not in a shorter one of the same person. */
export function missing(whole: Contact, shorter: Contact): Loss[] {
	const found: Loss[] = [];
	const lose = (field: ContactField, lost: string, plural = false) => {
		found.push({ field, lost, plural });
	};
	if (Object.keys(whole.name).length > Object.keys(shorter.name).length) {
		lose('name', 'the parts of the name', true);
	}
	for (const field of LISTS) {
		const more = whole[field].length - shorter[field].length;
		if (more > 0) lose(field, count(more, SINGULAR[field], PLURAL[field]), more > 1);
	}
	const [first] = whole.phones;
	if (
		first !== undefined &&
		Object.keys(first).length > Object.keys(shorter.phones[0] ?? {}).length
	) {
		lose('phones', 'what belongs to the first phone');
	}
	for (const part of ['company', 'department', 'title'] as const) {
		if (whole.org[part] !== undefined && shorter.org[part] === undefined)
			lose('org', `the ${part}`);
	}
	for (const field of SINGLES) {
		if (whole[field] !== undefined && shorter[field] === undefined) lose(field, `the ${field}`);
	}
	return found;
}

/** The warnings of {@link losses}: `GOWA sends only name and one phone; 1 email was left out`. */
export function lossWarnings(
	lost: readonly Loss[],
	carries: Carries,
	provider: string,
): FieldWarning[] {
	if (lost.length === 0) return [];
	return leftOut(lost, `${provider} sends only ${sentence(carries)}`);
}

/** A warning for each loss, with the reason before it. */
export function leftOut(lost: readonly Loss[], reason: string): FieldWarning[] {
	return lost.map(({ field, lost: what, plural }) => ({
		field,
		message: `${reason}; ${what} ${plural ? 'were' : 'was'} left out`,
	}));
}

/** The carried fields in words, as in `name, one phone and company`. */
export function sentence(carries: Carries): string {
	const lists = LISTS.flatMap((field) => {
		if (carries[field] === 0) return [];
		return carries[field] === 1 ? `one ${SINGULAR[field]}` : PLURAL[field];
	});
	const singles = SINGLES.filter((field) => carries[field] !== false);
	return list(['name', ...lists, ...carries.org, ...singles]);
}

/** How many entries of a list are carried at most. */
export function places(carried: Carried): number {
	return carried === 'all' ? Infinity : carried;
}

/** Words of the name's parts that the shown name does not hold. */
function partsNotShown({ name }: Contact): string[] {
	const { formatted_name: shown, ...parts } = name;
	return Object.entries(parts)
		.filter(([, part = '']) => !isShownNamePart(part, shown))
		.map(([key]) => `the ${key.replace('_', ' ')}`);
}

/** Whether the shown name holds a part's text, in any case. */
export function isShownNamePart(part: string, shown: string): boolean {
	return shown.toLocaleLowerCase().includes(part.toLocaleLowerCase());
}

/** True when nothing but the shown name tells who this is: no part of it is set apart. */
export function hasOnlyShownName({ name }: Contact): boolean {
	const { formatted_name: shown, first_name: first, ...others } = name;
	return Object.keys(others).length === 0 && (first === undefined || first === shown);
}

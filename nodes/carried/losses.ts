import type { Contact, ContactField, FieldWarning, LeftOut } from '../contact/contact';
import { FIELDS, type GroupKey, type ListKey, type TextKey } from '../contact/fields/fields';
import { GROUPS, LISTS, partsOf, TEXTS } from '../contact/fields/keys';
import { withoutExtension } from '../contact/phone/typed';
import { count, list } from '../contact/text';
import { carriesTypes, places, type Carries } from './carries';

/** A part of a contact that is left out, in words: `1 email`, `the birthday`. */
export interface Loss {
	field: ContactField;
	lost: string;
	plural: boolean;
	/** For a list, how many entries are left out entirely. */
	entries?: LeftOut['entries'];
}

/** The groups whose parts are carried individually. */
const OTHER_GROUPS = GROUPS.filter((key): key is Exclude<GroupKey, 'name'> => key !== 'name');

type Texts = Readonly<Record<string, string | undefined>>;

/** The parts of a contact that a provider does not carry. */
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
		const entries: readonly Texts[] = contact[field];
		if (entries.length === 0) continue;
		const kept = entries.slice(0, places(carries[field]));
		const more = entries.length - kept.length;
		if (more > 0) found.push(lostEntries(field, more));
		if (carriesTypes(carries, field)) continue;
		const types = kept
			.flatMap(({ type }) => type ?? [])
			.filter((type) => field !== 'phones' || !isPlainPhoneType(type));
		if (types.length > 0) {
			lose(field, `the ${types.length > 1 ? 'types' : 'type'} ${list(types)}`, types.length > 1);
		}
	}
	const phones = contact.phones.slice(0, places(carries.phones));
	if (!carries.whatsAppIds) {
		const ids = phones.filter(({ phone, wa_id: id }) => id !== undefined && `+${id}` !== phone);
		if (ids.length > 0) lose('phones', 'the WhatsApp ID');
	}
	if (!carries.extensions && phones.some(({ phone }) => withoutExtension(phone) !== phone)) {
		lose('phones', 'the extension');
	}
	const shown = contact.name.formatted_name;
	for (const group of OTHER_GROUPS) {
		for (const part of partsOf(group)) {
			const text = contact[group][part];
			if (text !== undefined && text !== shown && !carries[group].includes(part)) {
				lose(group, `the ${words(part)}`);
			}
		}
	}
	for (const field of TEXTS) {
		const text = contact[field];
		if (text === undefined || text === shown || isCarriedText(field, text, carries)) continue;
		const { singular } = FIELDS[field];
		lose(field, carries[field] === false ? `the ${singular}` : `the ${singular} without a year`);
	}
	return found;
}

/**
 * Whether a field that is one text is carried; not every provider that carries a birthday carries one without a year.
 */
export function isCarriedText(field: TextKey, text: string, carries: Carries): boolean {
	const carried = carries[field];
	return carried === 'withYear' ? !text.startsWith('--') : carried;
}

/** The parts of a contact that a shorter one of the same person lacks. */
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
		if (more > 0) found.push(lostEntries(field, more));
	}
	const [first] = whole.phones;
	if (
		first !== undefined &&
		Object.keys(first).length > Object.keys(shorter.phones[0] ?? {}).length
	) {
		lose('phones', 'the details of the first phone', true);
	}
	for (const group of OTHER_GROUPS) {
		for (const part of partsOf(group)) {
			const isLost = whole[group][part] !== undefined && shorter[group][part] === undefined;
			if (isLost) lose(group, `the ${words(part)}`);
		}
	}
	for (const field of TEXTS) {
		if (whole[field] !== undefined && shorter[field] === undefined) {
			lose(field, `the ${FIELDS[field].singular}`);
		}
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

/** A warning for each part that may be lost on the way although all of the contact is sent. */
export function mayBeLost(
	contact: Contact,
	{ by, carries }: { by: string; carries: Carries },
): FieldWarning[] {
	return losses(contact, carries).map(({ field, lost: what }) => ({
		field,
		message: `${by} sends only ${sentence(carries)}; ${what} may not arrive`,
	}));
}

/** A warning for each loss, preceded by the reason. */
export function leftOut(lost: readonly Loss[], reason: string): FieldWarning[] {
	return lost.map(({ field, lost: what, plural, entries }) => ({
		field,
		message: `${reason}; ${what} ${plural ? 'were' : 'was'} left out`,
		leftOut: { words: what, ...(entries === undefined ? {} : { entries }) },
	}));
}

/** The carried fields in words, as in `name, one phone and company`. */
export function sentence(carries: Carries): string {
	const lists = LISTS.flatMap((field) => {
		if (carries[field] === 0) return [];
		const { singular, plural } = FIELDS[field];
		return carries[field] === 1 ? `one ${singular}` : plural;
	});
	const parts = OTHER_GROUPS.flatMap((group) => carries[group].map(words));
	const texts = TEXTS.filter((field) => carries[field] !== false).map(
		(field) => FIELDS[field].singular,
	);
	return list(['name', ...lists, ...parts, ...texts]);
}

function lostEntries(field: ListKey, number: number): Loss {
	return {
		field,
		lost: countOf(field, number),
		plural: number > 1,
		entries: { field, number },
	};
}

/** `1 phone`, `2 phones`. */
function countOf(field: ListKey, number: number): string {
	return count(number, FIELDS[field].singular, FIELDS[field].plural);
}

/** Everything that was left out, of all contacts, in words: `3 phones, 1 email, the birthday`. */
export function sumOfLeftOut(all: readonly LeftOut[]): string {
	const others = new Set<string>();
	const entries = new Map<ListKey, number>();
	for (const { words: what, entries: some } of all) {
		if (some === undefined) others.add(what);
		else entries.set(some.field, (entries.get(some.field) ?? 0) + some.number);
	}
	const counted = [...entries].map(([field, number]) => countOf(field, number));
	return [...counted, ...others].join(', ');
}

function words(key: string): string {
	return key.replaceAll('_', ' ');
}

/** Whether a type says no more than every provider's own card says about a phone. */
export function isPlainPhoneType(type: string): boolean {
	return /^(cell|mobile|voice)$/i.test(type);
}

/** The parts of the name that the shown name does not contain. */
function partsNotShown({ name }: Contact): string[] {
	const { formatted_name: shown, ...parts } = name;
	return Object.entries(parts)
		.filter(([, part = '']) => !isShownNamePart(part, shown))
		.map(([key]) => `the ${words(key)}`);
}

/** Whether the shown name contains a part's text, ignoring case. */
export function isShownNamePart(part: string, shown: string): boolean {
	return shown.toLocaleLowerCase().includes(part.toLocaleLowerCase());
}

/** True if the contact has only the shown name and no separate parts of it. */
export function hasOnlyShownName({ name }: Contact): boolean {
	const { formatted_name: shown, first_name: first, ...others } = name;
	return Object.keys(others).length === 0 && (first === undefined || first === shown);
}

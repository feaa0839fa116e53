import type { Contact, FieldWarning } from '../contact/contact';
import { FIELDS, type ContactField, type GroupKey, type ListKey } from '../contact/fields/fields';
import { isGroup, isList, KEYS, listField, partsOf } from '../contact/fields/keys';
import { carriesTypes, places, type Carries } from './carries';

/** A phone of the neutral contact that could be read: E.164, optionally with an extension. */
const READ_PHONE = /^\+\d+(;ext=\d+)?$/;

/** Fields that a warning names after the one part that such a server puts into its vCard. */
const PLURALS: Partial<Record<ContactField, string>> = { phones: 'numbers', org: 'companies' };

/** Replaces what would end a part of a vCard's value or begin an escape. */
function safeText(field: ContactField, text: string): string {
	switch (field) {
		case 'phones':
			return READ_PHONE.test(text) ? text : text.replace(/[;:,\\]+/g, ' ').trim();
		case 'emails':
			return text.replace(/\\/g, '/');
		case 'urls':
		case 'photo':
			return text.replace(/\\/g, '%5C');
		default:
			return text.replace(/;/g, ',').replace(/\\/g, '/');
	}
}

type Texts = Readonly<Record<string, string | undefined>>;

/**
 * The contact for a server that puts its texts into a vCard without escaping them: nothing in what the provider carries
 * can leave its field. By now texts contain no line breaks or control characters.
 *
 * @returns the contact, with a warning for each text that had to change
 */
export function withoutDelimiters(
	contact: Contact,
	provider: string,
	carries: Carries,
): { contact: Contact; warnings: FieldWarning[] } {
	const warnings: FieldWarning[] = [];
	const safe = (field: ContactField, given: string): string => {
		const text = safeText(field, given);
		if (text !== given) {
			const plural = PLURALS[field] ?? FIELDS[field].plural;
			warnings.push({
				field,
				message: `${provider} does not escape ${plural}: "${given}" was sent as "${text}", so that it stays in its field`,
			});
		}
		return text;
	};
	const safeParts = <Parts extends Texts>(
		field: ContactField,
		texts: Parts,
		parts: readonly string[],
	): Parts => {
		const changed = parts.flatMap((part) => {
			const text = texts[part];
			return text === undefined ? [] : [[part, safe(field, text)] as const];
		});
		return { ...texts, ...Object.fromEntries<string>(changed) };
	};
	let changed = contact;
	for (const field of KEYS) {
		if (isGroup(field)) {
			changed = {
				...changed,
				[field]: safeParts(field, contact[field], carriedParts(field, carries)),
			};
		} else if (isList(field)) {
			const most = places(carries[field]);
			const parts = carriedParts(field, carries);
			const entries: readonly Texts[] = contact[field];
			changed = {
				...changed,
				[field]: entries.map((entry, index) =>
					index < most ? safeParts(field, entry, parts) : entry,
				),
			};
		} else {
			const text = contact[field];
			if (text !== undefined && carries[field] !== false) {
				changed = { ...changed, [field]: safe(field, text) };
			}
		}
	}
	return { contact: changed, warnings };
}

/** The texts of a group or of list entries that such a provider puts into its vCard. */
function carriedParts(field: GroupKey | ListKey, carries: Carries): readonly string[] {
	if (field === 'name') return carries.nameParts ? partsOf(field) : ['formatted_name'];
	if (isGroup(field)) return carries[field];
	const { main } = listField(field);
	const parts: readonly string[] = main === undefined ? partsOf(field) : [main, 'type'];
	return carriesTypes(carries, field) ? parts : parts.filter((part) => part !== 'type');
}

import type { ContactDraft, FieldWarning } from '../contact';
import { quote } from '../text';
import { isSamePhone } from './assemblePhones';
import { isSameName, nameWords } from './names';

/** Whether any part of a name is given. */
export function hasName({ name }: ContactDraft): boolean {
	return (['formatted_name', 'first_name', 'last_name', 'middle_name'] as const).some(
		(part) => name?.[part] !== undefined && name[part].trim() !== '',
	);
}

/**
 * A contact whose gaps are filled from what was read of it elsewhere. If both have a field, the first wins; a phone
 * that both have is sent in its international spelling.
 *
 * @param whose starts the warning about a difference: `The vCard has`
 */
export function fillGaps(
	draft: ContactDraft,
	more: ContactDraft,
	whose = 'The vCard has',
): { draft: ContactDraft; warnings: FieldWarning[] } {
	const warnings: FieldWarning[] = [];
	const filled: ContactDraft = { ...draft };
	const spare = more.name?.formatted_name ?? more.name?.first_name;
	if (!hasName(draft)) {
		if (more.name !== undefined) filled.name = { ...draft.name, ...more.name };
	} else if (spare !== undefined && !hasSameName(draft, spare)) {
		warnings.push({
			field: 'name',
			message: `${whose} a name other than ${quote(spare)}, and took precedence`,
		});
	}
	filled.phones = fillPhones(draft.phones ?? [], more.phones ?? [], warnings, whose);
	const emails = (draft.emails ?? []).filter(({ email }) => email.trim() !== '');
	filled.emails = emails.length > 0 ? emails : (more.emails ?? []);
	for (const { email } of more.emails ?? []) {
		const isKept = filled.emails.some(
			(own) => own.email.trim().toLowerCase() === email.toLowerCase(),
		);
		if (!isKept) {
			warnings.push({
				field: 'emails',
				message: `${whose} an email other than ${quote(email)}, and took precedence`,
			});
		}
	}
	if ((draft.addresses ?? []).length === 0 && more.addresses !== undefined) {
		filled.addresses = more.addresses;
	}
	if ((draft.urls ?? []).length === 0 && more.urls !== undefined) filled.urls = more.urls;
	filled.org = { ...more.org, ...defined(draft.org ?? {}) };
	for (const field of ['birthday', 'nickname', 'note', 'photo'] as const) {
		const text = draft[field] ?? more[field];
		if (text !== undefined) filled[field] = text;
	}
	return { draft: filled, warnings };
}

function hasSameName({ name = {} }: ContactDraft, other: string): boolean {
	const parts = [name.first_name, name.middle_name, name.last_name].filter(
		(part) => part !== undefined,
	);
	const own = name.formatted_name ?? parts.join(' ');
	const isShort = nameWords(other).every((word) =>
		nameWords(own).some((full) => full.startsWith(word)),
	);
	return isShort || isSameName(own, other);
}

type Phones = NonNullable<ContactDraft['phones']>;

function fillPhones(own: Phones, more: Phones, warnings: FieldWarning[], whose: string): Phones {
	if (own.length === 0) return more;
	const phones = own.map((phone) => {
		const same = more.find((other) => isSamePhone(other.phone, phone.phone));
		if (same === undefined) return phone;
		const international = /^\s*\+/.test(same.phone) && !/^\s*\+/.test(phone.phone);
		const id = phone.wa_id ?? same.wa_id;
		return {
			...phone,
			...(international ? { phone: same.phone } : {}),
			...(id === undefined ? {} : { wa_id: id }),
		};
	});
	for (const { phone } of more) {
		if (phone === '' || own.some((one) => isSamePhone(one.phone, phone))) continue;
		warnings.push({
			field: 'phones',
			message: `${whose} a phone other than ${quote(phone)}, and took precedence`,
		});
	}
	return phones;
}

function defined<Fields extends object>(fields: Fields): Partial<Fields> {
	const kept: Partial<Fields> = {};
	for (const key in fields) {
		if (fields[key] !== undefined && fields[key] !== '') kept[key] = fields[key];
	}
	return kept;
}

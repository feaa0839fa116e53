import type { Address, Contact, FieldWarning } from '../contact';
import { list } from '../text';

/**
 * A contact as one row of a sheet, for Google Sheets, Excel or a CSV: `Name`, `First Name`, `Last Name`, `Phone`,
 * `Phone 2`, … Absent fields are left out. As a row it reads back to the same row; {@link tableWarnings} says what it
 * has no column for.
 */
export function tableRow(contact: Contact): Record<string, string> {
	const { name, phones, emails, org, addresses, urls } = contact;
	const row: Record<string, string> = {};
	const put = (column: string, text: string | undefined) => {
		if (text !== undefined) row[column] = text;
	};
	put('Name', name.formatted_name);
	put('First Name', name.first_name);
	put('Last Name', name.last_name);
	phones.forEach(({ phone }, index) => {
		put(numbered('Phone', index), phone);
	});
	emails.forEach(({ email }, index) => {
		put(numbered('Email', index), email);
	});
	put('Company', org.company);
	put('Department', org.department);
	put('Title', org.title);
	addresses.forEach((address, index) => {
		for (const [column, part] of ADDRESS_COLUMNS) put(numbered(column, index), address[part]);
		put(numbered('Country', index), address.country ?? address.country_code);
	});
	urls.forEach(({ url }, index) => {
		put(numbered('Website', index), url);
	});
	put('Birthday', contact.birthday);
	put('Nickname', contact.nickname);
	put('Note', contact.note);
	return row;
}

/** The parts of a contact that {@link tableRow} has no column for. */
export function tableWarnings({
	name,
	phones,
	emails,
	addresses,
	urls,
	photo,
}: Contact): FieldWarning[] {
	const lost: Array<{ field: string; what: string; plural?: boolean }> = [];
	for (const part of ['middle_name', 'prefix', 'suffix'] as const) {
		const text = name[part];
		if (text !== undefined && !name.formatted_name.includes(text)) {
			lost.push({ field: 'name', what: `the ${part.replace('_', ' ')}` });
		}
	}
	const lists = { phones, emails, addresses, urls };
	for (const [field, entries] of Object.entries(lists)) {
		const types = entries.flatMap(({ type }) => type ?? []);
		if (types.length > 0) {
			const plural = types.length > 1;
			lost.push({ field, what: `the ${plural ? 'types' : 'type'} ${list(types)}`, plural });
		}
	}
	if (phones.some(({ phone, wa_id: id }) => id !== undefined && `+${id}` !== phone)) {
		lost.push({ field: 'phones', what: 'the WhatsApp ID' });
	}
	if (photo !== undefined) lost.push({ field: 'photo', what: 'the photo' });
	return lost.map(({ field, what, plural = false }) => ({
		field,
		message: `A table has no column for ${what}, which ${plural ? 'were' : 'was'} left out`,
	}));
}

const ADDRESS_COLUMNS: ReadonlyArray<[string, Exclude<keyof Address, 'type'>]> = [
	['Street', 'street'],
	['City', 'city'],
	['State', 'state'],
	['Zip', 'zip'],
];

function numbered(column: string, index: number): string {
	return index === 0 ? column : `${column} ${String(index + 1)}`;
}

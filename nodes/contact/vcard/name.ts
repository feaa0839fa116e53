import type { ContactDraft } from '../contact';
import { splitEscaped, unescapePart } from './escape';

type NameDraft = NonNullable<ContactDraft['name']>;
type OrganizationDraft = NonNullable<ContactDraft['org']>;

/** The parts of a name in the order of an `N` (RFC 2426, 3.1.2), and what separates several texts of one part. */
const PARTS = [
	['last_name', ' '],
	['first_name', ' '],
	['middle_name', ' '],
	['prefix', ' '],
	['suffix', ', '],
] as const;

/**
 * Fills a name from an `N`.
 * @param lists whether an unescaped comma separates texts, as it does from vCard 3.0
 * @returns the text after the five parts, if it differs from them
 */
export function readName(value: string, lists: boolean, name: NameDraft): string {
	const parts = splitEscaped(value, ';');
	PARTS.forEach(([field, joint], index) => {
		const text = unescapePart(parts[index] ?? '', lists ? joint : undefined);
		if (text !== '') name[field] = text;
	});
	if (parts.length <= PARTS.length) return '';
	const [surname = '', generation = '', ...others] = parts
		.slice(PARTS.length)
		.map((part) => unescapePart(part, lists ? ' ' : undefined));
	// RFC 9554, 2.2: the sixth and the seventh part repeat what is in the first and the fifth
	if (name.last_name?.includes(surname) !== true) others.unshift(surname);
	if (name.suffix?.includes(generation) !== true) others.push(generation);
	return others.filter((text) => text !== '').join(' ');
}

/** The company in an `ORG` (RFC 2426, 3.5.5), and its units as one department. */
export function readOrganization(value: string): OrganizationDraft {
	const [company = '', ...units] = splitEscaped(value, ';').map((part) =>
		unescapePart(part, undefined),
	);
	const org: OrganizationDraft = {};
	if (company !== '') org.company = company;
	const department = units.filter((unit) => unit !== '').join(', ');
	if (department !== '') org.department = department;
	return org;
}

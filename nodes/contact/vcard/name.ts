import type { ContactDraft } from '../contact';
import { joinedSteps, splitEscaped, unescapePart, unescapePartSteps } from './escape';

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
 * Fills a name from an `N`, in steps, since a damaged one can have a million parts.
 * @param lists whether an unescaped comma separates texts, as it does from vCard 3.0
 * @returns the text after the five parts, if it differs from them
 */
export function* readName(
	value: string,
	lists: boolean,
	name: NameDraft,
): Generator<void, string, undefined> {
	const parts = splitEscaped(value, ';', PARTS.length + 3);
	for (const [index, [field, joint]] of PARTS.entries()) {
		const text = yield* unescapePartSteps(parts[index] ?? '', lists ? joint : undefined);
		if (text !== '') name[field] = text;
	}
	if (parts.length <= PARTS.length) return '';
	const joint = lists ? ' ' : undefined;
	const [sixth = '', seventh = '', more = ''] = parts.slice(PARTS.length);
	const surname = yield* unescapePartSteps(sixth, joint);
	const generation = yield* unescapePartSteps(seventh, joint);
	const others = [yield* joinedSteps(more, ';', (some) => joinedParts(some, joint, ' '), ' ')];
	// RFC 9554, 2.2: the sixth and the seventh part repeat what is in the first and the fifth
	if (name.last_name?.includes(surname) !== true) others.unshift(surname);
	if (name.suffix?.includes(generation) !== true) others.push(generation);
	return others.filter((text) => text !== '').join(' ');
}

/** The company in an `ORG` (RFC 2426, 3.5.5), and its units as one department. In steps, as {@link readName}. */
export function* readOrganization(value: string): Generator<void, OrganizationDraft, undefined> {
	const [first = '', units = ''] = splitEscaped(value, ';', 2);
	const org: OrganizationDraft = {};
	const company = unescapePart(first, undefined);
	if (company !== '') org.company = company;
	const joint = ', ';
	const department = yield* joinedSteps(
		units,
		';',
		(some) => joinedParts(some, undefined, joint),
		joint,
	);
	if (department !== '') org.department = department;
	return org;
}

/** The texts of parts, without the empty ones. */
function joinedParts(parts: string, listJoint: string | undefined, joint: string): string {
	const texts = splitEscaped(parts, ';').map((part) => unescapePart(part, listJoint));
	return texts.filter((text) => text !== '').join(joint);
}

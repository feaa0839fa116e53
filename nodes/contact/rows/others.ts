/** Who is who in a row that has several people side by side: `Attendee Name`, `Buyer Name`, `Buyer Email`. */

import { hasName, nameIn, type Entry, type Gathering, type NameField } from './gathering';
import { keyWords } from './keys';
import { isSameName, ownerOf } from './names';

/** A first and a last name, where others have the name of an account. */
const WHOLE_NAME = /^\p{Lu}[\p{L}\p{M}'’.-]+(?: [\p{L}\p{M}'’.-]+)+$/u;
const PARTS = ['firstName', 'lastName', 'middleName'] as const;
/** Those who pay, get or come along: what stands beside without such a word is not theirs. */
const SECOND_PARTY =
	/^(?:buyer|comprador|guest|h[ou]e?sped|titular|ship|deliver|entrega|envio)|^(?!cont|kont).*\d$/;

/**
 * Takes away the phones and emails of those whose name is not the row's: beside `Name 2`, `Phone 2` belongs to that
 * person, and beside an attendee's name, `Buyer Email` to the buyer.
 *
 * @param depth of the row in the person's input
 */
export function leaveOthers(g: Gathering, depth: number): void {
	const isFree = ({ path }: Entry) => keyWords(String(path[depth])).owner === undefined;
	leaveMixedNames(g, [...g.phones, ...g.waIds, ...g.emails].some(isFree));
	const lost = g.unclear.filter(({ looks }) => looks === 'name').map(({ path }) => path);
	const places = new Set(lost.flatMap((path) => keyWords(String(path.at(-1))).numbers));
	places.delete(1);
	const { fullName, name, firstName, lastName, fallbackName } = g.names;
	const own = ownerOf((fullName ?? firstName ?? lastName ?? name)?.path ?? []);
	const owners = new Set(lost.map(ownerOf));
	if (fallbackName !== undefined && WHOLE_NAME.test(fallbackName.text)) {
		const shown = nameIn(g);
		if (shown !== undefined && !isSameName(shown, fallbackName.text))
			owners.add(ownerOf(fallbackName.path));
	}
	owners.delete(own);
	// "Name" beside the name of a buyer may be that of an order, or of who gets it
	const isPlainLost = name !== undefined && fullName !== undefined && own !== undefined;
	if (isPlainLost && !isSameName(name.text, fullName.text)) owners.add(undefined);
	const isPlain = own === undefined && hasName(g);
	if (places.size === 0 && owners.size === 0 && own === undefined && !isPlain) return;

	const left = (entries: readonly Entry[], looks: 'phone' | 'email') => {
		const keys = entries.map(({ path }) => keyWords(String(path[depth])));
		const hasOwn = keys.some(({ owner }) => owner === own);
		return entries.filter(({ place, path, text }, index) => {
			const { owner, senses } = keys[index] ?? keyWords('');
			const isTheirs =
				(place !== undefined && places.has(place)) ||
				(owner === undefined ? hasOwn && owners.has(owner) : owners.has(owner)) ||
				// An invitee's email is not that of a guest
				(hasOwn &&
					owner !== undefined &&
					owner !== own &&
					(own === undefined ? SECOND_PARTY.test(owner) : senses.has('person')));
			const isAgain = entries.some((other) => other.path !== path && other.text === text);
			if (isTheirs && !isAgain) g.unclear.push({ path, looks });
			return !isTheirs;
		});
	};
	g.phones = left(g.phones, 'phone');
	g.waIds = left(g.waIds, 'phone');
	g.emails = left(g.emails, 'email');
	for (const group of g.addresses.keys()) {
		const owner = group.split('/')[2];
		if (owner !== undefined && owners.has(owner)) g.addresses.delete(group);
	}
}

/** Takes the whole name of a buyer away beside the parts of another name, and the parts of theirs beside parts of nobody's. */
function leaveMixedNames(g: Gathering, hasFree: boolean): void {
	const { names } = g;
	const owned = PARTS.filter((part) => names[part] !== undefined);
	const isPlain = (part: NameField) => ownerOf(names[part]?.path ?? []) === undefined;
	const owner = ownerOf(names.fullName?.path ?? []);
	// Without a number of its own, a plain name beside a buyer's is that of the order
	const isBeside =
		hasFree && names.name !== undefined && isPlain('name') && SECOND_PARTY.test(owner ?? '');
	if (!isBeside && !owned.some(isPlain)) return;
	const lost = new Set(
		g.unclear.filter(({ looks }) => looks === 'name').map(({ path }) => ownerOf(path)),
	);
	const isLost = (part: NameField) => !isPlain(part) && lost.has(ownerOf(names[part]?.path ?? []));
	const leaveOut = (parts: readonly NameField[]) => {
		for (const part of parts) {
			const path = names[part]?.path;
			if (path !== undefined) g.unclear.push({ path, looks: 'name' });
		}
		const kept = Object.entries(names).filter(([part]) => !parts.some((left) => left === part));
		g.names = Object.fromEntries(kept);
	};
	if (owned.some(isLost)) leaveOut(owned.filter(isLost));
	const { fullName, ...others } = g.names;
	if (fullName === undefined || owner === undefined) return;
	const own = nameIn({ ...g, names: others });
	if (own !== undefined && !isSameName(own, fullName.text)) leaveOut(['fullName']);
}

import { isObject } from '../object';
import type { Path } from '../read/dialect';
import { gatherAddress, gatherAddressPart, isAddress, isAddressField } from './gatherAddress';
import { gatherCompany } from './gatherCompany';
import type { Gathering, Wrapper } from './gathering';
import { plainWords } from './keys';
import { meaningOf, type Meaning } from './meaning';
import { looksNested, noteMeta, noteNested } from './nested';
import { isPersonKey } from './recordKind';
import { isNothing } from './values';

/** Columns of Google's contacts for which a card has no field. */
const NO_FIELD = /^(?:custom field|event) \d+ value$|^user ?defined$/;

/** Whether a key is that of a person's detail for which a card has no field. */
export function hasNoField(key: string): boolean {
	return NO_FIELD.test(plainWords(key).join(' '));
}

export function isLocation(key: string): boolean {
	return /^locations?$/i.test(key);
}

/** Where somebody is; text may also be the place of a meeting, so it is not put into a card. */
export function gatherLocation(value: unknown, path: Path, g: Gathering): void {
	if (isNothing(value)) return;
	const { type: _type, ...parts } = isObject(value) ? value : {};
	if (isAddress(parts)) gatherAddress(parts, path, undefined, g);
	else if (typeof value === 'object' && looksNested(value) !== undefined)
		noteNested(value, path, g);
	else if (g.isEvent || (isObject(value) && isNothing(value['city']))) g.unknown.push(path);
	else g.leftOut.push(path);
}

/** Ids, times and states; some services keep the contact, its company or its country under such a key. */
export function gatherMeta(
	{ looks, company }: Extract<Meaning, { kind: 'meta' }>,
	value: unknown,
	path: Path,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	const key = String(path.at(-1));
	if (company === true && isObject(value)) gatherCompany(value, path, g);
	else if ((key === 'object' || isPersonKey(key)) && isObject(value))
		wrappers.push({ value, path, entity: true });
	else if (isManyToOne(value)) {
		const meant = meaningOf(key.replace(/_id$/, ''));
		if (meant.kind === 'field' && isAddressField(meant.field)) {
			gatherAddressPart({ field: meant.field }, value[1], path, g);
		}
	} else noteMeta(looks, value, path, g);
}

/** Odoo's reference to another record: its number and its name. */
function isManyToOne(value: unknown): value is [number, string] {
	return (
		Array.isArray(value) &&
		value.length === 2 &&
		typeof value[0] === 'number' &&
		typeof value[1] === 'string'
	);
}

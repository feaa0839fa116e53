import { isObject } from '../object';
import type { Path } from '../read/dialect';
import { gatherEntries } from './entries';
import type { Gathering } from './gathering';
import { keyWords, plainWords } from './keys';
import { isWebAddress } from './values';

/** A web address of the contact; next to a record's id it is the record's. */
export function gatherUrl(
	field: 'website' | 'url',
	value: unknown,
	path: Path,
	g: Gathering,
): void {
	// Next to an id it is the address of the record
	if (field === 'url' && g.hasId && typeof value === 'string') return;
	if (typeof value === 'string' && field === 'url' && value.startsWith('/')) return;
	gatherEntries(value, path, { kind: 'url' }, g);
}

const SOCIAL_NAMES: Readonly<Record<string, string>> = {
	linkedin: 'LinkedIn',
	github: 'GitHub',
	youtube: 'YouTube',
	tiktok: 'TikTok',
};

/** The name of the network in a key: `LinkedIn` for `linkedin_url`. */
export function socialName(path: Path): string {
	const letters = plainWords(String(path.at(-1) ?? '')).join('');
	const known = Object.entries(SOCIAL_NAMES).find(([name]) => letters.includes(name))?.[1];
	const word = letters.replace(/url|profile/g, '');
	return known ?? word.charAt(0).toUpperCase() + word.slice(1);
}

/** The largest picture that is a web address or a data URI. */
export function gatherPhoto(value: unknown, path: Path, g: Gathering): void {
	if (Array.isArray(value)) {
		value.forEach((one: unknown, index) => {
			gatherPhoto(one, [...path, index], g);
		});
		return;
	}
	if (isObject(value)) {
		// Google's generated letter picture, if the contact has none
		if (value['default'] === true) return;
		for (const [key, one] of Object.entries(value)) gatherPhoto(one, [...path, key], g);
		return;
	}
	if (typeof value !== 'string' || !isWebAddress(value)) return;
	const size = Math.max(0, ...keyWords(String(path.at(-1) ?? '')).numbers);
	if (g.photo === undefined || size > g.photo.size) g.photo = { text: value.trim(), path, size };
}

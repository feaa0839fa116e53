/** Compares names, and says whose they are by their keys. */

import type { Path } from '../read/dialect';
import { keyWords } from './keys';

/** The words of a name without case, accents and marks. */
export function nameWords(text: string): string[] {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}

/** Whether one of two names has all the words of the other. */
export function isSameName(one: string, other: string): boolean {
	const [shorter = [], longer = []] = [nameWords(one), nameWords(other)].sort(
		(a, b) => a.length - b.length,
	);
	if (shorter.length === 0) return one.trim() === other.trim();
	return shorter.every((word) => longer.includes(word)) || shorter.join('') === longer.join('');
}

/** The word in the key of a name that says whose it is: `buyer` for `Buyer Name`. */
export function ownerOf(path: Path): string | undefined {
	return keyWords(String(path.findLast((step) => typeof step === 'string'))).owner;
}

/** Whether the key of one name is nearer to the row's own person: no word says whose it is, or it pays for what another gets. */
export function isNearer(one: Path, other: Path): boolean {
	return distance(one) < distance(other);
}

function distance(path: Path): number {
	const owner = ownerOf(path);
	if (owner === undefined) return 0;
	return isShipped(owner) ? 2 : 1;
}

/** Whether a key is about where something is sent: perhaps to somebody else. */
export function isShipped(key: string): boolean {
	return /ship|deliver|entrega|env[ií]o/i.test(key);
}

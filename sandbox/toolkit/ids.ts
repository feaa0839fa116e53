/** IDs that look like a service's own and are the same in every run. */
import { createHash } from 'node:crypto';

/** The first `length` hexadecimal digits of a seed's hash, in lower case; at most 64. */
export function hexId(seed: string, length: number): string {
	return createHash('sha256').update(seed).digest('hex').slice(0, length);
}

/** A version 4 UUID made from a seed. */
export function uuid(seed: string): string {
	const hex = hexId(seed, 32);
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** `shop-01` for index 0: a prefix and a number from 1, with at least `digits` digits. */
export function numbered(prefix: string, index: number, digits = 2): string {
	return `${prefix}-${String(index + 1).padStart(digits, '0')}`;
}

/** The first `count` names: `shop-01`, `shop-02`, … */
export function numberedNames(prefix: string, count: number, digits = 2): string[] {
	return Array.from({ length: count }, (_, index) => numbered(prefix, index, digits));
}

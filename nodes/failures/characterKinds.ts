/** The kinds of characters that the search for secrets distinguishes, by code point. */

/** Soft hyphen, joiners, marks of direction, byte-order mark. */
export function isInvisible(point: number): boolean {
	return (
		point === 0xad ||
		point === 0x34f ||
		point === 0x180e ||
		(point >= 0x200b && point <= 0x200f) ||
		(point >= 0x202a && point <= 0x202e) ||
		(point >= 0x2060 && point <= 0x206f) ||
		point === 0xfeff
	);
}

export function isHex(byte = 0): boolean {
	return (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 102) || (byte >= 65 && byte <= 70);
}

export function isLetterOrDigit(byte = 0): boolean {
	return (byte >= 48 && byte <= 57) || (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90);
}

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

/** The first character that has a variant of a plain one: before it stand Latin letters, which are searched as they are. */
const FIRST_VARIANT = 0x2000;

/**
 * The plain character, or characters, of which another is a variant: full-width letters, bold ones of mathematics, those
 * in circles (Unicode, NFKC). Undefined for any other.
 */
export function plainCharacter(point: number): string | undefined {
	if (point < FIRST_VARIANT || (point >= 0xd800 && point <= 0xdfff)) return undefined;
	const character = String.fromCodePoint(point);
	const plain = character.normalize('NFKC');
	return plain === character ? undefined : plain;
}

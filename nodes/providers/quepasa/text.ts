/** A joiner of no width, which the server's patterns do not pass over. */
const JOINER = '\u2060';

/**
 * A text in which the server finds nothing to do: it reads a poll from one that begins with `poll:`, behind any space, and
 * refuses it where there is none; it makes buttons of `$buttons:[` and `#buttons:[`, and in groups a mention of `@` with a
 * number or `@all`, also within other words. A joiner, which is not seen, parts the words.
 */
export function plainText(text: string, isForGroup: boolean): string {
	const plain = text
		.replace(/^[\s\u0085]*poll(?=:)/, (word) => word + JOINER)
		.replace(/[$#](?=buttons:\[)/gi, (sign) => sign + JOINER);
	return isForGroup ? plain.replace(/@(?=\d{7}|all\b)/gi, (sign) => sign + JOINER) : plain;
}

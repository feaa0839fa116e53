/** An invisible word joiner, which keeps the server's patterns from matching. */
const JOINER = '\u2060';

/**
 * The text with nothing in it that the server would act on. It reads a poll from a text that begins with `poll:`, after any
 * spaces, and rejects one that it can't read; `$buttons:[` and `#buttons:[` become buttons; and in groups, `@` with a
 * number and `@all` become mentions, even inside words. An invisible joiner breaks these words up.
 */
export function withoutCommands(text: string, isForGroup: boolean): string {
	const plain = text
		.replace(/^[\s\u0085]*poll(?=:)/, (word) => word + JOINER)
		.replace(/[$#](?=buttons:\[)/gi, (sign) => sign + JOINER);
	return isForGroup ? plain.replace(/@(?=\d{7}|all\b)/gi, (sign) => sign + JOINER) : plain;
}

const FOLD = /^[ \t]/;

/**
 * A quoted-printable value from its lines, those with a soft break still with its `=`.
 *
 * A program that folds text after adding soft breaks puts in a space that is not part of the text, and a program that
 * only adds soft breaks may break before a space that is. The difference: the space is inside a character,
 * or before every continuation, or the only one in a value that writes its other spaces as `=20`.
 *
 * @param before the line before the first of these, if there is one
 * @param isFolded whether a fold follows every soft break
 */
export function joinSoftBreaks(
	lines: readonly string[],
	before: string | undefined,
	isFolded: boolean,
): string {
	let last = before ?? '';
	const parts = lines.map((line) => {
		const isFold = last.endsWith('=') && FOLD.test(line) && (isFolded || endsInsideCharacter(last));
		last = line;
		return line.slice(isFold ? 1 : 0, line.endsWith('=') ? -1 : undefined);
	});
	return parts.join('');
}

/** A line of a quoted-printable value without the spaces that mail programs put behind a soft break (RFC 2045, 6.7). */
export function withoutPadding(line: string): string {
	if (!FOLD.test(line.slice(-1))) return line;
	const bare = line.trimEnd();
	return bare.endsWith('=') ? bare : line;
}

/** Whether the lines of a quoted-printable value were broken softly and then folded. */
export function foldsSoftBreaks(lines: readonly string[]): boolean {
	const [first = '', ...others] = lines;
	const continuations = others.filter((_line, index) => lines[index]?.endsWith('=') === true);
	if (!continuations.every((line) => FOLD.test(line) || line === '')) return false;
	if (continuations.length > 1) return true;
	const value = first.slice(first.indexOf(':') + 1);
	return !value.includes(' ') && others.every((line) => !line.slice(1).includes(' '));
}

/** Whether a continued line ends in the middle of a UTF-8 character. */
function endsInsideCharacter(line: string): boolean {
	const [pairs = ''] = /(?:=[0-9A-Fa-f]{2}){1,3}(?==$)/.exec(line.slice(-10)) ?? [];
	const codes = [...pairs.matchAll(/=(..)/g)].map(([, digits = '']) => parseInt(digits, 16));
	const lead = codes.findLastIndex((code) => code >= 0xc2);
	const first = codes[lead];
	if (first === undefined) return false;
	const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
	return codes.length - lead < length;
}

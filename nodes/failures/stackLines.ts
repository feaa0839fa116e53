/** Lines of a server's own code among its words, which mean nothing to the person who reads them. */
const STACK_LINE =
	/^(?:[ \t]+at |[ \t]*File "|#\d+ (?:\{main\}|\[internal|\/|[A-Z]:)|[ \t]*\.\.\. \d+ more|Stack trace:|Traceback \(most recent)/;
/** The line after which Go prints nothing else. */
const GOROUTINE = /^goroutine \d+ \[/;
/** The line after which Prisma shows code, and says what happened in the last one. */
const SHOWS_CODE = /\binvocation in$/;

/** The text without the lines that show where in a server's code something failed. */
export function withoutStack(text: string): string {
	const all = text.split(/\r?\n/);
	if (all.length === 1) return text;
	const end = all.findIndex((line) => GOROUTINE.test(line));
	const lines = end > 0 ? all.slice(0, end) : all;
	const start = lines.findIndex((line) => SHOWS_CODE.test(line));
	const last = lines.findLastIndex((line) => line.trim() !== '');
	if (start >= 0 && last > start) {
		const said = (lines[start] ?? '').replace(SHOWS_CODE, 'invocation:');
		lines.splice(start, last - start, said);
	}
	return lines
		.filter(
			(line, index) => !STACK_LINE.test(line) && !/^[ \t]*File "/.test(lines[index - 1] ?? ''),
		)
		.join('\n');
}

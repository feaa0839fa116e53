import { readFileSync } from 'node:fs';

import { shortWords } from '../../bundling';

/** The lists in a module, one for each text in quotes. */
function lists(source: string): string[] {
	const lines = source.split('\n').filter((line) => !/^ \*|\/\*/.test(line));
	return lines.flatMap((line) => line.match(/'[^']+'/g) ?? []);
}

describe.each(['words', 'roles'])('the lists of %s in the bundle', (name) => {
	const source = readFileSync(`${__dirname}/../../nodes/contact/rows/${name}.ts`, 'utf8');
	const words = readFileSync(`${__dirname}/../../nodes/contact/rows/words.ts`, 'utf8');
	const short = shortWords(source);

	it('become the same words again', () => {
		const [, json = ''] = /PIECES\b[^=]*= (\[\[.*\]\]);/.exec(shortWords(words)) ?? [];
		const pieces = JSON.parse(json) as Array<[string, string]>;
		const long = lists(short).map((list) =>
			pieces.reduce((text, [capital, piece]) => text.replaceAll(capital, piece), list),
		);
		expect(long).toEqual(lists(source).map((list) => list.replaceAll(', ', ',')));
	});

	it('are a quarter shorter, and have no capitals of their own', () => {
		expect(lists(short).join('').length).toBeLessThan(0.76 * lists(source).join('').length);
		expect(lists(source).join('')).not.toMatch(/[A-Z]/);
	});
});

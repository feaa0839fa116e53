/** vCards whose line breaks and other characters are written out, as in JSON text. */

import fc from 'fast-check';

import { withLineBreaks } from '../../../nodes/contact/vcard/literalBreaks';

const HEAD = 'BEGIN:VCARD\nVERSION:3.0\nNOTE:';

/** The escapes of one level resolved in one go. */
function resolved(text: string): string {
	return text.replace(
		/\\(?:r\\n|u([0-9a-fA-F]{4})|([\\"/rnt]))/g,
		(_, code?: string, sign?: string) => {
			if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
			if (sign === 't') return '\t';
			return sign === '\\' || sign === '"' || sign === '/' ? sign : '\n';
		},
	);
}

function repeated<Value>(times: number, value: Value, change: (value: Value) => Value): Value {
	return times === 0 ? value : repeated(times - 1, change(value), change);
}

const escaped = (text: string) => JSON.stringify(text).slice(1, -1);

describe('a text with escapes of JSON', () => {
	const units = [
		'\\',
		'\\n',
		'\\r',
		'\\r\\n',
		'\\t',
		'\\"',
		'\\/',
		'\\u00e9',
		'\\u20AC',
		'\\u12',
		'\\u',
	];
	const others = ['n', 'r', 'u', 't', '"', '/', '0', 'a', 'é', '€', '😀', '\n', ' '];
	const texts = fc.array(fc.constantFrom(...units, ...others), { maxLength: 40 });

	it('is the same as resolved in one go, at every level and wherever it is cut', () => {
		fc.assert(
			fc.property(
				texts,
				fc.integer({ min: 1, max: 4 }),
				fc.integer({ min: 1, max: 400 }),
				(parts, levels, size) => {
					const text = repeated(levels, HEAD, escaped) + parts.join('');
					const pieces = [];
					// The beginning shows how many levels there are
					for (let at = 400; at < text.length; at += size) pieces.push(text.slice(at, at + size));
					const read = [...withLineBreaks(text.slice(0, 400), pieces.values())].join('');
					expect(read).toBe(repeated(levels, text, resolved));
				},
			),
			{ numRuns: 2000 },
		);
	});

	it.each(['\\', '\\\\', '\\"', '\\u0041', '\\n'])('may be a flood of %s', (unit) => {
		const text = escaped(HEAD) + unit.repeat(100_000);
		expect([...withLineBreaks(text)].join('') === resolved(text)).toBe(true);
	});
});

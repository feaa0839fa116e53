import fc from 'fast-check';

import { createRedactor } from '../../nodes/failures/redaction';
import { properties } from './credentialProperties';

describe('the work', () => {
	const stepsFor = (secret: string, text: string) => {
		const work = { steps: 0 };
		createRedactor({ password: secret }, properties, work)(text);
		return work.steps;
	};
	const SECRETS = [
		'\\'.repeat(7),
		'\\'.repeat(40),
		'a'.repeat(300),
		`${'a'.repeat(300)}b`,
		'%25'.repeat(60),
		'&amp;'.repeat(60),
		'<b>'.repeat(60),
		'p"p\\\\"p&',
	];
	const PIECES = [
		'\\',
		'a',
		'%25',
		'%3',
		'&amp;',
		'&#6',
		'&#x',
		'<b',
		'<',
		'>',
		'=\r\n',
		'=4',
		'\\u00',
		'\u200b',
		'&',
		';',
		'53 ',
		'0x53,',
		'7f',
		'123:',
		'QUJD',
		'QUJD\n',
		'\uff33',
	];

	it.each(SECRETS)('grows with the answer alone where the secret is %j', (secret) => {
		for (const piece of PIECES) {
			const count = Math.ceil(5000 / piece.length);
			const base = stepsFor(secret, '');
			const once = stepsFor(secret, piece.repeat(count)) - base;
			const fourTimes = stepsFor(secret, piece.repeat(4 * count)) - base;
			// A text of several parts is searched up to a third more, since each part overlaps the next by a quarter
			expect(fourTimes).toBeLessThanOrEqual(6 * once + 1000);
			expect(once / 5000).toBeLessThan(60);
		}
	});

	it('grows with the secret alone', () => {
		for (const piece of ['\\', 'a', '%', '&', 'ab"']) {
			const of = (length: number) => stepsFor(piece.repeat(length), 'text');
			expect(of(2000)).toBeLessThanOrEqual(2.2 * of(1000) + 1000);
		}
	});

	it('is bounded for any secret and any answer', () => {
		const pieces = fc.array(fc.constantFrom(...PIECES, '31', '3', 'x', '{', '}', 'u', 'b>'), {
			maxLength: 400,
		});
		fc.assert(
			fc.property(pieces, pieces, (secret, text) => {
				const answer = text.join('');
				const steps = stepsFor(secret.join(''), answer) - stepsFor(secret.join(''), '');
				expect(steps).toBeLessThanOrEqual(120 * (answer.length + 1));
			}),
			{ numRuns: 500, seed: 20260701 },
		);
	});
});

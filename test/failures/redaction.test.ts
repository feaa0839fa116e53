import fc from 'fast-check';
import type { INodeProperties } from 'n8n-workflow';

import { escapeHtml } from '../../nodes/failures/html';
import { createRedactor, redactDeep } from '../../nodes/failures/redaction';
import { secretFields } from '../../nodes/failures/secrets';

const properties: INodeProperties[] = [
	{ displayName: 'Base URL', name: 'baseUrl', type: 'string', default: '' },
	{ displayName: 'User', name: 'username', type: 'string', default: '' },
	{
		displayName: 'Password',
		name: 'password',
		type: 'string',
		default: '',
		typeOptions: { password: true },
	},
];

function redactorOf(password: unknown, others: Record<string, string> = {}) {
	const value = typeof password === 'number' ? password : String(password);
	return createRedactor({ password: value, ...others }, properties);
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

it('takes for secret what the editor hides', () => {
	expect(secretFields(properties)).toEqual(['password']);
});

describe('a secret is masked', () => {
	const SECRET = 'a/b "c"\\d&e<é😀\'+%';
	const redact = redactorOf(SECRET, { username: 'jane' });

	it.each([
		['as it is', SECRET],
		['as a URL spells it', encodeURIComponent(SECRET)],
		['in lower-case hex', encodeURIComponent(SECRET).replace(/%../g, (hex) => hex.toLowerCase())],
		['as a form spells it', new URLSearchParams({ '': SECRET }).toString().slice(1)],
		['in JSON', JSON.stringify(SECRET).slice(1, -1)],
		['in JSON within JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
		[
			'in JSON of PHP',
			JSON.stringify(SECRET)
				.slice(1, -1)
				.replaceAll('/', '\\/')
				.replace('é', '\\u00e9')
				.replace('😀', '\\uD83D\\uDE00'),
		],
		[
			'in JSON of Go',
			JSON.stringify(SECRET).slice(1, -1).replace('&', '\\u0026').replace('<', '\\u003c'),
		],
		['in HTML', escapeHtml(SECRET)],
		[
			'in HTML with numbers',
			SECRET.replace('&', '&#38;').replace('<', '&#x3C;').replace("'", '&apos;'),
		],
		['in base64', base64(SECRET)],
		['in base64 of URLs', Buffer.from(SECRET).toString('base64url')],
		['with the user in base64', base64(`jane:${SECRET}`)],
	])('%s', (_name, spelled) => {
		expect(redact(`before ${spelled} after`)).toMatch(/^before \*\*\*=* after$/);
	});

	it.each([0, 1, 2, 3])('within the base64 of a longer text, from its byte %d on', (before) => {
		const text = base64(`${'x'.repeat(before)}s3cret-token!yes`);
		expect(redactorOf('s3cret-token!')(text)).toMatch(/^\w{0,4}\*\*\*\w{1,5}=*$/);
	});

	it.each(['/', '-', '_', '+'])('in base64 between words that a %s separates', (separator) => {
		const nested = base64(base64('s3cret "tokens"')).replace(/=+$/, '');
		const text = ['see', nested, 'page'].join(separator);
		expect(redactorOf('s3cret "tokens"')(text)).toBe(['see', '***', 'page'].join(separator));
	});

	it('in a URL within a URL', () => {
		expect(redactorOf('a b%c/d')(encodeURIComponent(encodeURIComponent('a b%c/d')))).toBe('***');
	});

	it('with its line breaks and tabs', () => {
		const lines = redactorOf('one\n\ttwo');
		expect(lines(JSON.stringify({ key: 'one\n\ttwo' }))).toBe('{"key":"***"}');
	});

	it('where a person left blanks around it', () => {
		expect(redactorOf(' s3cret ')('token s3cret, "s3cret"')).toBe('token ***, "***"');
	});

	it('where it is a number', () => {
		expect(redactorOf(12345)('pin=12345')).toBe('pin=***');
	});

	it('also within a longer word', () => {
		expect(redactorOf('s3cret')('xs3crets')).toBe('x***s');
	});

	it('only as a whole word where it is short, since it would take half of any text along', () => {
		expect(redactorOf('a1')('a1 and aa1b, "a1"')).toBe('*** and aa1b, "***"');
	});

	it('longest first, where one holds the other', () => {
		const both = redactorOf('secret', { baseUrl: 'https://me:secret-two@example.com' });
		expect(both('secret-two secret')).toBe('*** ***');
	});
});

describe('user and password in the base URL', () => {
	const redact = redactorOf('', { baseUrl: ' https://jane:p%40ss%2Fword@example.com/api' });

	it.each([
		['as typed', 'https://jane:p%40ss%2Fword@example.com', 'https://***@example.com'],
		['decoded', 'p@ss/word', '***'],
		['as basic authentication', `Basic ${base64('jane:p@ss/word')}`, 'Basic ***'],
		[
			'as basic authentication of what was typed',
			`Basic ${base64('jane:p%40ss%2Fword')}`,
			'Basic ***',
		],
	])('are masked %s', (_name, text, expected) => {
		expect(redact(text).replace(/=+$/, '')).toBe(expected);
	});

	it('are masked where the user alone is the secret', () => {
		expect(redactorOf('', { baseUrl: 'http://tok3n@localhost' })('user tok3n')).toBe('user ***');
	});

	it('are masked where they are not encoded rightly', () => {
		expect(redactorOf('', { baseUrl: 'http://a:50%@localhost' })('got 50%!')).toBe('got ***!');
	});
});

it('leaves every text alone where there is no secret', () => {
	expect(redactorOf('')('anything')).toBe('anything');
	expect(createRedactor({ password: true, baseUrl: 5 }, properties)('true 5')).toBe('true 5');
});

describe('a JSON value', () => {
	const redact = redactorOf('s3cret');

	it('is redacted in its texts and its keys', () => {
		expect(redactDeep({ s3cret: ['is s3cret', 1, true, null, undefined] }, redact)).toEqual({
			'***': ['is ***', 1, true, null, null],
		});
	});

	it('is redacted in its numbers', () => {
		expect(redactDeep({ pin: 12345, other: 6 }, redactorOf(12345))).toEqual({
			pin: '***',
			other: 6,
		});
	});

	it('is left out below a hundred levels, where nobody reads it and no stack holds it', () => {
		const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`);
		expect(JSON.stringify(redactDeep(deep, redact))).toBe(
			`${'['.repeat(100)}null${']'.repeat(100)}`,
		);
	});
});

describe('a long text', () => {
	const password = 's3cret-Token';
	const redact = redactorOf(password);
	it.each([
		['words', 'Some words, 12 34. '],
		['a picture', 'QUJD'],
		['letters of all kinds', 'é😀 '],
	])('of %s is searched in parts, wherever the secret stands', (_name, filler) => {
		const long = filler.repeat(Math.ceil(40_000 / filler.length));
		for (const spelled of [
			password,
			encodeURIComponent('s3cret-Token').replace('-', '%2D'),
			Buffer.from(password).toString('base64'),
			'"' + [...Buffer.from(password)].join(', ') + '"',
		]) {
			for (let place = 0; place < 30_000; place += 9_007) {
				const text = `${long.slice(0, place)} ${spelled} ${long.slice(place)}`;
				const masked = redact(text);
				expect(masked.length).toBeLessThan(text.length);
				expect(masked.slice(0, place)).toBe(text.slice(0, place));
				expect(masked.slice(-1000)).toBe(text.slice(-1000));
				expect(masked).not.toContain(spelled);
			}
		}
	});

	it.each([
		['as it is', 's3cretToken'],
		['in base64', Buffer.from('s3cretToken1').toString('base64')],
	])('that is the folded photo of a vCard is searched, also across folds: %s', (_name, spelled) => {
		const redactPhoto = redactorOf(spelled.startsWith('s3cret') ? spelled : 's3cretToken1');
		const before = 'QUJDREVG'.repeat(1_000);
		for (let more = 0; more < 75; more += 1) {
			const photo = `${before}${'A'.repeat(more)}${spelled}${'QUJDREVG'.repeat(2_000)}`;
			const masked = redactPhoto(photo.replace(/.{74}/g, '$&\r\n ')).replace(/\s/g, '');
			expect(masked.indexOf('***')).toBe(before.length + more);
			expect(masked.length).toBe(photo.length - spelled.length + 3);
		}
	});

	it('is searched in steps', () => {
		const steps = redact.steps?.(`${'x y '.repeat(100_000)}${password}`);
		let count = 0;
		let next = steps?.next();
		for (; next?.done === false; next = steps?.next()) count += 1;
		expect(count).toBeGreaterThan(10);
		expect(next?.value).toMatch(/ \*\*\*$/);
	});
});

it('finds a secret of any length that is all of a text, however short its spelling', () => {
	const hex = (text: string) => Buffer.from(text).toString('hex');
	const unpadded = (text: string, encoding: BufferEncoding = 'utf8') =>
		Buffer.from(text, encoding).toString('base64').replace(/=+$/, '');
	const spellings = [
		(secret: string) => secret,
		(secret: string) => unpadded(secret),
		hex,
		(secret: string) => unpadded(unpadded(secret)),
		(secret: string) => unpadded(hex(secret)),
		(secret: string) => [...Buffer.from(secret)].join(),
		(secret: string) => unpadded(secret, 'utf16le'),
		(secret: string) => Buffer.from(secret, 'latin1').toString('base64url'),
	];
	for (let length = 4; length <= 40; length += 1) {
		for (const letter of ['k', 'é', '7']) {
			const secret = `${'Zx9-'.repeat(10).slice(0, length - 1)}${letter}`;
			const redact = redactorOf(secret);
			for (const spelled of spellings.map((spell) => spell(secret))) {
				expect({ secret, spelled, masked: redact(spelled) }).toEqual({
					secret,
					spelled,
					masked: '***',
				});
			}
		}
	}
});

it('does not decode a text that is too short to hold a secret', () => {
	const work = { steps: 0 };
	const redact = createRedactor({ password: 'a-password-of-25-letters!' }, properties, work);
	const before = work.steps;
	expect(redact('447700900100')).toBe('447700900100');
	expect(work.steps).toBe(before);
	expect(redact('447700900100@s.whatsapp')).toBe('447700900100@s.whatsapp');
	expect(redact('447700900100@s.whatsapp.net')).toBe('447700900100@s.whatsapp.net');
	expect(work.steps - before).toBeLessThan(100);
});

it('finds any secret in any spelling', () => {
	const spellings: Array<(secret: string) => string> = [
		(secret) => secret,
		encodeURIComponent,
		(secret) => new URLSearchParams({ '': secret }).toString().slice(1),
		(secret) => JSON.stringify(secret).slice(1, -1),
		(secret) => JSON.stringify(JSON.stringify(secret)).slice(3, -3),
		escapeHtml,
		base64,
	];
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', minLength: 4 }).filter((secret) => secret.trim().length >= 4),
			fc.constantFrom(...spellings),
			(secret, spell) => {
				expect(redactorOf(secret)(`<${spell(secret)}>`)).toMatch(
					/^<[\s\0+%\\ntrfb0-9A-Fu]*\*\*\*.*>$/s,
				);
			},
		),
		{ numRuns: 500, seed: 20260701 },
	);
});

it.each(['\\', 'p', 'p"', '%', '&amp;', '"'])('stays linear on megabytes of %p', (piece) => {
	const redact = redactorOf('p"p\\\\"p&');
	expect(redact(piece.repeat(1_000_000)).length).toBeGreaterThan(100_000);
});

import fc from 'fast-check';

import { createRedactor } from '../../nodes/failures/redaction';
import { properties } from './credentialProperties';

const redactorOf = (password: string, baseUrl = '') =>
	createRedactor({ password, baseUrl }, properties);
const points = (text: string) => [...text].map((character) => character.codePointAt(0) ?? 0);
const units = (text: string) => text.split('').map((unit) => unit.charCodeAt(0));
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
const percent = (bytes: Buffer) => [...bytes].map((byte) => `%${hex(byte, 2)}`).join('');
const base64 = (text: string) => Buffer.from(text).toString('base64');
const numbers = (text: string, base: number, between: string) =>
	[...Buffer.from(text)]
		.map((byte) => byte.toString(base).padStart(base === 16 ? 2 : base === 8 ? 3 : 1, '0'))
		.join(between);
/** ASCII letters, digits and signs as they stand among Chinese ones. */
const fullWidth = (text: string) =>
	text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const json = (text: string) => JSON.stringify(text).slice(1, -1);

/** Ways to spell any text, each character of it, or the whole. */
const SPELLINGS: Record<string, (text: string) => string> = {
	'decimal references': (text) =>
		points(text)
			.map((point) => `&#${point};`)
			.join(''),
	'decimal references with zeros': (text) =>
		points(text)
			.map((point) => `&#000${point};`)
			.join(''),
	'decimal references without semicolons': (text) =>
		points(text)
			.map((point) => `&#${point}`)
			.join(''),
	'hexadecimal references': (text) =>
		points(text)
			.map((point) => `&#x${hex(point, 1)};`)
			.join(''),
	'hexadecimal references in upper case, with zeros': (text) =>
		points(text)
			.map((point) => `&#X00${hex(point, 1).toUpperCase()};`)
			.join(''),
	'hexadecimal references without semicolons': (text) =>
		points(text)
			.map((point) => `&#x${hex(point, 1)}`)
			.join(''),
	'references in references': (text) =>
		points(text)
			.map((point) => `&amp;#${point};`)
			.join(''),
	'percent signs': (text) => percent(Buffer.from(text)),
	'percent signs in upper case': (text) =>
		percent(Buffer.from(text)).replace(/%../g, (escape) => escape.toUpperCase()),
	'percent signs, twice': (text) => encodeURIComponent(percent(Buffer.from(text))),
	'percent signs, three times': (text) =>
		encodeURIComponent(encodeURIComponent(percent(Buffer.from(text)))),
	'escapes of JSON': (text) =>
		units(text)
			.map((unit) => `\\u${hex(unit, 4)}`)
			.join(''),
	'escapes of JSON within JSON': (text) =>
		units(text)
			.map((unit) => `\\\\u${hex(unit, 4)}`)
			.join(''),
	'JSON within JSON within JSON': (text) => json(json(json(text))),
	'escapes in braces': (text) =>
		points(text)
			.map((point) => `\\u{${hex(point, 1)}}`)
			.join(''),
	'JSON in a URL': (text) => encodeURIComponent(json(text)),
	'a URL in JSON in HTML': (text) => json(percent(Buffer.from(text))).replace(/%/g, '&percnt;'),
	'quoted-printable': (text) =>
		[...Buffer.from(text)].map((byte) => `=${hex(byte, 2).toUpperCase()}`).join(''),
	'quoted-printable with soft breaks': (text) =>
		[...Buffer.from(text)].map((byte) => `=${hex(byte, 2).toUpperCase()}`).join('=\r\n'),
	'characters without a width between': (text) => [...text].join('\u200b'),
	'soft hyphens between': (text) => [...text].join('\u00ad'),
	'references to soft hyphens between': (text) =>
		[...text].map((character) => `&#${points(character)[0] ?? 0};`).join('&shy;'),
	'tags between': (text) =>
		[...text].map((character) => `&#${points(character)[0] ?? 0};`).join('<b>'),
	'hexadecimal digits': (text) => Buffer.from(text).toString('hex'),
	base64: (text) => Buffer.from(text).toString('base64'),
	'base64 in the middle of more': (text) => Buffer.from(`{"key":"${text}"}`).toString('base64'),
	'base64 with line breaks': (text) =>
		Buffer.from(text).toString('base64').replace(/.{5}/g, '$&\r\n'),
	'octal escapes': (text) =>
		[...Buffer.from(text)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join(''),
	'percent signs of UTF-16': (text) =>
		units(text)
			.map((unit) => `%u${hex(unit, 4)}`)
			.join(''),
	'full-width letters': fullWidth,
	'full-width letters in percent signs': (text) => percent(Buffer.from(fullWidth(text))),
	'full-width letters in JSON': (text) =>
		units(fullWidth(text))
			.map((unit) => `\\u${hex(unit, 4)}`)
			.join(''),
	'hexadecimal digits with spaces': (text) => numbers(text, 16, ' '),
	'hexadecimal digits with colons': (text) => numbers(text, 16, ':').toUpperCase(),
	'hexadecimal numbers': (text) => `[0x${numbers(text, 16, ', 0x')}]`,
	'groups of hexadecimal digits': (text) =>
		Buffer.from(text).toString('hex').replace(/.{4}/g, '$& '),
	'hexadecimal digits of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('hex'),
	'hexadecimal digits of UTF-16, with hyphens': (text) =>
		[...Buffer.from(text, 'utf16le').swap16()].map((byte) => hex(byte, 2)).join('-'),
	'numbers of characters': (text) =>
		points(text)
			.map((point) => `U+${hex(point, 4)}`)
			.join(' '),
	'decimal numbers': (text) => JSON.stringify(Buffer.from(text)),
	'decimal numbers over lines': (text) => JSON.stringify([...Buffer.from(text)], null, 2),
	'decimal numbers over lines, in JSON': (text) =>
		json(JSON.stringify([...Buffer.from(text)], null, 2)),
	'decimal numbers by their places': (text) => JSON.stringify(new Uint8Array(Buffer.from(text))),
	'octal numbers': (text) => numbers(text, 8, ' '),
	'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
	'base64 of UTF-16 in the middle of more': (text) =>
		Buffer.from(`key: ${text}.`, 'utf16le').swap16().toString('base64'),
	'base64 of base64': (text) => base64(base64(text)),
	'base64 of base64 in the middle of more': (text) =>
		base64(`Authorization: Basic ${base64(`jane:${text}`)}\n`),
	'base64 of base64 of base64': (text) => base64(base64(base64(text))),
	'base64 of a URL': (text) => base64(encodeURIComponent(text)),
	'base64 of JSON': (text) => base64(JSON.stringify({ key: text })),
	'base64 of hexadecimal digits': (text) => base64(Buffer.from(text).toString('hex')),
	'hexadecimal digits of base64': (text) => Buffer.from(base64(text)).toString('hex'),
	'hexadecimal digits of JSON': (text) => Buffer.from(json(text)).toString('hex'),
	'decimal numbers of hexadecimal digits': (text) =>
		numbers(Buffer.from(text).toString('hex'), 10, ','),
	'base64 in a URL': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
};

/** Secrets of what servers escape, what begins an escape, and letters of all kinds. */
const hostile = fc
	.array(
		fc.oneof(
			fc.constantFrom(...Array.from('\\\\\\"\'&<>%+=/#;:@ {}|~^`\n\t😀éßЖ\u0301')),
			fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 3 }),
			fc.constantFrom(
				'%41',
				'&lt;',
				'&#65;',
				'\\u0041',
				'\\n',
				'<b>',
				'=41',
				'%',
				'\\\\\\\\\\\\\\',
			),
		),
		{ maxLength: 12 },
	)
	.map((parts) => `Zq7${parts.join('')}k9W`);

/** What a text looks like to one who reads only letters that survive every spelling. */
describe.each(Object.entries(SPELLINGS))('a secret in %s', (_name, spell) => {
	it('is masked, whatever it holds', () => {
		fc.assert(
			fc.property(hostile, (secret) => {
				const spelled = spell(secret);
				const masked = redactorOf(secret)(`<p>"${spelled}"</p>`);
				expect(masked).toMatch(/^<p>"[\s\S]{0,40}\*\*\*[\s\S]{0,16}"<\/p>$/);
			}),
			{ numRuns: 100, seed: 20260701 },
		);
	});
});

describe('a secret beyond ASCII', () => {
	const redact = redactorOf('pässwörd é');

	it.each([
		['base64 of Latin-1', Buffer.from('pässwörd é', 'latin1').toString('base64')],
		['percent signs of Latin-1', 'p%E4ssw%f6rd+%E9'],
		['named references', 'p&auml;ssw&ouml;rd &eacute;'],
		['letters with their accents apart', 'pässwörd é'.normalize('NFD')],
		['hexadecimal digits of Latin-1', Buffer.from('pässwörd é', 'latin1').toString('hex')],
	])('is masked in %s', (_name, spelled) => {
		expect(redact(`[${spelled}]`)).toMatch(/^\[\*\*\*=*\]$/);
	});
});

it('is masked where some of its letters alone are escaped, or split by tags', () => {
	const redact = redactorOf('s3cret-Token');
	expect(redact('%53 s3cret-%54oken')).toBe('%53 ***');
	expect(redact('<p>s3cret<b>-Tok</b>en</p>')).toBe('<p>***</p>');
	expect(redact('s3c<wbr>ret<!-- no -->-Token')).toBe('***');
	expect(redact('s3cret\u2060-To\ufeffken')).toBe('***');
	expect(redact('token=s3cret&#45;Token&to=1')).toBe('token=***&to=1');
});

it('is masked where its number list, or its base64, is a part of more', () => {
	const redact = redactorOf('s3cret-Token');
	const list = [...Buffer.from('s3cret-Token')];
	expect(redact(`body: [7, ${list.join(', ')}, 10], 3 bytes`)).toBe('body: [7, ***, 10], 3 bytes');
	expect(redact(`at 00ff ${list.map((byte) => hex(byte, 2)).join(' ')} 0d`)).toBe('at 00ff *** 0d');
	const jwt = base64(JSON.stringify({ sub: base64('id:s3cret-Token') }));
	expect(redact(`Bearer ${jwt}.x`)).toMatch(/^Bearer [\w+/]{1,20}\*\*\*[\w+/=]{0,4}\.x$/);
});

describe('numbers', () => {
	it.each(['+447700900123 and 192.168.10.55', '12, 55, 10, 10, 10 seconds', '2026-11-28T22:10:05'])(
		'stay where the secret is short: %s',
		(text) => {
			for (const secret of ['7', '7\n', 'AB', '\n\n\n'])
				expect(redactorOf(secret)(text)).toBe(text);
		},
	);
});

describe('a plain word', () => {
	it.each(['a', 'no', '%41', '&lt;', '\\n', '<b>', '\\\\'])(
		'stays where the secret is %p',
		(secret) => {
			expect(redactorOf(secret)('A card was not sent to Nora, and < n stays')).toContain(
				'card was not sent to Nora, and < n stays'.replace(/ n /, () => ' n '),
			);
		},
	);

	it('stays beside a comparison, which is no tag', () => {
		expect(redactorOf('a<b>cd')('5 < 6 and abcd > 4')).toBe('5 < 6 and abcd > 4');
	});
});

describe('user and password of the base URL', () => {
	it.each([
		'http://jane:pw-2@host.example',
		'http:\\\\jane:pw-2@host.example',
		'http:/jane:pw-2@host.example',
		'http:jane:pw-2@host.example',
		'http:///jane:pw-2@host.example',
		'ht\ttp://jane:pw-2@host.example',
		'http:\n//ja\rne:p\tw-2@host.example',
		'HTTPS://jane:pw-2@HOST.example',
		' http://jane:pw-2@host.example/api ',
		'http://j%61ne:p%77-2@host.example',
		'http:\\/\\jane:pw-2@bücher.example:8080',
	])('are masked in %j, and in the address that is asked', (baseUrl) => {
		const redact = redactorOf('', baseUrl);
		for (const text of [baseUrl, new URL(baseUrl).href, 'jane:pw-2', 'pw-2']) {
			const masked = redact(`[${text}]`).replace(/[\t\r\n]/g, '');
			expect(decodeURIComponent(masked)).not.toMatch(/pw-2|jane/);
			expect(masked).toContain('***');
		}
	});

	it.each([
		'http://a b@host',
		'http://',
		'http:',
		'http://u:p@',
		'://u:secret9@',
		'http://u:s3cret@ho st',
	])('that nobody can parse throw nothing: %p', (baseUrl) => {
		expect(redactorOf('', baseUrl)('plain text')).toBe('plain text');
	});
});

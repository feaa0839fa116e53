import { kindOfBody, plainWords, shorten, withDetails } from '../../nodes/failures/providerWords';
import { answer } from '../support/responses';

const asItIs = (text: string) => text;
const plain = (words: string) => plainWords(words, asItIs);

it.each(['{}', ' { } ', '[]', 'null', '""', ''])('finds no words in %j', (body) => {
	expect(plain(body)).toBe('');
});

describe('the words of a provider', () => {
	it.each([
		[
			'plain text',
			'Bad Request - Missing Required Parameter(s)',
			'Bad Request - Missing Required Parameter(s)',
		],
		['lines and control characters', 'one\r\n\ttwo\u0000three ', 'one two three'],
		[
			'a page',
			'<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body></html>',
			'502 Bad Gateway',
		],
		[
			'XML',
			'<?xml version="1.0"?><error><code>503</code><message>Service Unavailable</message></error>',
			'503 Service Unavailable',
		],
		[
			'scripts and styles',
			'<style>b{color:red}</style><b>Stop</b><SCRIPT src="x">alert("<i>1</i>")</SCRIPT> now',
			'Stop now',
		],
		['a script without an end', '<p>Stop</p><script>alert(1)', 'Stop'],
		['entities, once', '<p>a &lt; b &amp;amp; c&nbsp;&quot;d&#39;</p>', 'a < b &amp; c "d\''],
		['named and numbered entities', '<p>caf&eacute; &#38; &#x263A;', 'café & ☺'],
		['JSON', '{"status":400,"error":"Bad Request","message":"Too long"}', 'Too long'],
		['lists in lists', '{"response":{"message":[["one"],[["two"]]]}}', 'one; two'],
		['JSON within JSON', '{"message":"{\\"error\\":{\\"message\\":\\"Too long\\"}}"}', 'Too long'],
		[
			'what is said twice',
			'{"errors":[{"message":"Too long"},{"message":"Too long"}]}',
			'Too long',
		],
		['an error alone', '{"ok":false,"error":"not_found"}', 'not_found'],
		[
			'an error with the stack of JavaScript',
			'TypeError: x is not a function\n    at send (/app/dist/main.js:12:5)\n    at async /app/a.js:1:1',
			'TypeError: x is not a function',
		],
		[
			'errors in JSON, each with its stack',
			JSON.stringify({ message: ['One\n    at a (b.js:1:2)', 'Two\r\n\tat c (d.js:3:4)'] }),
			'One; Two',
		],
		[
			'an error with the stack of Java',
			'IllegalStateException: Not connected\n\tat com.example.Send.run(Send.java:7)\n\t... 23 more',
			'IllegalStateException: Not connected',
		],
		[
			'an error with the stack of PHP',
			'Uncaught Exception: No session\nStack trace:\n#0 /var/www/send.php(12): send()\n#1 {main}',
			'Uncaught Exception: No session',
		],
		[
			'an error with the stack of Python',
			'Traceback (most recent call last):\n  File "/app/main.py", line 4, in send\n    raise ValueError(to)\nValueError: bad number',
			'ValueError: bad number',
		],
		[
			'an error with the stack of Go',
			'runtime error: index out of range [1]\n\ngoroutine 12 [running]:\nmain.send()\n\t/app/send.go:7',
			'runtime error: index out of range [1]',
		],
		[
			'lines that only look like a stack',
			'Meet\nat noon, #1 priority',
			'Meet at noon, #1 priority',
		],
		[
			'a page of which only the title says something',
			'<html><head><title>503 Service Unavailable</title></head><body></body></html>',
			'503 Service Unavailable',
		],
		['keys of other kinds', '{"error":{"errorMessage":"No","code":7},"errors":["x"]}', 'No'],
		['JSON that says nothing', '{"odd":1}', '{"odd":1}'],
		['a list that says nothing', '[1,2]', '[1,2]'],
		['a comparison', 'limit 5 < 6 and 7 > 6', 'limit 5 < 6 and 7 > 6'],
		['an unfinished tag', '<p>Stop</p><a href="', 'Stop <a href="'],
	])('are read from %s', (_name, words, expected) => {
		expect(plain(words)).toBe(expected);
	});

	it('have at most 1,000 characters, of which none is cut in two', () => {
		const words = plain('😀'.repeat(1500));
		expect(words).toBe(`${'😀'.repeat(999)}…`);
		expect(plain('\ud800')).toBe('\ufffd');
	});

	it('lose their secrets before they are cut, so that no half of one is left', () => {
		const redact = (text: string) => text.replaceAll('hunter2', '***');
		expect(plainWords(`${'x'.repeat(995)}hunter2`, redact)).toBe(`${'x'.repeat(995)}***`);
		expect(plainWords(`<p>${'<i>'.repeat(6664)}hunter2`, redact)).toBe('***');
		expect(plainWords(`<p>hun<i></i>ter2 hunter2</p>`, redact)).toBe('hun ter2 ***');
	});

	it('end before the end of what is read of a long answer, which may be half a secret', () => {
		const secret = 'hunter2-'.repeat(125);
		const redact = (text: string) => text.replaceAll(secret, '***');
		const words = `Got ${secret.repeat(79)} ${secret}${'x'.repeat(100_000)}`;
		expect(plainWords(words, redact)).not.toContain('hunter');
		expect(plainWords(`No. ${'x'.repeat(1_000_000)}`, redact)).toMatch(/^No\. x+…$/);
	});

	it.each(['<', '<a', '<script>', '<script ', '</script ', '<!--', '&', ' ', '<a b="'])(
		'are read in a moment from megabytes of %p',
		(piece) => {
			expect(plain(piece.repeat(2_000_000 / piece.length)).length).toBeLessThanOrEqual(1000);
		},
	);
});

describe('words in JSON', () => {
	const deep = (levels: number, opening = '[', closing = ']') =>
		`${opening.repeat(levels)}"Too long"${closing.repeat(levels)}`;

	it('are found a hundred levels down, and beyond that nothing breaks', () => {
		expect(plain(`{"message":${deep(100)}}`)).toBe('Too long');
		expect(plain(deep(100, '{"message":', '}'))).toBe('Too long');
		expect(plain(`{"message":${deep(10_000)}}`)).toMatch(/^\{"message":\[+…$/);
		expect(plain(deep(10_000, '{"a":', '}')).length).toBe(1000);
	});

	it('are looked for in a bounded part of it', () => {
		const many = Array.from({ length: 100_000 }, (_, index) => ({ message: `No ${index}` }));
		expect(plain(JSON.stringify(many))).toBe(
			'No 0; No 1; No 2; No 3; No 4; No 5; No 6; No 7; No 8; No 9',
		);
	});

	it('say a title once that its details say again', () => {
		expect(withDetails('(#100) Invalid parameter', 'Invalid parameter: to')).toBe(
			'Invalid parameter: to',
		);
		expect(withDetails('Undeliverable', 'No account')).toBe('Undeliverable: No account');
		expect(withDetails('Undeliverable', undefined)).toBe('Undeliverable');
		expect(withDetails('Undeliverable: no account', 'no account')).toBe(
			'Undeliverable: no account',
		);
	});
});

it('shortens only what is longer', () => {
	expect(shorten('abc', 3)).toBe('abc');
	expect(shorten('abcd', 3)).toBe('ab…');
});

it.each([
	[' \n', 'an empty answer'],
	[{ ok: true }, 'unexpected JSON'],
	['<!DOCTYPE html><p>Sign in', 'a web page'],
	['{"ok":', 'an answer that is not JSON'],
])('says what kind of answer %p is', (body, kind) => {
	expect(kindOfBody(answer(200, body))).toBe(kind);
});

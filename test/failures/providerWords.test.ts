import { kindOfBody, plainWords, shorten } from '../../nodes/failures/providerWords';
import { answer } from '../support/responses';

const asItIs = (text: string) => text;
const plain = (words: string) => plainWords(words, asItIs);

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

	it.each(['<', '<a', '<script>', '<script ', '</script ', '<!--', '&', ' ', '<a b="'])(
		'are read in a moment from megabytes of %p',
		(piece) => {
			expect(plain(piece.repeat(2_000_000 / piece.length)).length).toBeLessThanOrEqual(1000);
		},
	);
});

it('shortens only what is longer', () => {
	expect(shorten('abc', 3)).toBe('abc');
	expect(shorten('abcd', 3)).toBe('ab…');
});

it.each([
	[' \n', 'an empty answer'],
	[{ ok: true }, 'unexpected JSON'],
	['<!DOCTYPE html><p>Sign in', 'a web page'],
	['{"ok":', 'an answer that is no JSON'],
])('says what kind of answer %p is', (body, kind) => {
	expect(kindOfBody(answer(200, body))).toBe(kind);
});

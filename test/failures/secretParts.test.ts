import { createRedactor } from '../../nodes/failures/redaction';
import { properties } from './credentialProperties';

const redactorOf = (password: string) => createRedactor({ password }, properties);

describe('a long secret is masked', () => {
	const TOKEN = '123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw-_x';
	const redact = redactorOf(TOKEN);
	it.each([
		['in a path', `POST /bot${TOKEN}/sendContact`, 'POST /bot***/sendContact'],
		['in lower case', TOKEN.toLowerCase(), '***'],
		['in upper case', TOKEN.toUpperCase(), '***'],
		['where only its second half is said', `secret ${TOKEN.slice(10)}!`, 'secret ***!'],
		['where only its beginning is said', `${TOKEN.slice(0, 24)}…`, '***…'],
		['where only its end is said', `…${TOKEN.slice(-20)}`, '…***'],
		['where only its middle is said', `(${TOKEN.slice(7, 30)})`, '(***)'],
		[
			'where two fields have half of it each',
			JSON.stringify({ id: TOKEN.slice(0, 20), secret: TOKEN.slice(20) }),
			'{"id":"***","secret":"***"}',
		],
		['where quotes split it', `'${TOKEN.slice(0, 20)}' . '${TOKEN.slice(20)}'`, "'***' . '***'"],
		[
			'where a color of a terminal splits it',
			`${TOKEN.slice(0, 20)}\u001b[0m${TOKEN.slice(20)}`,
			'***\u001b[0m***',
		],
		['where a blank splits it', `${TOKEN.slice(0, 20)}\u00a0${TOKEN.slice(20)}`, '***\u00a0***'],
	])('%s', (_name, text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	it('but not where less than sixteen of its characters in a row are said', () => {
		expect(redact(`id 123456789, ${TOKEN.slice(0, 15)}`)).toBe(
			`id 123456789, ${TOKEN.slice(0, 15)}`,
		);
	});

	it('without the scheme that a person typed before it', () => {
		expect(redactorOf('Bearer s3cr3t')('Unknown token s3cr3t')).toBe('Unknown token ***');
		expect(redactorOf('App  s3cr3t ')('App s3cr3t')).toBe('App ***');
	});

	it('also where it has thousands of characters', () => {
		const long = Array.from({ length: 600 }, (_, place) => `${place}.`).join('');
		const text = `See ${long.slice(1_000, 1_100)}, ${long}`;
		const masked = redactorOf(long)(text);
		expect(masked).toMatch(/^See .{0,45}\*\*\*.{0,45}, \*\*\*$/);
	});
});

import { credentialText, readBaseUrl } from '../../nodes/delivery/credential';
import { InputError } from '../../nodes/failures/inputError';

it.each([
	['text', 'abc', 'abc'],
	['a number', 12345, '12345'],
	['nothing', undefined, ''],
	['a list', ['abc'], ''],
])('reads a field that holds %s', (_name, value, text) => {
	expect(credentialText(value === undefined ? {} : { token: value }, 'token')).toBe(text);
});

describe('a base URL', () => {
	it.each([
		['https://api.example.com', 'https://api.example.com'],
		[' http://localhost:3000/gowa// ', 'http://localhost:3000/gowa'],
		['https://me:word@example.com/api', 'https://me:word@example.com/api'],
		['http:\\\\me:word@EXAMPLE.com\\api\\', 'http://me:word@example.com/api'],
		['ht\ttp:/example.com:80/a/../b', 'http://example.com/b'],
		['https://bücher.example', 'https://xn--bcher-kva.example'],
	])('%p is read as %p', (baseUrl, expected) => {
		expect(readBaseUrl({ baseUrl })).toBe(expected);
	});

	it.each([
		['', 'The Base URL is empty'],
		['localhost', 'The Base URL is not an address'],
		['localhost:3000', 'The Base URL does not begin with http:// or https://'],
		['ftp://example.com', 'The Base URL does not begin with http:// or https://'],
		['https://example.com?key=1', 'The Base URL contains a ? or #'],
		['https://example.com/#', 'The Base URL contains a ? or #'],
	])('%p is refused, and not repeated in the message', (baseUrl, message) => {
		expect(() => readBaseUrl({ baseUrl })).toThrow(
			new InputError(message, { field: 'baseUrl', fix: '' }),
		);
	});
});

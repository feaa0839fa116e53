import { GoJsonScanner } from '../../sandbox/toolkit/goJson';

describe("Go's words for malformed JSON", () => {
	it.each([
		['', 'unexpected end of JSON input'],
		['{', 'unexpected end of JSON input'],
		['nul', 'unexpected end of JSON input'],
		['nope', "invalid character 'o' in literal null (expecting 'u')"],
		["{'a':1}", "invalid character '\\'' looking for beginning of object key string"],
		['{"a" 1}', "invalid character '1' after object key"],
		['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
		['[1 2]', "invalid character '2' after array element"],
		['{"a":1}}', "invalid character '}' after top-level value"],
		['"a\nb"', "invalid character '\\n' in string literal"],
		[String.raw`"\x"`, "invalid character 'x' in string escape code"],
		[String.raw`"\u12G4"`, "invalid character 'G' in \\u hexadecimal character escape"],
		['-a', "invalid character 'a' in numeric literal"],
		['1.a', "invalid character 'a' after decimal point in numeric literal"],
		['1ea', "invalid character 'a' in exponent of numeric literal"],
		['01', "invalid character '1' after top-level value"],
		[']', "invalid character ']' looking for beginning of value"],
	])('%j', (text, message) => {
		expect(GoJsonScanner.errorOf(text)).toBe(message);
	});

	it.each(['{"a":[1,-2.5e+3,true,false,null,"\\u00e9\\n"],"b":{}}', ' [] ', '0'])(
		'none for %s',
		(text) => {
			expect(GoJsonScanner.errorOf(text)).toBeNull();
		},
	);
});

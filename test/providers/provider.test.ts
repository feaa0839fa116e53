import { providers } from '../../nodes/providers';
import { optionalNumber, optionalText } from '../../nodes/providers/parameterSchemas';
import { path } from '../../nodes/providers/requestParts';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { refusalOf } from '../support/refusal';

describe('a path', () => {
	it('encodes what a person gave, and nothing else', () => {
		expect(path`/api/${'a/b c'}/send/${'ü?#'}`).toBe('/api/a%2Fb%20c/send/%C3%BC%3F%23');
		expect(path`/api`).toBe('/api');
	});

	it.each(['', '.', '..', '...'])('refuses %j, which no encoding keeps in its place', (part) => {
		expect(refusalOf(() => path`/api/${part}`)).toMatchObject({
			message: `"${part}" is not an ID`,
			field: 'recipient',
		});
	});
});

describe('an optional text', () => {
	it.each([
		['', undefined],
		['  ', undefined],
		[null, undefined],
		[undefined, undefined],
		[' x ', 'x'],
		[0, '0'],
		[3.0, '3'],
	])('reads %j as %j', (value, text) => {
		expect(optionalText.parse(value)).toBe(text);
	});

	it.each([true, 1.5, [], {}])('refuses %j', (value) => {
		expect(optionalText.safeParse(value).error?.issues[0]?.message).toBe('must be text');
	});
});

describe('an optional number', () => {
	it.each([
		[5, 5],
		['5', 5],
		['', undefined],
		[null, undefined],
		[undefined, undefined],
	])('reads %j as %j', (value, number) => {
		expect(optionalNumber.parse(value)).toBe(number);
	});

	it.each(['five', true, [5], {}])('refuses %j', (value) => {
		expect(optionalNumber.safeParse(value).success).toBe(false);
	});
});

describe('the registry', () => {
	it('has every provider once, by display name', () => {
		expect(providers.map(({ displayName }) => displayName)).toEqual(
			[...new Set(providers.map(({ displayName }) => displayName))].sort((a, b) =>
				a.localeCompare(b, 'en'),
			),
		);
		expect(providers.map(({ id }) => id).sort()).toEqual([...PROVIDER_IDS].sort());
	});

	it.each(providers)('$id has documents, a network and a credential of its own', (provider) => {
		expect(provider.documentationUrl).toMatch(/^https:\/\//);
		expect(provider.network).toMatch(/\S/);
		expect(
			providers.filter(({ credential }) => credential.name === provider.credential.name),
		).toEqual([provider]);
	});

	it.each(providers)('$id reads the example of its own spelling', ({ dialect }) => {
		if (dialect === undefined) return;
		expect(dialect.recognizes(dialect.example)).toBe(true);
		expect(dialect.read(dialect.example, [])[0]).toMatchObject({ warnings: [] });
	});
});

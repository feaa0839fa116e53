import { providers } from '../../nodes/providers';
import manifest from '../../package.json';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { partsOf } from './providerParts';

describe.each(providers)('the provider $id', (provider) => {
	it.each(partsOf(provider))('has %s', (_place, isThere) => {
		expect(isThere).toBe(true);
	});
});

describe('the registries', () => {
	it('have the same providers, in nodes and in the sandbox', () => {
		expect(providers.map(({ id }) => id).toSorted()).toEqual([...PROVIDER_IDS].toSorted());
	});

	it('have the providers by display name', () => {
		const names = providers.map(({ displayName }) => displayName);
		expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
	});

	it('have no credential in package.json that no provider has', () => {
		const known = providers.map(
			({ credential }) => `dist/credentials/${credential.constructor.name}.credentials.js`,
		);
		expect(manifest.n8n.credentials.filter((file) => !known.includes(file))).toEqual([]);
	});
});

import { readdirSync } from 'node:fs';
import path from 'node:path';

import { providers } from '../../nodes/providers';
import { MISBEHAVIORS } from '../../sandbox/faults/misbehavingRecipients';
import {
	credentialsAt,
	otherCredentialsAt,
	prefixesOf,
	PROVIDER_IDS,
	providerOf,
} from '../../sandbox/registry';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';

describe('The providers of the sandbox', () => {
	it('are those of the node', () => {
		expect(PROVIDER_IDS).toEqual(providers.map(({ id }) => id).sort());
	});

	it('have a folder and a test of their id each', () => {
		const folders = readdirSync(path.join(__dirname, '../../sandbox/providers')).sort();
		expect(folders.filter((name) => !name.endsWith('.ts'))).toEqual([...PROVIDER_IDS]);
		const tests = readdirSync(__dirname);
		expect(PROVIDER_IDS.filter((id) => !tests.includes(`${id}.test.ts`))).toEqual([]);
	});

	it.each(PROVIDER_IDS)('give %s a credential with the fields that n8n asks for', (id) => {
		const provider = providers.find((candidate) => candidate.id === id);
		const fields = new Set(provider?.credential.properties.map(({ name }) => name));
		const credentials = [
			providerOf(id).credentials('http://127.0.0.1:1'),
			...Object.values(providerOf(id).otherCredentials?.('http://127.0.0.1:1') ?? {}),
		];
		for (const credential of credentials)
			expect(Object.keys(credential).filter((name) => !fields.has(name))).toEqual([]);
	});

	it('answer below an address of their own', () => {
		const prefixes = PROVIDER_IDS.flatMap((id) => prefixesOf(id));
		expect(new Set(prefixes).size).toBe(prefixes.length);
		expect(prefixesOf('whatsAppCloud')).toEqual(['/whatsAppCloud']);
		for (const id of PROVIDER_IDS) {
			const { baseUrl } = credentialsAt('')[id];
			expect(prefixesOf(id)).toContain(baseUrl);
		}
	});

	it('treat no number in two special ways', () => {
		const numbers = [
			...MISBEHAVIORS.map(({ number }) => number),
			...Object.values(SPECIAL_NUMBERS),
		];
		expect(new Set(numbers).size).toBe(numbers.length);
		for (const id of PROVIDER_IDS) {
			const own = Object.values(providerOf(id).specialNumbers ?? {});
			expect(own.filter((number) => numbers.includes(number))).toEqual([]);
			expect(new Set(own).size).toBe(own.length);
		}
	});

	it('keep further credentials under the name of the provider', () => {
		expect(otherCredentialsAt('http://127.0.0.1:1').gowa.empty).toEqual({
			baseUrl: 'http://127.0.0.1:1/gowa-empty',
			username: '',
			password: '',
			deviceId: '',
		});
	});
});

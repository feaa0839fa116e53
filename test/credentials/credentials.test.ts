import { createHmac } from 'node:crypto';
import type { ICredentialType, IHttpRequestOptions } from 'n8n-workflow';

import { ContactCardChatvoltApi } from '../../credentials/ContactCardChatvoltApi.credentials';
import {
	chertSignature,
	ContactCardChertApi,
} from '../../credentials/ContactCardChertApi.credentials';
import { ContactCardGowaApi } from '../../credentials/ContactCardGowaApi.credentials';
import { ContactCardRyzeApi } from '../../credentials/ContactCardRyzeApi.credentials';
import { ContactCardWawpApi } from '../../credentials/ContactCardWawpApi.credentials';
import { providers } from '../../nodes/providers';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { PROVIDER_ROWS } from '../support/providerRows';

const chatvolt = new ContactCardChatvoltApi();
const chert = new ContactCardChertApi();
const gowa = new ContactCardGowaApi();
const ryzeApi = new ContactCardRyzeApi();
const wawp = new ContactCardWawpApi();
const types = providers.map(({ credential }) => credential);

const rows = PROVIDER_IDS.map((id) => ({ id, ...PROVIDER_ROWS[id] }));

function credentialOf(id: string): ICredentialType {
	const provider = providers.find((candidate) => candidate.id === id);
	if (provider === undefined) throw new Error(`There is no provider ${id}`);
	return provider.credential;
}

const SECRET = '0123456789abcdef0123456789abcdef';
const NOON = 1_700_000_000_000;

describe('what the editor shows', () => {
	it.each(rows)(
		'$id: hides its secrets and knows the public address',
		({ id, secrets, baseUrl }) => {
			const properties = credentialOf(id).properties;
			expect(
				properties
					.filter(({ typeOptions }) => typeOptions?.password === true)
					.map((property) => property.name),
			).toEqual(secrets);
			expect(properties.find((property) => property.name === 'baseUrl')?.default).toBe(baseUrl);
		},
	);

	it.each(types)('$name has documents, icons, defaults and plain labels', (type) => {
		expect(type.documentationUrl).toMatch(/^https:\/\//);
		expect(type.icon).toEqual({
			light: 'file:../icons/contactCard.svg',
			dark: 'file:../icons/contactCard.dark.svg',
		});
		expect(type.displayName).toMatch(/^Contact Card .+ API$/);
		for (const { displayName, default: standard, description = '' } of type.properties) {
			expect(displayName).toMatch(/^[A-Z]/);
			expect(standard).not.toBeUndefined();
			if (!description.includes('. ')) expect(description).not.toMatch(/\.$/);
		}
	});

	it.each(providers)(
		'$displayName names itself where its test finds a wrong secret',
		(provider) => {
			const { displayName, credential, credentialTest } = provider;
			expect(credentialTest?.refusals[401]).toMatch(new RegExp(`^${displayName} rejected this `));
			expect(credential.test).toBeUndefined();
		},
	);

	it('have names that no other credential of n8n has', () => {
		for (const { name } of types) expect(name).toMatch(/^contactCard[A-Z]\w*Api$/);
		expect(new Set(types.map(({ displayName }) => displayName)).size).toBe(types.length);
	});
});

describe('authentication', () => {
	const post = (body: IHttpRequestOptions['body']): IHttpRequestOptions => ({
		method: 'POST',
		url: 'https://example.com',
		headers: { 'Content-Type': 'application/json' },
		body,
	});

	it('of Chatvolt is a Bearer key', async () => {
		const { headers } = await chatvolt.authenticate({ apiKey: ' key-1\n' }, post({}));
		expect(headers).toEqual({
			'Content-Type': 'application/json',
			Authorization: 'Bearer key-1',
		});
	});

	it('of RyzeAPI is the header token', async () => {
		const { headers } = await ryzeApi.authenticate({ token: 'token-1 ' }, post({}));
		expect(headers).toEqual({ 'Content-Type': 'application/json', token: 'token-1' });
	});

	it('of Wawp is in the JSON body of a POST, where no address log keeps it', async () => {
		const credential = { instanceId: 'ABC123', accessToken: ' token-1' };
		const { body, qs } = await wawp.authenticate(credential, post({ chatId: '2012' }));
		expect(JSON.stringify(body)).toBe(
			'{"instance_id":"ABC123","access_token":"token-1","chatId":"2012"}',
		);
		expect(qs).toBeUndefined();
	});

	it("of Wawp lets the node's own instance win", async () => {
		const credential = { instanceId: 'ABC123', accessToken: 'token-1' };
		const { body } = await wawp.authenticate(credential, post({ instance_id: 'OTHER' }));
		expect(body).toEqual({ instance_id: 'OTHER', access_token: 'token-1' });
	});

	it('of Wawp is in the query of everything else', async () => {
		const credential = { instanceId: 'ABC123', accessToken: 'token-1' };
		const get = { method: 'GET' as const, url: 'https://example.com', qs: { limit: 1 } };
		expect(await wawp.authenticate(credential, get)).toEqual({
			...get,
			qs: { instance_id: 'ABC123', access_token: 'token-1', limit: 1 },
		});
		const list = await wawp.authenticate(credential, post([]));
		expect(list.qs).toEqual({ instance_id: 'ABC123', access_token: 'token-1' });
		expect(list.body).toEqual([]);
	});

	it('of GOWA is basic where the server asks for it, with the device beside it', async () => {
		const credential = { username: 'me', password: 'pässword:1', deviceId: ' office 2+1 ' };
		expect(await gowa.authenticate(credential, post({}))).toMatchObject({
			auth: { username: 'me', password: 'pässword:1' },
			headers: { 'X-Device-Id': 'office%202%2B1' },
		});
	});

	it("of GOWA lets the node's own device win", async () => {
		const request = { ...post({}), headers: { 'X-Device-Id': 'mine' } };
		const { headers } = await gowa.authenticate({ deviceId: 'theirs' }, request);
		expect(headers).toEqual({ 'X-Device-Id': 'mine' });
	});

	it('of GOWA is none where the credential has none', async () => {
		const request = post({});
		expect(await gowa.authenticate({ username: '', password: '', deviceId: '' }, request)).toEqual(
			post({}),
		);
		const onlyPassword = await gowa.authenticate({ password: 'x' }, post({}));
		expect(onlyPassword.auth).toEqual({ username: '', password: 'x' });
	});

	it('of GOWA survives a device ID with half a surrogate pair', async () => {
		const { headers } = await gowa.authenticate({ deviceId: 'x\ud800' }, post({}));
		expect(headers?.['X-Device-Id']).toBe('x%EF%BF%BD');
	});

	it('of Chert is a Bearer secret, and the tenant where there is one', async () => {
		const bearer = { authentication: 'bearer', signingSecret: `${SECRET} `, tenant: ' acme ' };
		expect((await chert.authenticate(bearer, post({}))).headers).toEqual({
			'Content-Type': 'application/json',
			'x-chert-tenant': 'acme',
			Authorization: `Bearer ${SECRET}`,
		});
		const alone = await chert.authenticate({ signingSecret: SECRET }, post({ a: 1 }));
		expect(alone.headers).toEqual({
			'Content-Type': 'application/json',
			Authorization: `Bearer ${SECRET}`,
		});
		expect(alone.body).toEqual({ a: 1 });
	});
});

describe("Chert's signature", () => {
	const hmac = { authentication: 'hmac', signingSecret: SECRET, tenant: 'acme' };
	const BODY = '{"to":"+14155551234","vcard_text":"BEGIN:VCARD\\nVERSION:3.0\\nFN:A\\nEND:VCARD"}';
	const OF_BODY = 'v1,1700000000,55bf3676c8ca76c5a0e4b472935fa385018f5e2c1b43fb017afb7f890ade3136';
	const OF_NOTHING =
		'v1,1700000000,6d033471ca61b72c721ec8c18ea70b31ea9ee2c7aab01ae0fa01bc68c1579648';

	beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOON + 999));
	afterEach(() => jest.restoreAllMocks());

	it('holds the vectors of a POST and of a GET', () => {
		expect(chertSignature(SECRET, 1_700_000_000, BODY)).toBe(OF_BODY);
		expect(chertSignature(SECRET, 1_700_000_000, '')).toBe(OF_NOTHING);
	});

	it('is of the text that becomes the body', async () => {
		const body = { to: '+14155551234', vcard_text: 'BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD' };
		const request = await chert.authenticate(hmac, {
			method: 'POST',
			url: 'https://example.com',
			headers: { 'Content-Type': 'application/json' },
			body,
		});
		expect(request.body).toBe(BODY);
		expect(request.headers).toEqual({
			'Content-Type': 'application/json',
			'x-chert-tenant': 'acme',
			'x-chert-signature': OF_BODY,
		});
	});

	it('takes a body that is text already as it is', async () => {
		const request = { method: 'POST' as const, url: 'https://example.com', body: BODY };
		const { body, headers } = await chert.authenticate(hmac, request);
		expect(body).toBe(BODY);
		expect(headers?.['x-chert-signature']).toBe(OF_BODY);
	});

	it.each([{ method: 'GET' as const, body: {} }, { method: 'POST' as const }, { body: {} }])(
		'is of nothing where nothing is sent: %j',
		async (request) => {
			const signed = await chert.authenticate(hmac, { url: 'https://example.com', ...request });
			expect(signed.headers?.['x-chert-signature']).toBe(OF_NOTHING);
			expect(signed.body).toEqual(request.body);
		},
	);

	it('is of UTF-8 bytes', () => {
		const body = '{"contact":{"full_name":"João 📇"}}';
		const hex = createHmac('sha256', SECRET)
			.update(Buffer.from(`1700000000.${body}`, 'utf8'))
			.digest('hex');
		expect(chertSignature(SECRET, 1_700_000_000, body)).toBe(`v1,1700000000,${hex}`);
	});
});

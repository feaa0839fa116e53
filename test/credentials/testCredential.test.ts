import type { ICredentialDataDecryptedObject, INodeCredentialTestResult } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import { account as WAWP } from '../../sandbox/providers/wawp/account';
import { PROVIDER_IDS, type ProviderId } from '../../sandbox/registry';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { serve } from '../delivery/workflow';
import { testCredential } from '../support/credentialTest';
import { PROVIDER_ROWS } from '../support/providerRows';

const rows = PROVIDER_IDS.map((id) => ({ id, ...PROVIDER_ROWS[id] }));

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.clear());

async function tested(
	id: ProviderId,
	data: ICredentialDataDecryptedObject,
): Promise<INodeCredentialTestResult> {
	const type = providers.find((provider) => provider.id === id)?.credential.name ?? '';
	return await testCredential(type, data);
}

const seen = () =>
	sandbox.requests().map(({ method, url, status }) => `${method} ${url} ${status}`);
const problem = (message: string) => ({ status: 'Error', message });
const GREEN = { status: 'OK', message: 'Connection successful' };

describe('a good credential is green', () => {
	it.each(rows)('of $id, by one request that needs the secret', async ({ id, credentialTest }) => {
		expect(await tested(id, { ...sandbox.credentials[id] })).toEqual(GREEN);
		expect(seen()).toEqual([`${credentialTest} 200`]);
	});

	it('of GOWA without authentication', async () => {
		expect(await tested('gowa', sandbox.otherCredentials.gowa.single)).toEqual(GREEN);
		expect(seen()).toEqual(['GET /gowa-single/devices 200']);
	});

	it.each(['hmac', 'multiTenant'] as const)('of Chert: %s', async (which) => {
		expect(await tested('chert', sandbox.otherCredentials.chert[which])).toEqual(GREEN);
		expect(seen()).toEqual(['GET /chert/api/v1/phone-numbers 200']);
	});

	it('also with a slash at the end of its base URL', async () => {
		const { baseUrl, ...rest } = sandbox.credentials.chert;
		expect(await tested('chert', { ...rest, baseUrl: `${baseUrl}/` })).toEqual(GREEN);
	});
});

describe('a wrong secret', () => {
	it.each(
		rows.flatMap(({ id, secrets, credentials = [{}] }) =>
			credentials.flatMap((others) => secrets.map((secret) => ({ id, secret, others }))),
		),
	)('of $id ($secret) is reported as that, and not shown', async ({ id, secret, others }) => {
		const data = { ...sandbox.credentials[id], ...others, [secret]: 'Wrong-1' };
		const { status, message } = await tested(id, data);
		expect(status).toBe('Error');
		const { displayName } = providers.find((provider) => provider.id === id)!;
		expect(message).toMatch(new RegExp(`^${displayName} rejected this [^.]+\\. [A-Z]`));
		expect(message).not.toContain('Wrong-1');
		const { wrongSecret } = PROVIDER_ROWS[id];
		expect(new Set(sandbox.requests().map((request) => request.status))).toEqual(
			new Set([wrongSecret?.[secret] ?? 401]),
		);
	});
});

describe('an account that is not there', () => {
	it('is reported for a device of GOWA', async () => {
		const data = { ...sandbox.credentials.gowa, deviceId: 'no-such-device' };
		expect((await tested('gowa', data)).message).toMatch(
			/^GOWA has no device "no-such-device"\. Correct the Device ID; the server has "[^]+"\.$/,
		);
	});

	it('is reported for a session of Wawp', async () => {
		const data = { ...sandbox.credentials.wawp, instanceId: WAWP.goneInstance };
		expect(await tested('wawp', data)).toEqual(
			problem(
				'Wawp has no session with this instance ID. Copy the ID from the Wawp dashboard, and start its session there.',
			),
		);
	});

	it('is reported for a session of Wawp under status 200', async () => {
		const server = await serve((_request, response) => {
			response.end('{"code":"invalid_session","message":"Session Does Not Exist"}');
		});
		const data = { ...sandbox.credentials.wawp, baseUrl: server.url };
		expect((await tested('wawp', data)).message).toMatch(
			/^Wawp has no session with this instance ID/,
		);
		await server.close();
	});

	it('is reported for a tenant of Chert', async () => {
		const data = { ...sandbox.credentials.chert, tenant: 'nobody' };
		expect((await tested('chert', data)).message).toMatch(/^Chert has no tenant with this name/);
	});

	it('points at the Phone Number ID of the Cloud API', async () => {
		const data = { ...sandbox.credentials.whatsAppCloud, phoneNumberId: '15550100001' };
		const { status, message } = await tested('whatsAppCloud', data);
		expect(status).toBe('Error');
		expect(message).toMatch(/^WhatsApp Cloud API answered 400: .+\. Check the Phone Number ID/);
		expect(message).not.toContain('Bad Request');
	});
});

describe('a wrong address', () => {
	const at = async (baseUrl: string, id: ProviderId = 'gowa') =>
		(await tested(id, { ...sandbox.credentials[id], baseUrl })).message;

	it.each([
		[
			'http://localhost:1',
			'GOWA could not be reached: the connection was refused. If n8n runs in Docker, localhost is its own container: use host.docker.internal, or the name of the other container. Check that the server is running and that it listens on port 1.',
		],
		['', 'The Base URL is empty. Correct the Base URL in the credential'],
		['localhost:3000', 'The Base URL does not begin with http:// or https://. Correct'],
		['http://gowa.invalid', 'GOWA could not be reached: its host name does not resolve. Check'],
	])('%p is reported with the way out', async (baseUrl, message) => {
		expect(await at(baseUrl)).toContain(message);
		expect(await at(baseUrl)).not.toMatch(/ECONN|ENOTFOUND|EAI_AGAIN|ERR_/);
	});

	it('with https instead of http is reported as that', async () => {
		const message = await at(sandbox.credentials.gowa.baseUrl.replace('http:', 'https:'));
		expect(message).toMatch(/secure connection/);
		expect(message).toMatch(/http or https/);
	});

	it.each(PROVIDER_IDS)('that has nothing at its path is reported for %s', async (id) => {
		const server = await serve((_request, response) => response.writeHead(404).end('Not Found'));
		const message = await at(server.url, id);
		await server.close();
		expect(message).toMatch(/Base URL|session with this instance ID/);
	});

	it.each(PROVIDER_IDS)('that answers with a web page is reported for %s', async (id) => {
		const server = await serve((_request, response) => response.end('<!DOCTYPE html><p>Sign in'));
		const message = await at(server.url, id);
		await server.close();
		expect(message).toMatch(/answered 200 with a web page\. Check that the Base URL/);
	});

	it('that redirects is reported with where to', async () => {
		const server = await serve((_request, response) =>
			response.writeHead(301, { location: 'https://gowa.example/' }).end(),
		);
		expect(await at(server.url)).toBe(
			'GOWA redirects to another address (https://gowa.example/). Set the Base URL to an address that does not redirect.',
		);
		await server.close();
	});
});

it.each(rows)('never shows a secret of $id that the server says again', async ({ id, secrets }) => {
	const [field = ''] = secrets;
	const secret = 'Zq7/s3cret+"of"';
	const server = await serve((_request, response) =>
		response.writeHead(418).end(JSON.stringify({ message: `No ${secret}`, code: secret })),
	);
	const away = await serve((_request, response) =>
		response.writeHead(302, { location: `/${encodeURIComponent(secret)}` }).end(),
	);
	for (const { url } of [server, away]) {
		const data = { ...sandbox.credentials[id], [field]: secret, baseUrl: url };
		const { message } = await tested(id, data);
		expect(message).toContain('***');
		expect(message).not.toContain('s3cret');
	}
	await server.close();
	await away.close();
});

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { search } from '../support/listSearch';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

it("lists Chatvolt's agents, and finds one", async () => {
	const { results } = await search(sandbox, 'chatvolt', 'searchChatvoltAgents');
	expect(results[0]).toEqual({ name: 'Sales 1', value: 'agent-001' });
	const found = await search(sandbox, 'chatvolt', 'searchChatvoltAgents', {
		filter: 'agent-no-credit',
	});
	expect(found.results).toEqual([{ name: 'No messages left', value: 'agent-no-credit' }]);
});

it("lists Chatvolt's conversations", async () => {
	const { results } = await search(sandbox, 'chatvolt', 'searchChatvoltConversations');
	expect(results[0]).toEqual({ name: 'Amara Albers (whatsapp)', value: 'conv-001' });
	expect(sandbox.requests()[0]?.url).toBe('/chatvolt/conversation?limit=100');
});

it('asks for the next page of conversations with the cursor', async () => {
	const cursor = '{"lastCreatedAt":"2026-07-01T12:00:00.000Z","lastId":"conv-001"}';
	const { results } = await search(sandbox, 'chatvolt', 'searchChatvoltConversations', {
		paginationToken: cursor,
	});
	expect(results[0]?.value).toBe('conv-002');
});

it("lists RyzeAPI's instances with their states", async () => {
	const { results } = await search(sandbox, 'ryzeapi', 'searchRyzeApiInstances', {
		filter: 'SALES',
	});
	expect(results).toEqual([{ name: 'sales (connected)', value: 'sales' }]);
});

it("lists GOWA's devices", async () => {
	const { results } = await search(sandbox, 'gowa', 'searchGowaDevices');
	expect(results.map(({ value }) => value)).toContain('sandbox-device-1');
});

it.each([
	['chatvolt', 'searchChatvoltAgents', { apiKey: 'wrong-key' }, /^Chatvolt gives no list \(401\)/],
	['ryzeapi', 'searchRyzeApiInstances', { token: 'wrong-token' }, /^RyzeAPI gives no list \(401\)/],
	['gowa', 'searchGowaDevices', { password: 'wrong-word' }, /^GOWA gives no list \(401\)/],
])(
	'says why %s gives none, and that an ID works without',
	async (id, method, credential, words) => {
		await expect(search(sandbox, id, method, { credential })).rejects.toMatchObject({
			message: expect.stringMatching(words),
			description: expect.stringContaining('Choosing By ID works without the list.'),
		});
		expect(sandbox.requests()).toHaveLength(1);
	},
);

it('shows no secret when a provider repeats what it was told', async () => {
	sandbox.fault({ kind: 'echo', on: 'list' });
	const failed: unknown = await search(sandbox, 'ryzeapi', 'searchRyzeApiInstances').catch(
		(error: unknown) => error,
	);
	const text = failed instanceof Error ? `${failed.message} ${JSON.stringify(failed)}` : '';
	expect(text).toContain('***');
	expect(text).not.toContain(sandbox.credentials.ryzeapi.token);
});

it('says that something else than a list came', async () => {
	sandbox.fault({ kind: 'html-200', on: 'list' });
	await expect(search(sandbox, 'chatvolt', 'searchChatvoltAgents')).rejects.toMatchObject({
		message: expect.stringMatching(/^Chatvolt gives no list \(200\)/),
	});
});

it('says that the provider cannot be reached', async () => {
	const closed = await startSandbox();
	const { baseUrl } = closed.credentials.ryzeapi;
	await closed.close();
	await expect(
		search(sandbox, 'ryzeapi', 'searchRyzeApiInstances', { credential: { baseUrl } }),
	).rejects.toMatchObject({
		message: 'RyzeAPI could not be reached',
		description: expect.stringContaining('Base URL'),
	});
});

it('refuses a base URL that is no address', async () => {
	await expect(
		search(sandbox, 'gowa', 'searchGowaDevices', { credential: { baseUrl: 'ftp://example.com' } }),
	).rejects.toMatchObject({ message: expect.stringContaining('Base URL') });
	expect(sandbox.requests()).toEqual([]);
});

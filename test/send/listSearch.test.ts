import type { INodeParameters } from 'n8n-workflow';

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
	expect(results[0]).toEqual({ name: 'Amara Albers (+447700900000, whatsapp)', value: 'conv-001' });
	expect(sandbox.requests()[0]?.url).toBe('/chatvolt/conversation?limit=100');
});

it('asks for the next page of conversations with the cursor', async () => {
	const cursor = '{"lastCreatedAt":"2026-07-01T12:00:00.000Z","lastId":"conv-001"}';
	const { results } = await search(sandbox, 'chatvolt', 'searchChatvoltConversations', {
		paginationToken: cursor,
	});
	expect(results[0]?.value).toBe('conv-002');
});

it("lists the chosen agent's conversations alone", async () => {
	const { results } = await search(sandbox, 'chatvolt', 'searchChatvoltConversations', {
		parameters: { agentId: { __rl: true, mode: 'list', value: 'agent-002' } },
	});
	expect(results.map(({ value }) => value)).toEqual([
		'conv-002',
		'conv-072',
		'conv-142',
		'conv-212',
	]);
});

it('reads page after page until one holds what is searched for', async () => {
	const { results } = await search(sandbox, 'chatvolt', 'searchChatvoltConversations', {
		filter: '+447700900238',
	});
	expect(results.map(({ value }) => value)).toEqual(['conv-239']);
	expect(sandbox.requests()).toHaveLength(3);
});

it('ends with an empty list where nobody is found', async () => {
	expect(await search(sandbox, 'chatvolt', 'searchChatvoltAgents', { filter: 'nobody' })).toEqual({
		results: [],
	});
	expect(sandbox.requests()).toHaveLength(2);
});

/** All pages of a list, one after the other, as a person gets them who scrolls to the end. */
async function allPages(provider: string, method: string, parameters: INodeParameters = {}) {
	const pages: Array<Array<{ name: string; value: unknown }>> = [];
	let paginationToken: string | undefined;
	do {
		const page = await search(sandbox, provider, method, {
			parameters,
			...(paginationToken === undefined ? {} : { paginationToken }),
		});
		pages.push(page.results);
		paginationToken = page.paginationToken as string | undefined;
	} while (paginationToken !== undefined);
	return pages;
}

it.each([
	['searchChatvoltAgents', [50, 21], 71],
	['searchChatvoltConversations', [100, 100], 240],
])('%s gives all entries, page by page, each once', async (method, first, least) => {
	const pages = await allPages('chatvolt', method);
	expect(pages.slice(0, 2).map((page) => page.length)).toEqual(first);
	const values = pages.flat().map(({ value }) => value);
	expect(new Set(values).size).toBe(values.length);
	expect(values.length).toBeGreaterThanOrEqual(least);
});

it("suggests GOWA's chats and then its contacts, with name and number", async () => {
	const pages = await allPages('gowa', 'searchRecipients');
	expect(pages.map((page) => page.length)).toEqual([50, 15, 50, 50, 20]);
	expect(pages[0]?.[0]).toEqual({
		name: 'Sales team (group 120363040000000001)',
		value: '120363040000000001@g.us',
	});
	expect(pages[0]?.[5]).toEqual({ name: 'Amara Albers (+447700900000)', value: '+447700900000' });
	for (const { name } of pages.flat()) expect(name).toMatch(/\((\+\d+|group \d+)\)$/);
});

it.each([
	['LINDQVIST', 4],
	['+44 7700 900119', 1],
])('finds %s among the people whom GOWA knows', async (filter, count) => {
	const { results } = await search(sandbox, 'gowa', 'searchRecipients', { filter });
	expect(results).toHaveLength(count);
});

it("asks GOWA for the chats of the options' device", async () => {
	const { results } = await search(sandbox, 'gowa', 'searchRecipients', {
		parameters: { options: { deviceId: { __rl: true, mode: 'id', value: 'office 2+1' } } },
	});
	expect(results).toHaveLength(50);
	await expect(
		search(sandbox, 'gowa', 'searchRecipients', { credential: { deviceId: '' } }),
	).rejects.toMatchObject({
		message: expect.stringMatching(/^GOWA did not return the list \(400\): device_id is required/),
		description: expect.stringContaining('Choosing Number works without the list.'),
	});
});

it("suggests the groups of RyzeAPI's chosen instance", async () => {
	const { results } = await search(sandbox, 'ryzeapi', 'searchRecipients', {
		parameters: { instance: { __rl: true, mode: 'list', value: 'sales' } },
		filter: 'press',
	});
	expect(results).toEqual([
		{ name: 'Press (group 120363040000010002)', value: '120363040000010002@g.us' },
	]);
});

it('asks for the instance before its groups', async () => {
	await expect(search(sandbox, 'ryzeapi', 'searchRecipients')).rejects.toMatchObject({
		message: expect.stringMatching(/^Instance is missing\. Choose it from the list/),
	});
	expect(sandbox.requests()).toEqual([]);
});

it("lists RyzeAPI's instances with their states", async () => {
	const { results } = await search(sandbox, 'ryzeapi', 'searchRyzeapiInstances', {
		filter: 'SALES',
	});
	expect(results).toEqual([{ name: 'sales (+447700900910, connected)', value: 'sales' }]);
});

it("lists GOWA's devices", async () => {
	const { results } = await search(sandbox, 'gowa', 'searchGowaDevices');
	expect(results.map(({ value }) => value)).toContain('sandbox-device-1');
});

it.each([
	[
		'chatvolt',
		'searchChatvoltAgents',
		{ apiKey: 'wrong-key' },
		/^Chatvolt did not return the list \(401\)/,
	],
	[
		'ryzeapi',
		'searchRyzeapiInstances',
		{ token: 'wrong-token' },
		/^RyzeAPI did not return the list \(401\)/,
	],
	[
		'gowa',
		'searchGowaDevices',
		{ password: 'wrong-word' },
		/^GOWA did not return the list \(401\)/,
	],
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
	const failed: unknown = await search(sandbox, 'ryzeapi', 'searchRyzeapiInstances').catch(
		(error: unknown) => error,
	);
	const text = failed instanceof Error ? `${failed.message} ${JSON.stringify(failed)}` : '';
	expect(text).toContain('***');
	expect(text).not.toContain(sandbox.credentials.ryzeapi.token);
});

it('says that something else than a list came', async () => {
	sandbox.fault({ kind: 'html-200', on: 'list' });
	await expect(search(sandbox, 'chatvolt', 'searchChatvoltAgents')).rejects.toMatchObject({
		message: expect.stringMatching(/^Chatvolt did not return the list \(200\)/),
	});
});

it('says that the provider cannot be reached', async () => {
	const closed = await startSandbox();
	const { baseUrl } = closed.credentials.ryzeapi;
	await closed.close();
	await expect(
		search(sandbox, 'ryzeapi', 'searchRyzeapiInstances', { credential: { baseUrl } }),
	).rejects.toMatchObject({
		message: 'RyzeAPI could not be reached. Check the Base URL in the credential.',
		description: 'Choosing By ID works without the list.',
	});
});

it('refuses a base URL that is no address', async () => {
	await expect(
		search(sandbox, 'gowa', 'searchGowaDevices', { credential: { baseUrl: 'ftp://example.com' } }),
	).rejects.toMatchObject({ message: expect.stringContaining('Base URL') });
	expect(sandbox.requests()).toEqual([]);
});

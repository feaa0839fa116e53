import { chatvolt } from '../../nodes/providers/chatvolt/chatvolt';
import { answer } from '../support/responses';

describe('the list of agents', () => {
	const agents = chatvolt.lists!['searchChatvoltAgents']!;

	it('asks page by page, as long as pages are full', () => {
		expect(agents.request(undefined, '50')).toEqual({
			method: 'GET',
			path: '/agents',
			query: { limit: '50', offset: '50' },
		});
		const agentList = (count: number) =>
			answer(
				200,
				Array.from({ length: count }, (_, index) => ({ id: `a${String(index)}` })),
			);
		expect(agents.page(agentList(50), undefined)?.paginationToken).toBe('50');
		expect(agents.page(agentList(50), undefined, '50')?.paginationToken).toBe('100');
		expect(agents.page(agentList(49), undefined, '50')?.paginationToken).toBeUndefined();
	});

	it('takes all agents from a server that ignores the limit', () => {
		const all = Array.from({ length: 80 }, (_, index) => ({ id: `a${String(index)}` }));
		const page = agents.page(answer(200, all), undefined);
		expect(page?.results).toHaveLength(80);
		expect(page?.paginationToken).toBeUndefined();
	});

	it('shows names, and finds in names and IDs', () => {
		const response = answer(200, [
			{ id: 'agent-1', name: 'Sales' },
			{ id: 'agent-2', name: null },
		]);
		expect(agents.page(response, undefined)).toEqual({
			results: [
				{ name: 'Sales', value: 'agent-1' },
				{ name: 'agent-2', value: 'agent-2' },
			],
		});
		expect(agents.page(response, 'SAL')).toEqual({
			results: [{ name: 'Sales', value: 'agent-1' }],
		});
		expect(agents.page(response, 'agent-2')?.results).toHaveLength(1);
		expect(agents.page(response, ' ')?.results).toHaveLength(2);
	});

	it('is none where the answer is something else', () => {
		expect(agents.page(answer(200, { agents: [] }), undefined)).toBeUndefined();
	});
});

describe('the list of conversations', () => {
	const conversations = chatvolt.lists!['searchChatvoltConversations']!;

	it('asks for the most that a page gives, and for the page after a cursor', () => {
		expect(conversations.request(undefined, undefined)).toEqual({
			method: 'GET',
			path: '/conversation',
			query: { limit: '100' },
		});
		expect(conversations.request('x', '{"lastId":"c"}').query).toEqual({
			limit: '100',
			cursor: '{"lastId":"c"}',
		});
	});

	it.each([
		['agent-1', 'agent-1'],
		['https://app.chatvolt.ai/agents/agent-1', 'agent-1'],
	])('asks for those of the chosen agent alone: %s', (agentId, id) => {
		expect(conversations.request(undefined, undefined, { agentId }).query).toEqual({
			limit: '100',
			agentId: id,
		});
	});

	it.each([[''], [null], [undefined], [{ odd: true }]])(
		'asks for all without agent: %j',
		(agentId) => {
			expect(conversations.request(undefined, undefined, { agentId }).query).toEqual({
				limit: '100',
			});
		},
	);

	const some = answer(200, [
		{
			id: 'c1',
			title: 'Ana',
			channel: 'whatsapp',
			channelExternalId: '5512996130832',
			createdAt: '2026-06-08T15:00:00.000Z',
		},
		{ id: 'c2', title: null, createdAt: '2026-06-08T14:00:00.000Z' },
		{
			id: 'c3',
			title: 'Ana',
			channel: 'website',
			channelExternalId: 'visitor-7',
			createdAt: '2026-06-08T13:00:00.000Z',
		},
	]);

	it('shows title, number and channel, and ends with a page that is not full', () => {
		expect(conversations.page(some, undefined)).toEqual({
			results: [
				{ name: 'Ana (+5512996130832, whatsapp)', value: 'c1' },
				{ name: 'c2', value: 'c2' },
				{ name: 'Ana (website)', value: 'c3' },
			],
		});
	});

	it('finds by number, channel and ID', () => {
		const found = (filter: string) =>
			conversations.page(some, filter)?.results.map(({ value }) => value);
		expect(found('99613')).toEqual(['c1']);
		expect(found('Website')).toEqual(['c3']);
		expect(found('c2')).toEqual(['c2']);
	});

	it('goes on after a full page, also where the search finds nothing in it', () => {
		const full = Array.from({ length: 100 }, (_, index) => ({
			id: `c${index}`,
			title: 'Ana',
			createdAt: '2026-06-08T15:00:00.000Z',
		}));
		expect(conversations.page(answer(200, full), 'nobody')).toEqual({
			results: [],
			paginationToken: '{"lastCreatedAt":"2026-06-08T15:00:00.000Z","lastId":"c99"}',
		});
	});

	it('is none where the answer is something else', () => {
		expect(conversations.page(answer(200, 'UNAUTHORIZED'), undefined)).toBeUndefined();
	});
});

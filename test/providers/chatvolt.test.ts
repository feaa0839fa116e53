import { carriedPart } from '../../nodes/carried/carriedPart';
import { chatvolt } from '../../nodes/providers/chatvolt/chatvolt';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const target = readTarget(chatvolt, { agentId: 'agent-123', conversationId: 'conv-456' });

function bodyOf(contact: unknown): string {
	const carried = carriedPart(contactOf(contact), chatvolt.carries);
	return JSON.stringify(chatvolt.request({ id: MESSAGE_ID, contacts: [carried] }, target).body);
}

describe("the documents' examples, to the byte", () => {
	it('sends the minimal one', () => {
		expect(
			bodyOf({
				name_formatted_name: 'John Doe',
				name_first_name: 'John',
				phone_1_phone: '+5512996130832',
				phone_1_wa_id: '5512996130832',
			}),
		).toBe(
			'{"agentId":"agent-123","conversationId":"conv-456","name_formatted_name":"John Doe","name_first_name":"John","phone_1_phone":"+5512996130832","phone_1_wa_id":"5512996130832"}',
		);
	});

	it('sends the full one', () => {
		const example = {
			name_formatted_name: 'John Doe',
			name_first_name: 'John',
			name_last_name: 'Doe',
			phone_1_phone: '+5512996130832',
			phone_1_type: 'Mobile',
			phone_1_wa_id: '5512996130832',
			phone_2_phone: '+5511999998888',
			phone_2_type: 'Work',
			email_1_email: 'john@example.com',
			email_1_type: 'Work',
			address_1_street: 'Rua Augusta, 1500',
			address_1_city: 'São Paulo',
			address_1_state: 'SP',
			address_1_zip: '01304-001',
			address_1_country: 'Brazil',
			address_1_country_code: 'BR',
			address_1_type: 'Work',
			org_company: 'Chatvolt',
			org_department: 'Engineering',
			org_title: 'Developer',
			url_1_url: 'https://chatvolt.ai',
			url_1_type: 'Company',
			birthday: '1990-05-15',
		};
		expect(bodyOf(example)).toBe(
			JSON.stringify({ agentId: 'agent-123', conversationId: 'conv-456', ...example }),
		);
	});
});

describe('the request', () => {
	it('is a POST of the documented path, without headers of its own', () => {
		const request = chatvolt.request(
			{ id: MESSAGE_ID, contacts: [contactOf(RICH_CONTACT)] },
			target,
		);
		expect(request.method).toBe('POST');
		expect(request.path).toBe('/messages/interactive/send-contact');
		expect(request.headers).toBeUndefined();
		expect(request.query).toBeUndefined();
	});

	it('numbers any number of phones, emails, addresses and URLs', () => {
		const body = bodyOf({
			name: { formatted_name: 'Ana' },
			phones: [1, 2, 3, 4].map((n) => ({ phone: `+551299613083${n}` })),
			emails: [1, 2, 3].map((n) => ({ email: `ana${n}@example.com` })),
			addresses: [1, 2, 3].map((n) => ({ city: `City ${n}` })),
			urls: [1, 2, 3].map((n) => ({ url: `https://example.com/${n}` })),
		});
		expect(JSON.parse(body)).toMatchObject({
			phone_3_phone: '+5512996130833',
			phone_4_phone: '+5512996130834',
			email_3_email: 'ana3@example.com',
			address_3_city: 'City 3',
			url_3_url: 'https://example.com/3',
		});
	});

	it('has every part of a name, and nothing that Chatvolt has no parameter for', () => {
		expect(JSON.parse(bodyOf(RICH_CONTACT))).toEqual({
			agentId: 'agent-123',
			conversationId: 'conv-456',
			name_formatted_name: 'Dr. John A. Doe Jr.',
			name_first_name: 'John',
			name_last_name: 'Doe',
			name_middle_name: 'A.',
			name_suffix: 'Jr.',
			name_prefix: 'Dr.',
			phone_1_phone: '+5512996130832',
			phone_1_type: 'CELL',
			phone_1_wa_id: '5512996130832',
			phone_2_phone: '+551133334444',
			phone_2_type: 'WORK',
			phone_2_wa_id: '5511999998888',
			email_1_email: 'john@example.com',
			email_1_type: 'WORK',
			email_2_email: 'doe@example.org',
			email_2_type: 'HOME',
			address_1_street: 'Rua Augusta, 1500',
			address_1_city: 'São Paulo',
			address_1_state: 'SP',
			address_1_zip: '01304-001',
			address_1_country: 'Brazil',
			address_1_country_code: 'BR',
			address_1_type: 'WORK',
			org_company: 'Acme',
			org_department: 'Engineering',
			org_title: 'Developer',
			url_1_url: 'https://example.com',
			url_1_type: 'WORK',
			birthday: '1990-05-15',
		});
	});

	it('fills the first name that Meta requires', () => {
		expect(bodyOf({ name_formatted_name: 'Acme Support', phone_1_phone: '+14155551234' })).toBe(
			'{"agentId":"agent-123","conversationId":"conv-456","name_formatted_name":"Acme Support","name_first_name":"Acme Support","phone_1_phone":"+14155551234"}',
		);
	});

	it('leaves out an extension and a birthday without a year', () => {
		const body = bodyOf({
			name: { formatted_name: 'Ana' },
			phones: [{ phone: '+1 415 555 1234 ext. 56' }],
			birthday: '--05-15',
		});
		expect(JSON.parse(body)).toEqual({
			agentId: 'agent-123',
			conversationId: 'conv-456',
			name_formatted_name: 'Ana',
			name_first_name: 'Ana',
			phone_1_phone: '+14155551234',
		});
	});
});

describe('the target', () => {
	it('is the conversation', () => {
		expect(target).toEqual({
			recipient: 'conv-456',
			agentId: 'agent-123',
			conversationId: 'conv-456',
		});
	});

	it('takes IDs that an expression gives as numbers, and trims them', () => {
		expect(readTarget(chatvolt, { agentId: 12, conversationId: ' conv-456\n' })).toEqual({
			recipient: 'conv-456',
			agentId: '12',
			conversationId: 'conv-456',
		});
	});

	it.each([
		[{ agentId: '', conversationId: 'conv-456' }, 'Agent is missing', 'agentId'],
		[{ agentId: null, conversationId: 'conv-456' }, 'Agent is missing', 'agentId'],
		[{ agentId: ['a'], conversationId: 'conv-456' }, 'Agent must be text', 'agentId'],
		[{ agentId: 'agent-123' }, 'Conversation is missing', 'conversationId'],
		[{ agentId: 'agent-123', conversationId: '..' }, 'Conversation is not an ID', 'conversationId'],
		[
			{ agentId: 'agent-123', conversationId: 'conv\r\n456' },
			'Conversation is not an ID',
			'conversationId',
		],
	])('refuses %j', (parameters, message, field) => {
		expect(refusalOf(() => readTarget(chatvolt, parameters))).toMatchObject({
			message,
			field,
			fix: expect.stringContaining('list'),
		});
	});
});

it('refuses a contact without a phone number', () => {
	expect(chatvolt.fit?.(contactOf({ name: { formatted_name: 'Ana' }, phones: [] }))).toEqual({
		problem: 'has no phone number',
		field: 'phones',
		fix: 'Chatvolt needs a name and a phone number: add one.',
	});
	const ana = contactOf({ name: { formatted_name: 'Ana' }, phones: ['112'] });
	expect(chatvolt.fit?.(ana)).toEqual({ contact: ana, warnings: [] });
});

describe('addresses of the dashboard', () => {
	it.each([
		['https://app.chatvolt.ai/agents/agent-9', 'agent-9'],
		['https://app.chatvolt.ai/pt-BR/agents/agent-9?tab=chat', 'agent-9'],
		[' https://app.chatvolt.ai/agents/agent%209#top ', 'agent 9'],
	])('name an agent: %s', (agentId, id) => {
		expect(readTarget(chatvolt, { agentId, conversationId: 'c' })).toMatchObject({ agentId: id });
	});

	it.each([
		['https://app.chatvolt.ai/logs?targetConversationId=conv-9&tab=all', 'conv-9'],
		['https://app.chatvolt.ai/pt-BR/logs?tab=all&conversationId=conv-9', 'conv-9'],
		['https://app.chatvolt.ai/conversations/conv-9', 'conv-9'],
	])('name a conversation: %s', (conversationId, id) => {
		expect(readTarget(chatvolt, { agentId: 'a', conversationId })).toMatchObject({
			conversationId: id,
			recipient: id,
		});
	});

	it.each([
		[{ agentId: 'https://app.chatvolt.ai/agents' }, 'Agent is a URL without such an ID'],
		[
			{ conversationId: 'https://app.chatvolt.ai/logs?tab=all' },
			'Conversation is a URL without such an ID',
		],
		[{ agentId: 'https://app.chatvolt.ai/agents/..' }, 'Agent is not an ID'],
	])('are refused without an ID: %j', (parameters, message) => {
		expect(() =>
			readTarget(chatvolt, { agentId: 'a', conversationId: 'c', ...parameters }),
		).toThrow(message);
	});
});

describe('receipts', () => {
	it("reads Meta's answer", () => {
		const id = 'wamid.HBgNNTUxMjk5NjEzMDgzMhUCABEYEkRBOEVEMTg2ODBDQTFGNTdDNwA=';
		expect(
			chatvolt.receipt(
				answer(200, {
					success: true,
					messaging_product: 'whatsapp',
					contacts: [{ input: '+5512996130832', wa_id: '5512996130832' }],
					messages: [{ id }],
				}),
			),
		).toEqual({ messageIds: [id], chatId: '5512996130832' });
	});

	it.each([
		{ success: true },
		{ success: true, messages: [] },
		{ success: true, contacts: null, messages: [{ messageId: 7 }] },
		{ success: true, contacts: [{ input: '+55' }] },
	])('takes a success of another channel, %j, as one without ids', (body) => {
		expect(chatvolt.receipt(answer(200, body))).toEqual({ messageIds: [], chatId: null });
	});

	it.each([{ success: false }, { messages: [{ id: 'wamid.1' }] }, [], 'OK', ''])(
		'finds none in %j',
		(body) => {
			expect(chatvolt.receipt(answer(200, body))).toBeUndefined();
		},
	);
});

describe('refusals', () => {
	it.each([
		[400, { error: 'INVALID_REQUEST' }, { message: 'INVALID_REQUEST', code: 'INVALID_REQUEST' }],
		[
			401,
			'UNAUTHORIZED',
			{ message: 'UNAUTHORIZED', advice: 'Check the API key in the credential.' },
		],
		[
			401,
			{ error: 'UNAUTHORIZED' },
			{
				message: 'UNAUTHORIZED',
				code: 'UNAUTHORIZED',
				advice: 'Check the API key in the credential.',
			},
		],
		[
			402,
			{ error: 'USAGE_LIMIT' },
			{
				message: 'USAGE_LIMIT',
				code: 'USAGE_LIMIT',
				advice:
					'Check the plan of this Chatvolt account: it does not include this, or its quota is used up.',
			},
		],
		[
			403,
			{ error: 'UNAUTHORIZED' },
			{
				message: 'UNAUTHORIZED',
				code: 'UNAUTHORIZED',
				advice:
					'Check the API key in the credential, and that the agent belongs to its organization.',
			},
		],
		[
			404,
			{ error: 'NOT FOUND' },
			{
				message: 'NOT FOUND',
				advice: 'Check the agent and the conversation: this account has none with these IDs.',
			},
		],
		[
			406,
			{ error: 'ERR_META_SESSION_EXPIRED_24H' },
			{
				message: 'ERR_META_SESSION_EXPIRED_24H',
				code: 'ERR_META_SESSION_EXPIRED_24H',
				advice:
					'The last message of the customer is more than 24 hours old, so WhatsApp accepts only templates: wait until the customer writes again.',
			},
		],
		[429, { error: 'RATE_LIMIT' }, { message: 'RATE_LIMIT', code: 'RATE_LIMIT' }],
		[
			500,
			{ error: '(#131026) Message undeliverable' },
			{ message: '(#131026) Message undeliverable', outcome: 'notSent' },
		],
		[
			400,
			{ data: null, success: false, error: { message: 'Bad phone', code: 'BAD_PHONE' } },
			{ message: 'Bad phone', code: 'BAD_PHONE' },
		],
		[400, { error: { message: 'Bad phone', code: 17 } }, { message: 'Bad phone', code: '17' }],
		[400, { error: { message: 'Bad phone' } }, { message: 'Bad phone' }],
		[400, { message: 'Bad phone' }, { message: 'Bad phone' }],
		[500, '<html>Oops</html>', { message: '<html>Oops</html>' }],
		[503, { error: 'down' }, { message: 'down' }],
		[200, { success: false, error: 'Not delivered' }, { message: 'Not delivered' }],
	])('reads %i %j', (status, body, refusal) => {
		expect(chatvolt.refusal(answer(status, body))).toEqual(refusal);
	});

	it('does not take the 500 of a text for a proof that it was not sent', () => {
		const failed = answer(500, { error: 'Internal Server Error' });
		expect(chatvolt.text?.refusal?.(failed)).toEqual({ message: 'Internal Server Error' });
	});
});

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

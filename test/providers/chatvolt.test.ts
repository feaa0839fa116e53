import { carriedPart } from '../../nodes/carried/carriedPart';
import { chatvolt } from '../../nodes/providers/chatvolt/chatvolt';
import { readTarget } from '../../nodes/providers/targetParameters';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';

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

import { ContactCardWwebjsApi } from '../../credentials/ContactCardWwebjsApi.credentials';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget, SEARCH_RECIPIENTS } from '../../nodes/providers/targetParameters';
import { wwebjsApi } from '../../nodes/providers/wwebjsApi/wwebjsApi';
import { account as WWEBJS_API } from '../../sandbox/providers/wwebjsApi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { contactOf, contactsOf, MESSAGE_ID, RICH_CONTACT } from '../support/contacts';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { ANA_IN_PARTS, RECIPIENT } from '../support/people';
import { byId } from '../support/providerRows';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const targetOf = (parameters: Record<string, unknown> = {}) =>
	readTarget(wwebjsApi, { sessionId: 'sales', recipient: RECIPIENT, ...parameters });
const requestOf = (contact: unknown, parameters: Record<string, unknown> = {}) =>
	wwebjsApi.request({ id: MESSAGE_ID, contacts: contactsOf(contact) }, targetOf(parameters));

describe('the request', () => {
	it('is a string that begins with a vCard, and nothing before it', () => {
		expect(requestOf(ANA_IN_PARTS)).toEqual({
			method: 'POST',
			path: '/client/sendMessage/sales',
			body: {
				chatId: '447700900001@c.us',
				contentType: 'string',
				content:
					'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lima;Ana;;;\r\nFN:Ana Lima\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
			},
		});
	});

	it('loses nothing of a contact', () => {
		const text = JSON.stringify(requestOf(RICH_CONTACT).body);
		for (const part of ['NICKNAME:Johnny', 'NOTE:', 'PHOTO', 'BDAY:1990-05-15', 'waid=5511'])
			expect(text).toContain(part);
	});

	it('has every option of the server, and fails where there is nothing to reply to', () => {
		const options = {
			mentions: '+44 7700 900002; 98765432109876@lid',
			replyTo: WWEBJS_API.knownMessage,
			sendSeen: false,
		};
		expect(requestOf(ANA_IN_PARTS, { recipient: WWEBJS_API.group, ...options }).body).toMatchObject(
			{
				chatId: WWEBJS_API.group,
				options: {
					quotedMessageId: WWEBJS_API.knownMessage,
					ignoreQuoteErrors: false,
					mentions: ['447700900002@c.us', '98765432109876@lid'],
					sendSeen: false,
				},
			},
		);
	});

	it('of a text never becomes a card', () => {
		const message = { id: MESSAGE_ID, text: 'BEGIN:VCARD' };
		const options = { sendSeen: true, mentions: '+44 7700 900002' };
		expect(wwebjsApi.text?.request(message, targetOf(options)).body).toEqual({
			chatId: '447700900001@c.us',
			contentType: 'string',
			content: 'BEGIN:VCARD',
			options: { parseVCards: false },
		});
	});
});

it('reads a card as the server spells it, without its recipient', () => {
	const { body } = requestOf(RICH_CONTACT, { recipient: '+44 7700 900009' });
	expect(contactOf(body)).toMatchObject({
		name: RICH_CONTACT.name,
		phones: RICH_CONTACT.phones,
		note: RICH_CONTACT.note,
	});
});

describe('the target', () => {
	it.each([
		[RECIPIENT, '447700900001@c.us'],
		['447700900001@s.whatsapp.net', '447700900001@c.us'],
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
	])('reads %s', (recipient, chatId) => {
		expect(targetOf({ recipient }).recipient).toBe(chatId);
	});

	it.each([
		[{ sessionId: '' }, 'Session is missing', 'sessionId'],
		[
			{ sessionId: 'a/b' },
			'Session "a/b" contains more than letters, digits and hyphens',
			'sessionId',
		],
		[
			{ sessionId: 'a_b' },
			'Session "a_b" contains more than letters, digits and hyphens',
			'sessionId',
		],
		[{ mentions: 'Ana' }, 'Mentions: "Ana" is not a person\'s number or JID', 'mentions'],
		[
			{ recipient: '120363040000000001@newsletter' },
			'Recipient "120363040000000001@newsletter" is a newsletter (…@newsletter), which WWebJS API does not send to',
			'recipient',
		],
	])('refuses %j', (parameters, message, field) => {
		expect(refusalOf(() => targetOf(parameters))).toMatchObject({ message, field });
	});
});

describe('answers', () => {
	const message = (type: string) => ({
		id: { _serialized: 'true_1@c.us_A', remote: '1@c.us' },
		type,
	});
	const sent = (type: string) => answer(200, { success: true, message: message(type) });

	it('are receipts of a card, or of a text', () => {
		const receipt = { messageIds: ['true_1@c.us_A'], chatId: '1@c.us' };
		expect(wwebjsApi.receipt(sent('vcard'))).toEqual(receipt);
		expect(wwebjsApi.receipt(sent('chat'))).toBeUndefined();
		expect(wwebjsApi.text?.receipt?.(sent('chat'))).toEqual(receipt);
	});

	const said = (error: string) => ({ success: false, error });
	it.each([
		[200, { success: true }, 'unknown', 'This usually means that nothing was sent'],
		[200, { success: true, message: null }, 'unknown', 'This usually means that nothing was sent'],
		[200, { success: true, message: message('chat') }, 'unknown', 'was sent as text'],
		[400, said('invalid contentType'), 'notSent', 'Correct what the provider names'],
		[403, said('Invalid API key'), 'notSent', 'Check the API key'],
		[404, said('session_not_found'), 'notSent', 'Start the session'],
		[404, said('session_not_connected'), 'notSent', 'Start the session'],
		[404, said('browser tab closed'), 'notSent', 'Restart the session'],
		[404, 'Cannot POST /x', 'notSent', 'Check the Base URL'],
		[500, said('No LID for user'), 'notSent', 'no WhatsApp account'],
		[500, said('Could not get the quoted message.'), 'notSent', 'Check Reply To Message ID'],
		[500, said('Evaluation failed: r'), 'unknown', 'may have arrived'],
		[
			500,
			said('Protocol error (Runtime.callFunctionOn): Session closed.'),
			'unknown',
			'may have arrived',
		],
	] as const)('%i %j is %s', (status, body, outcome, fix) => {
		const response = answer(status, body);
		const result = resultOfAnswer(wwebjsApi, { kind: 'response', response }, 0, (text) => text);
		if (result.outcome === 'sent') throw new Error('It was sent');
		expect([result.outcome, result.repeat]).toEqual([outcome, undefined]);
		expect(result.failure.fix).toContain(fix);
	});
});

describe('a look-up', () => {
	const found = (body: unknown) => wwebjsApi.lookUp?.found(answer(200, body), ['5531998765432']);

	it("reads the account's own ID, a hidden one, and none", () => {
		expect(wwebjsApi.lookUp?.request(['5531998765432'], targetOf())).toEqual({
			method: 'POST',
			path: '/client/getNumberId/sales',
			body: { number: '5531998765432' },
		});
		const of = (result: unknown) => found({ success: true, result })?.get('5531998765432');
		expect(of({ _serialized: '553198765432@c.us' })).toEqual({
			onWhatsApp: true,
			waId: '553198765432',
		});
		expect(of({ _serialized: '1234567890@lid' })).toEqual({ onWhatsApp: true });
		expect(of(null)).toEqual({ onWhatsApp: false });
		expect(found({ success: false, error: 'x' })).toBeUndefined();
		expect(found({ success: true })).toBeUndefined();
	});
});

it('the credential is a header, or nothing', async () => {
	const { authenticate } = new ContactCardWwebjsApi();
	const request = { url: 'http://localhost:3000/ping' };
	expect((await authenticate({ apiKey: ' key-1\n' }, { ...request })).headers).toEqual({
		'x-api-key': 'key-1',
	});
	expect(await authenticate({ apiKey: '' }, { ...request })).toEqual(request);
});

describe('in n8n, with the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => sandbox.reset());

	const place = { sessionId: byId(WWEBJS_API.session), recipient: RECIPIENT };
	const rows: Array<[string, Failure]> = [
		[
			'a wrong key',
			{
				credential: { apiKey: 'wrong' },
				output: { error: /^WWebJS API refused the card \(403\): Invalid API key/, httpCode: '403' },
			},
		],
		[
			'a session that is not linked',
			{
				parameters: { sessionId: byId(WWEBJS_API.unpairedSession) },
				output: { error: /\(404\): session_not_connected .*Start the session/, httpCode: '404' },
			},
		],
		[
			'a group that the account is not in',
			{
				parameters: { recipient: '120363040000000099@g.us' },
				output: {
					error: /This usually means that nothing was sent/,
					httpCode: '200',
					outcome: 'unknown',
				},
			},
		],
		[
			'a reply to nothing',
			{
				parameters: { options: { replyTo: 'x', maxRetries: 0 } },
				output: { error: /Check Reply To Message ID/, httpCode: '500' },
			},
		],
		[
			'a number without WhatsApp',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.notOnWhatsApp}` },
				output: { error: /No LID for user/, httpCode: '500' },
			},
		],
		[
			'a send that never ends',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.neverConfirms}` },
				output: { error: /timed out/, httpCode: '500', outcome: 'unknown' },
			},
		],
	];
	it.each(rows)('fails with %s', async (_name, failure) => {
		await expectFailure(sandbox, 'wwebjsApi', { ...place, ...failure.parameters }, failure);
	});

	it('sends as a reply', async () => {
		const run = await runSend(sandbox, {
			provider: 'wwebjsApi',
			...place,
			contactSource: 'json',
			contactsJson: JSON.stringify(ANA_IN_PARTS),
			options: { replyTo: WWEBJS_API.knownMessage },
		});
		expect(run.error).toBeUndefined();
		expect(outputs(run)[0]).toMatchObject({
			messageId: expect.stringMatching(/^true_447700900001@c\.us_3EB0/),
			chatId: '447700900001@c.us',
		});
		expect(sandbox.deliveries()[0]?.options).toEqual({ replyTo: WWEBJS_API.knownMessage });
	});

	it('lists sessions, and the groups and contacts of the one that is chosen', async () => {
		const { results } = await search(sandbox, 'wwebjsApi', 'searchWwebjsSessions', {
			filter: 'UNP',
		});
		expect(results).toEqual([{ name: 'unpaired', value: 'unpaired' }]);
		const of = (paginationToken?: string) =>
			search(sandbox, 'wwebjsApi', SEARCH_RECIPIENTS, {
				parameters: { sessionId: place.sessionId },
				...(paginationToken === undefined ? {} : { paginationToken }),
			});
		const groups = await of();
		expect(groups.results).toHaveLength(5);
		expect(groups.results[0]).toMatchObject({ value: WWEBJS_API.group });
		const last = await of('contacts:100');
		expect(last.results).toHaveLength(10);
		expect(last.paginationToken).toBeUndefined();
	});

	it('asks for a session first, where the list of recipients is opened without', async () => {
		const list = search(sandbox, 'wwebjsApi', SEARCH_RECIPIENTS);
		await expect(list).rejects.toMatchObject({
			message: expect.stringMatching(/^Session is missing\. Choose it from the list/),
		});
	});
});

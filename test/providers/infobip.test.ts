import { ContactCardInfobipApi } from '../../credentials/ContactCardInfobipApi.credentials';
import { fitContact } from '../../nodes/carried/fitContact';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { infobip } from '../../nodes/providers/infobip/infobip';
import { readTarget } from '../../nodes/providers/targetParameters';
import { account as INFOBIP, specialNumbers } from '../../sandbox/providers/infobip/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { send } from '../delivery/workflow';
import { contactOf, contactsOf, MESSAGE_ID, RICH_CONTACT } from '../support/contacts';
import { testCredential } from '../support/credentialTest';
import { CARD } from '../support/failure';
import { ANA } from '../support/people';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const target = (parameters: object = {}) =>
	readTarget(infobip, { recipient: '+1 213 213 2130', ...parameters });

describe('the request', () => {
	it('holds all contacts, the ID of the message, and what the options say', () => {
		const options = {
			sender: '+44 7700 900931',
			replyTo: 'a28dd97c',
			callbackData: 'order 7',
			notifyUrl: 'https://example.com/reports',
			entityId: 'shop',
			applicationId: 'orders',
		};
		const message = { id: MESSAGE_ID, contacts: contactsOf([ANA, RICH_CONTACT]) };
		expect(infobip.request(message, target(options))).toEqual({
			method: 'POST',
			path: '/whatsapp/1/message/contact',
			messageId: MESSAGE_ID,
			body: {
				from: '447700900931',
				callbackData: 'order 7',
				notifyUrl: 'https://example.com/reports',
				entityId: 'shop',
				applicationId: 'orders',
				to: '12132132130',
				messageId: MESSAGE_ID,
				content: {
					contacts: [
						{
							name: { firstName: 'Ana Lima', formattedName: 'Ana Lima' },
							phones: [{ phone: '+5512996130832' }],
						},
						{
							name: {
								firstName: 'John',
								lastName: 'Doe',
								middleName: 'A.',
								namePrefix: 'Dr.',
								nameSuffix: 'Jr.',
								formattedName: 'Dr. John A. Doe Jr.',
							},
							phones: [
								{ phone: '+5512996130832', type: 'CELL', waId: '5512996130832' },
								{ phone: '+551133334444', type: 'WORK', waId: '5511999998888' },
							],
							emails: RICH_CONTACT.emails,
							addresses: [
								{
									street: 'Rua Augusta, 1500',
									city: 'São Paulo',
									state: 'SP',
									zip: '01304-001',
									country: 'Brazil',
									countryCode: 'BR',
									type: 'WORK',
								},
							],
							org: { company: 'Acme', department: 'Engineering', title: 'Developer' },
							urls: RICH_CONTACT.urls,
							birthday: '1990-05-15',
						},
					],
				},
				context: { replyToMessageId: 'a28dd97c' },
			},
		});
	});

	it('of a text goes to its own address, with the same envelope', () => {
		const request = infobip.text?.request({ id: MESSAGE_ID, text: 'Hello' }, target());
		expect(request).toEqual({
			method: 'POST',
			path: '/whatsapp/1/message/text',
			messageId: MESSAGE_ID,
			body: { to: '12132132130', messageId: MESSAGE_ID, content: { text: 'Hello' } },
		});
	});
});

describe('types', () => {
	const fitted = (contact: object) =>
		fitContact({ contact: contactOf({ ...ANA, ...contact }), warnings: [] }, 1, infobip, 'warn');

	it.each([
		['mobile', 'CELL', 0],
		['work', 'WORK', 0],
		['iPhone', 'IPHONE', 0],
		['HOME FAX', 'HOME', 1],
		['FAX', undefined, 1],
		['Reception', undefined, 1],
	])('of a phone: %s is sent as %p', (type, sent, warningCount) => {
		const { contact, warnings } = fitted({ phones: [{ phone: '+5512996130832', type }] });
		expect(contact.phones[0]?.type).toBe(sent);
		expect(warnings).toHaveLength(warningCount);
		for (const { message } of warnings) expect(message).toContain(`the type ${type} was left out`);
	});

	it('of an email or address are a place', () => {
		const { contact, warnings } = fitted({
			emails: [{ email: 'a@example.com', type: 'OTHER' }],
			addresses: [{ city: 'Lisboa', type: 'HOME' }],
		});
		expect([contact.emails, contact.addresses]).toEqual([
			[{ email: 'a@example.com' }],
			[{ city: 'Lisboa', type: 'HOME' }],
		]);
		expect(warnings.map(({ field }) => field)).toEqual(['emails']);
	});
});

describe('answers', () => {
	const status = (groupName: string, name: string) => ({
		to: '1',
		messageCount: 1,
		messageId: 'M1',
		status: { groupName, name, description: 'Told so' },
	});

	it('are a receipt where the message was taken', () => {
		expect(infobip.receipt(answer(200, status('PENDING', 'PENDING_ENROUTE')))).toEqual({
			messageIds: ['M1'],
			chatId: '1',
		});
	});

	const exception = (messageId: string, text: string, more = {}) => ({
		requestError: { serviceException: { messageId, text, ...more } },
	});
	it.each([
		[200, status('REJECTED', 'REJECTED_NETWORK'), 'notSent', 'REJECTED_NETWORK', 'Told so'],
		[200, status('UNDELIVERABLE', 'UNDELIVERABLE_X'), 'notSent', 'UNDELIVERABLE_X', 'Told so'],
		[200, status('EXPIRED', 'EXPIRED_X'), 'unknown', 'EXPIRED_X', 'Told so'],
		[200, status('HELD', 'HELD_X'), 'unknown', 'HELD_X', 'Told so'],
		[
			400,
			exception('BAD_REQUEST', 'Bad request', {
				validationErrors: { 'content.contacts[0].name.firstName': ['must not be blank'] },
			}),
			'notSent',
			'BAD_REQUEST',
			'content.contacts[0].name.firstName: must not be blank',
		],
		[
			400,
			{
				errorCode: 'E400',
				description: 'No.',
				violations: [{ property: 'to', violation: 'is odd' }],
			},
			'notSent',
			'E400',
			'to: is odd',
		],
		[401, exception('UNAUTHORIZED', 'Invalid login details'), 'notSent', 'UNAUTHORIZED', 'login'],
		[500, exception('GENERAL_ERROR', 'Something went wrong'), 'unknown', 'GENERAL_ERROR', 'wrong'],
	])('%i %j are reported', (httpStatus, body, outcome, code, words) => {
		const got = { kind: 'response' as const, response: answer(httpStatus, body) };
		const result = resultOfAnswer(infobip, got, 0, (text) => text);
		expect(result).toMatchObject({ outcome, failure: { words: expect.stringContaining(words) } });
		expect('failure' in result ? result.failure.code : undefined).toBe(code);
	});

	it('200 {} leaves it open whether it was sent', () => {
		const got = { kind: 'response' as const, response: answer(200, {}) };
		const result = resultOfAnswer(infobip, got, 0, (text) => text);
		expect(result).toMatchObject({
			outcome: 'unknown',
			failure: { title: 'Infobip answered 200 with unexpected JSON, which is not a receipt' },
		});
		expect('failure' in result ? result.failure : {}).not.toHaveProperty('words');
	});
});

describe('on the server', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => {
		sandbox.clear();
	});

	const run = async (recipient: string, options = {}, credential = {}) =>
		outputs(
			await runSend(
				sandbox,
				{ ...CARD, provider: 'infobip', recipient: `+${recipient}`, options },
				{ onError: 'continueRegularOutput' },
				{ infobip: credential },
			),
		)[0];

	it('the sender is the credential’s, or that of the options', async () => {
		await run(
			'447700900001',
			{},
			{ sender: `+${INFOBIP.sender.slice(0, 2)} ${INFOBIP.sender.slice(2)}` },
		);
		await run('447700900001', { sender: INFOBIP.secondSender });
		expect(sandbox.deliveries().map(({ account }) => account)).toEqual([
			INFOBIP.sender,
			INFOBIP.secondSender,
		]);
	});

	it('the ID of a message is ours', async () => {
		const item = await run('447700900001');
		expect(item?.['messageId']).toMatch(/^[0-9A-F]{32}$/);
		expect(sandbox.requests()[0]?.body).toContain(
			`"messageId":${JSON.stringify(item?.['messageId'])}`,
		);
	});

	it('a card in doubt is reported with the ID to look it up by, and is not sent again', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const item = await run('447700900001');
		const [request, ...more] = sandbox.requests();
		expect(more).toEqual([]);
		const { messageId } = JSON.parse(request?.body ?? '{}') as { messageId?: string };
		expect(item).toMatchObject({ outcome: 'unknown' });
		expect(item?.['error']).toMatch(new RegExp(` Its message ID is ${messageId}\\.$`));
		expect(await run(specialNumbers.rejected)).toMatchObject({
			error: expect.not.stringContaining('message ID'),
		});
	});

	it('a later try of the node names the same ID', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const { error } = await send(sandbox, {
			items: [{ to: '447700900001', name: 'Ana' }],
			parameters: { provider: 'infobip' },
			options: { maxRetries: 0 },
			node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		const [request, ...more] = sandbox.requests();
		expect(more).toEqual([]);
		const { messageId } = JSON.parse(request?.body ?? '{}') as { messageId?: string };
		expect(error?.message).toContain(`Its message ID is ${messageId}.`);
	});

	it('a rejected message is not sent, whatever its status', async () => {
		for (const number of [specialNumbers.rejected, specialNumbers.undeliverable]) {
			expect(await run(number)).toMatchObject({ outcome: 'notSent', httpCode: '200' });
		}
		expect(await run(specialNumbers.newForm)).toMatchObject({ outcome: 'notSent', code: 'E400' });
		expect(sandbox.count()).toBe(0);
	});

	it('reports a wrong key', async () => {
		const test = (apiKey: string) =>
			testCredential(new ContactCardInfobipApi().name, { ...sandbox.credentials.infobip, apiKey });
		expect(await test(INFOBIP.apiKey)).toMatchObject({ status: 'OK' });
		expect(await test('x')).toMatchObject({
			message: expect.stringMatching(/^Infobip rejected this API key/),
		});
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { ContactCardTelegramApi } from '../../credentials/ContactCardTelegramApi.credentials';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';
import { readTarget } from '../../nodes/providers/targetParameters';
import { telegram } from '../../nodes/providers/telegram/telegram';
import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';
import { outputs, runSend, type WorkflowSettings } from '../support/workflow';

const CHAT = { chatId: TELEGRAM.chatId };

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(telegram, { ...CHAT, ...parameters });
	return telegram.request({ id: MESSAGE_ID, contacts: [contactOf(contact)] }, target).body ?? {};
}

const ana = { name: { formatted_name: 'Ana Lima' }, phones: ['+55 12 99613-0832'] };

describe('the request', () => {
	it("is the documents' sendContact", () => {
		const target = readTarget(telegram, { chatId: '-1001234567890' });
		expect(telegram.request({ id: MESSAGE_ID, contacts: [contactOf(ana)] }, target)).toEqual({
			method: 'POST',
			path: '/sendContact',
			body: {
				chat_id: '-1001234567890',
				phone_number: '+5512996130832',
				first_name: 'Ana Lima',
			},
		});
	});

	it.each([
		[
			{ formatted_name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' },
			{ first_name: 'Ana', last_name: 'Lima' },
		],
		[
			{ first_name: 'John', last_name: 'Doe' },
			{ first_name: 'John', last_name: 'Doe' },
		],
		[{ formatted_name: '王小明', first_name: '小明', last_name: '王' }, { first_name: '王小明' }],
		[
			{ formatted_name: 'Doe, John', first_name: 'John', last_name: 'Doe' },
			{ first_name: 'Doe, John' },
		],
		[RICH_CONTACT.name, { first_name: 'Dr. John A.', last_name: 'Doe Jr.' }],
	])('shows the name %j as %j', (name, shown) => {
		const { first_name, last_name } = bodyOf({ name, phones: ['+5512996130832'] });
		expect({ first_name, ...(last_name === undefined ? {} : { last_name }) }).toEqual(shown);
	});

	it('has a vCard only where there is more than a name and a number', () => {
		const named = { formatted_name: 'Ana Lima', first_name: 'Ana', last_name: 'Lima' };
		expect(bodyOf({ ...ana, name: named })).not.toHaveProperty('vcard');
		expect(bodyOf({ ...ana, name: { ...named, formatted_name: 'Lima, Ana' } })['vcard']).toContain(
			'N:Lima;Ana;;;\r\nFN:Lima\\, Ana\r\n',
		);
		expect(bodyOf({ ...ana, org: 'Acme' })['vcard']).toBe(
			'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ana Lima;;;\r\nFN:Ana Lima\r\nORG:Acme\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
		);
		expect(bodyOf({ ...ana, phones: ['+14155551234 ext. 89'] })).toMatchObject({
			phone_number: '+14155551234',
			vcard: expect.stringContaining('item1.TEL;type=ext. 89:+14155551234'),
		});
	});

	it('has the options in the words of the documents', () => {
		expect(
			bodyOf(ana, {
				replyTo: ' 57 ',
				messageThreadId: '7',
				directMessagesTopicId: 3,
				businessConnectionId: 'bc-1',
				disableNotification: true,
				protectContent: false,
			}),
		).toMatchObject({
			business_connection_id: 'bc-1',
			message_thread_id: 7,
			direct_messages_topic_id: 3,
			disable_notification: true,
			protect_content: false,
			reply_parameters: { message_id: 57 },
		});
	});

	it('has none of them where they are empty', () => {
		const empty = {
			replyTo: '',
			messageThreadId: 0,
			directMessagesTopicId: 0,
			businessConnectionId: null,
		};
		expect(Object.keys(bodyOf(ana, empty))).toEqual(['chat_id', 'phone_number', 'first_name']);
	});
});

describe('the chat', () => {
	it.each([
		['6001', '6001'],
		[6001, '6001'],
		[-1001234567890, '-1001234567890'],
		[' -4001 ', '-4001'],
		['1099511627775', '1099511627775'],
		// Below what ids have reached, or no phone number
		['8123456789', '8123456789'],
		['21099999999', '21099999999'],
		['@sandbox_channel', '@sandbox_channel'],
	])('is read: %j', (chatId, recipient) => {
		expect(readTarget(telegram, { chatId }).recipient).toBe(recipient);
	});

	it.each([
		['', 'Chat ID is missing'],
		[null, 'Chat ID is missing'],
		[{ id: 1 }, 'Chat ID must be text'],
		['0', 'Chat ID "0" is not a Telegram chat'],
		['@ana', 'Chat ID "@ana" is not a Telegram chat'],
		['ana', 'Chat ID "ana" is not a Telegram chat'],
		['6001, 6002', 'Chat ID "6001, 6002" is not a Telegram chat'],
		['https://t.me/ana_lima', 'Chat ID "https://t.me/ana_lima" is not a Telegram chat'],
		['ch_01HZX3', 'Chat ID "ch_01HZX3" is not a Telegram chat'],
		[
			'+5512996130832',
			'Chat ID "+5512996130832" is a phone number, and Telegram bots reach chats only',
		],
		[
			'5512996130832',
			'Chat ID "5512996130832" is a phone number, and Telegram bots reach chats only',
		],
		[
			'447700900123',
			'Chat ID "447700900123" is a phone number, and Telegram bots reach chats only',
		],
		['12015550123', 'Chat ID "12015550123" is a phone number, and Telegram bots reach chats only'],
	])('is refused: %j', (chatId, message) => {
		expect(refusalOf(() => readTarget(telegram, { chatId }))).toMatchObject({
			message,
			field: 'chatId',
			fix: expect.stringContaining('message.chat.id'),
		});
	});

	it('does not take the value that another provider has as its recipient', () => {
		expect(refusalOf(() => readTarget(telegram, { recipient: '6001' }))).toMatchObject({
			message: 'Chat ID is missing',
		});
	});

	it.each([
		[
			{ replyTo: '3EB0B430' },
			"Reply To Message ID must be a whole number, as Telegram's message IDs are",
		],
		[{ messageThreadId: 1.5 }, 'Message Thread ID must be a whole number'],
		[{ messageThreadId: 'general' }, 'Message Thread ID must be a number, not text'],
		[{ protectContent: 'yes' }, 'Protect Content must be true or false, not text'],
		[{ businessConnectionId: {} }, 'Business Connection ID must be text'],
	])('is refused with %j', (option, message) => {
		expect(refusalOf(() => readTarget(telegram, { ...CHAT, ...option })).message).toBe(message);
	});
});

describe('a contact that has to fit', () => {
	it('needs a phone number', () => {
		expect(telegram.fit?.(contactOf({ name: 'Ana', emails: ['ana@example.com'] }))).toMatchObject({
			problem: 'has no phone number',
			field: 'phones',
		});
	});

	it('goes whole where its vCard has room', () => {
		const contact = contactOf(RICH_CONTACT);
		expect(telegram.fit?.(contact)).toEqual({ contact, warnings: [], lost: [] });
	});

	it('loses what has no room in 2,048 bytes, the photo first', () => {
		const photo = `data:image/png;base64,${'iVBORw0KGgo'.repeat(400)}A=`;
		const contact = contactOf({ ...RICH_CONTACT, photo });
		expect(telegram.fit?.(contact)).toEqual({
			contact: { ...contact, photo: undefined },
			warnings: [
				{
					field: 'photo',
					leftOut: { words: 'the photo' },
					message: 'Telegram accepts vCards of at most 2,048 bytes; the photo was left out',
				},
			],
			lost: [{ field: 'photo', lost: 'the photo', plural: false }],
		});
	});

	it('counts bytes, not characters', () => {
		const note = '花'.repeat(700);
		const fitted = telegram.fit?.(contactOf({ ...ana, note }));
		expect(fitted).toMatchObject({ warnings: [{ field: 'note' }] });
		const short = telegram.fit?.(contactOf({ ...ana, note: 'x'.repeat(700) }));
		expect(short).toMatchObject({ warnings: [] });
	});

	it('keeps a name that leaves no room for any vCard, as fields', () => {
		const contact = contactOf({ ...ana, name: 'N'.repeat(3000), org: 'Acme' });
		const fitted = telegram.fit?.(contact);
		if (fitted === undefined || 'problem' in fitted) throw new Error('It does not fit');
		const { body } = telegram.request(
			{ id: MESSAGE_ID, contacts: [fitted.contact] },
			readTarget(telegram, { ...CHAT }),
		);
		expect(body).toEqual({
			chat_id: '6001',
			phone_number: '+5512996130832',
			first_name: 'N'.repeat(3000),
		});
		expect(fitted.warnings.map(({ message }) => message)).toContain(
			'Telegram accepts vCards of at most 2,048 bytes; the company was left out',
		);
	});
});

describe("Telegram's own spelling of a contact", () => {
	it('is read, with its vCard where there is one', () => {
		const vcard =
			'BEGIN:VCARD\nVERSION:2.1\nN:Souza;Ana;;;\nFN:Ana Souza\nTEL;CELL:011987650001\nEMAIL:ana@example.com\nEND:VCARD';
		const [read] = readJson(
			{ phone_number: '5511987650001', first_name: 'Ana', user_id: 6002, vcard },
			dialects,
		);
		expect(read).toMatchObject({
			draft: {
				name: { formatted_name: 'Ana Souza' },
				phones: [{ phone: '5511987650001' }],
				emails: [{ email: 'ana@example.com' }],
			},
			warnings: [],
		});
	});

	it('is read without one, and tells of keys that are none of it', () => {
		expect(
			readJson({ phone_number: '112', first_name: 'Ana', last_name: null, age: 5 }, dialects),
		).toEqual([
			{
				draft: { name: { first_name: 'Ana' }, phones: [{ phone: '112' }] },
				warnings: [{ field: 'age', message: 'age is not a field of a contact and was left out' }],
			},
		]);
	});

	it('keeps what is reported about other keys beside a vCard', () => {
		const vcard = 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD';
		const [read] = readJson({ phone_number: '112', first_name: 'A', vcard, age: 5 }, dialects);
		expect(read?.warnings).toHaveLength(1);
	});
});

describe('receipts and refusals', () => {
	it('reads message and chat', () => {
		const result = { message_id: 124, date: 1, chat: { id: -1001234567890, type: 'channel' } };
		expect(telegram.receipt(answer(200, { ok: true, result }))).toEqual({
			messageIds: ['124'],
			chatId: '-1001234567890',
		});
	});

	it.each([
		{ ok: true, result: true },
		{ ok: true },
		{ ok: false, error_code: 400, description: 'No' },
		'<html></html>',
	])('finds no receipt in %j', (body) => {
		expect(telegram.receipt(answer(200, body))).toBeUndefined();
	});

	const error = (error_code: number, description: string, parameters?: object) =>
		answer(error_code, { ok: false, error_code, description, ...(parameters && { parameters }) });

	it('reports the time to wait and the new ID of a group', () => {
		expect(
			telegram.refusal(error(429, 'Too Many Requests: retry after 5', { retry_after: 5 })),
		).toEqual({
			message: 'Too Many Requests: retry after 5',
			retryAfter: 5,
			advice: 'Wait, or lower Messages per Minute.',
		});
		expect(
			telegram.refusal(
				error(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
					migrate_to_chat_id: -1001234567890,
				}),
			),
		).toEqual({
			message: 'Bad Request: group chat was upgraded to a supergroup chat',
			advice:
				'Nothing was sent: the group has become a supergroup. Send to its new chat ID, -1001234567890.',
		});
	});

	it('reads the words of ok: false with a success status', () => {
		expect(telegram.refusal(answer(200, { ok: false, description: 'No' }))).toEqual({
			message: 'No',
		});
	});

	it('has the words of anything else', () => {
		expect(telegram.refusal(answer(502, '<html>Bad Gateway</html>'))).toEqual({
			message: '<html>Bad Gateway</html>',
		});
		expect(telegram.refusal(answer(500, { ok: false, parameters: 7 }))).toEqual({
			message: '{"ok":false,"parameters":7}',
		});
	});
});

describe('the credential', () => {
	const type = new ContactCardTelegramApi();
	const urlOf = async (url: string, botToken: string) =>
		(await type.authenticate({ botToken }, { url })).url;

	it('puts the token before the method, whatever path the base URL has', async () => {
		expect(await urlOf('https://api.telegram.org/sendContact', ' 123:AB-c_d\n')).toBe(
			'https://api.telegram.org/bot123:AB-c_d/sendContact',
		);
		expect(await urlOf('http://localhost:8081/bots/api/sendContact', '1:a')).toBe(
			'http://localhost:8081/bots/api/bot1:a/sendContact',
		);
		expect(await urlOf('/getMe', '1:a')).toBe('/bot1:a/getMe');
	});

	it('lets nothing in the token leave its place', async () => {
		expect(await urlOf('https://api.telegram.org/getMe', '1:a/../x?y#z\ud800$&')).toBe(
			'https://api.telegram.org/bot1:a%2F..%2Fx%3Fy%23z%EF%BF%BD%24%26/getMe',
		);
	});

	it('does so once, though n8n authenticates a request again after a 401', async () => {
		expect(await urlOf(await urlOf('https://example.com/getMe', '1:a'), '1:a')).toBe(
			'https://example.com/bot1:a/getMe',
		);
	});
});

describe('in a workflow', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());
	beforeEach(() => sandbox.reset());

	const run = async (parameters: INodeParameters, settings: WorkflowSettings = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'telegram',
				...CHAT,
				contactSource: 'json',
				contactsJson: JSON.stringify(ana),
				...parameters,
			},
			settings,
		);
	const FAILED = { onError: 'continueRegularOutput' } as const;

	it.each([
		[
			TELEGRAM.migratedGroup,
			'Telegram refused the card (400): Bad Request: group chat was upgraded to a supergroup chat [item 0]. Nothing was sent: the group has become a supergroup. Send to its new chat ID, -1001000004002.',
		],
		[
			TELEGRAM.unknownChat,
			'Telegram refused the card (400): Bad Request: chat not found [item 0]. Check the chat ID. A person has to press Start in the bot first; a group or channel has to have the bot as a member.',
		],
		[
			TELEGRAM.mutedGroup,
			'Telegram refused the card (400): Bad Request: not enough rights to send text messages to the chat [item 0]. Let the bot send messages in this chat.',
		],
		[
			TELEGRAM.leftGroup,
			'Telegram refused the card (403): Forbidden: bot was kicked from the group chat [item 0]. Add the bot to the chat again.',
		],
		[
			TELEGRAM.blockedBy,
			'Telegram refused the card (403): Forbidden: bot was blocked by the user [item 0]. The person has blocked the bot: only they can unblock it.',
		],
		[
			TELEGRAM.neverStarted,
			"Telegram refused the card (403): Forbidden: bot can't initiate conversation with a user [item 0]. A bot cannot write first: the person has to open it and press Start.",
		],
		[
			TELEGRAM.deactivated,
			'Telegram refused the card (403): Forbidden: user is deactivated [item 0]. The person has deleted their account: remove the chat ID.',
		],
	])('says what is wrong with the chat %s, and sends once', async (chatId, message) => {
		const failed = await run({ chatId }, FAILED);
		expect(outputs(failed)).toEqual([
			{
				error: message,
				httpCode: message.slice(27, 30),
				provider: 'telegram',
				outcome: 'notSent',
				sentMessageIds: [],
			},
		]);
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		[{ replyTo: '1000001' }, 'message to be replied not found', 'Check Reply To Message ID'],
		[{ messageThreadId: 7 }, 'message thread not found', 'Check Message Thread ID'],
		[
			{ businessConnectionId: 'nobody' },
			'business connection not found',
			'Check Business Connection ID',
		],
	])('says what is wrong with %j', async (options, words, advice) => {
		const { error } = await run({ options });
		expect(error?.message).toContain(`Bad Request: ${words} [item 0]. ${advice}`);
	});

	it('does not know whether a card went out after a 500', async () => {
		const [item] = outputs(await run({ chatId: TELEGRAM.brokenChat }, FAILED));
		expect(item).toMatchObject({
			outcome: 'unknown',
			error: expect.stringContaining('The card may have arrived'),
		});
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('tells how long Telegram asks to wait, and sends once after that', async () => {
		const failed = await run(
			{ chatId: TELEGRAM.floodedChat, options: { maxRetryWait: 1 } },
			FAILED,
		);
		expect(outputs(failed)[0]).toMatchObject({
			error: expect.stringContaining('It asks you to wait 2 seconds.'),
			httpCode: '429',
			outcome: 'notSent',
		});
		const sent = await run({ chatId: TELEGRAM.floodedChat });
		expect(outputs(sent)[0]).toMatchObject({ status: 'sent' });
		expect(sandbox.count()).toBe(1);
	});

	it('takes the chat by its public name, and reports its number', async () => {
		const sent = await run({ chatId: '@Sandbox_Channel' });
		expect(outputs(sent)[0]).toMatchObject({
			recipient: '@Sandbox_Channel',
			chatId: TELEGRAM.channel,
			messageId: '101',
		});
	});

	it('replies in a topic, silently', async () => {
		const options = { replyTo: '57', messageThreadId: 7, disableNotification: true };
		await run({ chatId: TELEGRAM.forum, options });
		expect(sandbox.deliveries()[0]).toMatchObject({
			recipient: TELEGRAM.forum,
			options: {
				message_thread_id: 7,
				disable_notification: true,
				reply_parameters: { message_id: 57 },
			},
		});
	});

	it('fails, where it is told to, on what has no room in the vCard', async () => {
		const contact = { ...ana, photo: `data:image/png;base64,${'iVBORw0KGgo'.repeat(400)}A=` };
		const { error } = await run({
			contactsJson: JSON.stringify([ana, contact]),
			options: { onUnsupportedField: 'fail' },
		});
		expect(error?.message).toMatch(
			/^Contact 2 has parts that Telegram does not carry: the photo \[item 0\]/,
		);
		expect(sandbox.requests()).toEqual([]);
	});

	it('shows no token in a preview, an error or a log of requests', async () => {
		const shown = outputs(await run({ operation: 'preview' }))[0];
		expect(shown).toMatchObject({
			requests: [{ url: `${sandbox.url}/telegram/bot***/sendContact` }],
		});
		const { error, run: data } = await runSend(
			{ credentials: sandbox.credentials },
			{
				provider: 'telegram',
				...CHAT,
				contactSource: 'json',
				contactsJson: JSON.stringify(ana),
				options: { maxRetries: 0 },
			},
			{},
			{ telegram: { botToken: '77:secret-one', baseUrl: 'http://127.0.0.1:1' } },
		);
		expect(error?.message).toMatch(/^Telegram could not be reached: the connection was refused/);
		expect(JSON.stringify([shown, error?.message, error?.description, data])).not.toMatch(
			/secret-one|sandbox-telegram-token/,
		);
	});

	it('misbehaves for the same numbers as with every provider', async () => {
		const [item] = outputs(await run({ chatId: '2025550110' }, FAILED));
		expect(item).toMatchObject({ httpCode: '500', outcome: 'unknown' });
	});
});

import { ContactCardTelegramApi } from '../../credentials/ContactCardTelegramApi.credentials';
import { readJson } from '../../nodes/contact/read/json';
import { dialects } from '../../nodes/providers/dialects';
import { readTarget } from '../../nodes/providers/targetParameters';
import { telegram } from '../../nodes/providers/telegram/telegram';
import { contactOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { ANA_AS_TYPED } from '../support/people';
import { refusalOf } from '../support/refusal';
import { CHAT } from './telegram.given';

function bodyOf(contact: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(telegram, { ...CHAT, ...parameters });
	return telegram.request({ id: MESSAGE_ID, contacts: [contactOf(contact)] }, target).body ?? {};
}

describe('the request', () => {
	it("is the documents' sendContact", () => {
		const target = readTarget(telegram, { chatId: '-1001234567890' });
		expect(
			telegram.request({ id: MESSAGE_ID, contacts: [contactOf(ANA_AS_TYPED)] }, target),
		).toEqual({
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
		expect(bodyOf({ ...ANA_AS_TYPED, name: named })).not.toHaveProperty('vcard');
		expect(
			bodyOf({ ...ANA_AS_TYPED, name: { ...named, formatted_name: 'Lima, Ana' } })['vcard'],
		).toContain('N:Lima;Ana;;;\r\nFN:Lima\\, Ana\r\n');
		expect(bodyOf({ ...ANA_AS_TYPED, org: 'Acme' })['vcard']).toBe(
			'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ana Lima;;;\r\nFN:Ana Lima\r\nORG:Acme\r\nTEL:+5512996130832\r\nEND:VCARD\r\n',
		);
		expect(bodyOf({ ...ANA_AS_TYPED, phones: ['+14155551234 ext. 89'] })).toMatchObject({
			phone_number: '+14155551234',
			vcard: expect.stringContaining('item1.TEL;type=ext. 89:+14155551234'),
		});
	});

	it('has the options in the words of the documents', () => {
		expect(
			bodyOf(ANA_AS_TYPED, {
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
		expect(Object.keys(bodyOf(ANA_AS_TYPED, empty))).toEqual([
			'chat_id',
			'phone_number',
			'first_name',
		]);
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

	it("does not use another provider's recipient as its own", () => {
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
		const fitted = telegram.fit?.(contactOf({ ...ANA_AS_TYPED, note }));
		expect(fitted).toMatchObject({ warnings: [{ field: 'note' }] });
		const short = telegram.fit?.(contactOf({ ...ANA_AS_TYPED, note: 'x'.repeat(700) }));
		expect(short).toMatchObject({ warnings: [] });
	});

	it('keeps a name that leaves no room for any vCard, as fields', () => {
		const contact = contactOf({ ...ANA_AS_TYPED, name: 'N'.repeat(3000), org: 'Acme' });
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

	it('is read without one, and warns of unknown keys', () => {
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

import { inboxCard } from '../../sandbox/inbox/card';
import { PROVIDER_IDS } from '../../sandbox/registry';
import type { ArrivedCard } from '../../sandbox/store';
import { post, sendGowa } from '../sandbox/client';
import { sandboxForTests } from '../support/sandbox';
import { inboxOf, PHONE, vcard } from './inboxOf';

const sandbox = sandboxForTests();
const { state, onlyCard, sendWawp } = inboxOf(sandbox);

/** A card that a provider took, for what no provider of today does. */
const DELIVERY: ArrivedCard = {
	id: 1,
	at: '2026-07-01T12:00:00.000Z',
	copy: 1,
	provider: 'gowa',
	account: 'sandbox-device-1',
	recipient: PHONE,
	contacts: [],
	vcards: [],
	messageIds: [],
	options: {},
	request: { method: 'POST', url: '/', headers: {}, body: '' },
	status: 200,
	response: {},
};

describe('What the inbox shows', () => {
	it('is every provider that the sandbox plays, with what works in n8n', async () => {
		const { providers } = await state();
		expect(providers.map(({ id }) => id)).toEqual([...PROVIDER_IDS]);
		expect(providers.find(({ id }) => id === 'gowa')).toEqual({
			id: 'gowa',
			name: 'GOWA',
			hue: expect.any(Number),
			network: 'WhatsApp',
			credential: 'Contact Card GOWA API',
			fields: [
				{ label: 'Base URL', value: `${sandbox.url}/gowa` },
				{ label: 'Username', value: 'sandbox' },
				{ label: 'Password', value: 'sandbox-gowa-password' },
				{ label: 'Device ID', value: 'sandbox-device-1' },
			],
			sendTo: expect.stringContaining('any number'),
		});
	});

	it('names choices in a credential as n8n shows them', async () => {
		const { providers } = await state();
		expect(providers.find(({ id }) => id === 'chert')?.fields).toContainEqual({
			label: 'Authentication',
			value: 'Bearer Token',
		});
	});

	it('is a chat for each recipient, named by its number or by the account', async () => {
		await sendGowa(sandbox, PHONE);
		await sendGowa(sandbox, '+447700900001');
		await sendGowa(sandbox, '120363040000000001@g.us');
		await sendWawp([vcard('FN:Zoë')]);
		const { cards } = await state();
		expect(cards.map(({ chat }) => [chat.key, chat.title, chat.kind])).toEqual([
			['gowa/447700900001', '+44 7700 900001', 'person'],
			['gowa/447700900001', '+44 7700 900001', 'person'],
			['gowa/120363040000000001@g.us', 'Group 120363040000000001', 'group'],
			['wawp/447700900001', '+44 7700 900001', 'person'],
		]);
	});

	it.each([
		['with a WhatsApp ID', 'TEL;waid=447700900302:+447700900302', ['message', 'add']],
		['without one', 'TEL:+447700900302', ['invite', 'add']],
		['with one that is no number', 'TEL;waid=x@s.whatsapp.net:+447700900302', ['invite', 'add']],
		['without any number', 'EMAIL:zoe@lindqvist.example', ['add']],
	])('has the buttons of a card %s', async (_what, line, actions) => {
		await sendWawp([vcard('FN:Zoë', line)]);
		expect((await onlyCard()).contacts).toMatchObject([{ actions }]);
	});

	it('has only Add to contacts for a card over iMessage', async () => {
		const { baseUrl, signingSecret, tenant } = sandbox.credentials.chert;
		await post(
			`${baseUrl}/chats/send-contact`,
			{ to: `+${PHONE}`, contact: { full_name: 'Zoë', phones: [{ value: '+447700900302' }] } },
			{ authorization: `Bearer ${signingSecret}`, 'x-tenant-id': tenant },
		);
		expect(await onlyCard()).toMatchObject({
			contacts: [{ actions: ['add'] }],
			check: { score: 100 },
		});
	});

	it('marks a reply, a forwarded card and one that disappears', async () => {
		await sendWawp([vcard('FN:Zoë')], { reply_to: 'true_x@c.us_3EB0AA' });
		await post(`${sandbox.url}/gowa-single/send/contact`, {
			phone: PHONE,
			contact_name: 'Zoë',
			contact_phone: '447700900302',
			is_forwarded: true,
			duration: 86_400,
		});
		const { cards } = await state();
		expect(cards.map(({ marks }) => marks)).toEqual([
			{ replyTo: 'true_x@c.us_3EB0AA', forwarded: false },
			{ forwarded: true, disappears: 86_400 },
		]);
	});

	it.each([
		['as most services spell it', { replyTo: '3EB0AA' }, '3EB0AA'],
		['as Telegram spells it', { reply_parameters: { message_id: 101 } }, '101'],
		['as Evolution spells it', { quoted: { key: { id: 'BAE5' } } }, 'BAE5'],
	])('knows a reply %s', (_how, options, replyTo) => {
		const card = inboxCard({ ...DELIVERY, options });
		expect(card.marks).toEqual({ replyTo, forwarded: false });
	});

	it.each([
		['-1001234567890', 'group'],
		['@sandbox_channel', 'channel'],
		['120363040000000001@newsletter', 'channel'],
		['120363040000000001@g.us', 'group'],
		['100000000000001@lid', 'person'],
		['conv-001', 'person'],
	])('takes the recipient %s for a %s', (recipient, kind) => {
		expect(inboxCard({ ...DELIVERY, recipient }).chat.kind).toBe(kind);
	});

	it('says what the sender was told, where a fault made that differ', async () => {
		sandbox.fault({ kind: '502-html', taken: true, times: 1 });
		await sendGowa(sandbox, PHONE);
		expect((await onlyCard()).toldOtherwise).toBe('status 502 (fault 502-html)');
		sandbox.clear();
		sandbox.fault({ kind: 'reset-after', times: 1 });
		await sendGowa(sandbox, PHONE).catch(() => null);
		expect((await onlyCard()).toldOtherwise).toBe(
			'no answer, the connection was cut (fault reset-after)',
		);
		sandbox.clear();
		await sendGowa(sandbox, PHONE);
		expect((await onlyCard()).toldOtherwise).toBeNull();
	});

	it('has the card check with each card', async () => {
		await sendWawp([vcard('FN:Zoë', 'TEL:07700 900302')]);
		const { check } = await onlyCard();
		expect(check.score).toBe(70);
		expect(
			check.findings.filter(({ level }) => level === 'warning').map(({ rule }) => rule),
		).toEqual(['nameParts', 'international', 'whatsAppId']);
	});
});

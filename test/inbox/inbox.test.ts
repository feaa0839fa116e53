import { jsonParse } from 'n8n-workflow';

import { FAULT_KINDS } from '../../sandbox/faults/kinds';
import { inboxCard } from '../../sandbox/inbox/card';
import type { InboxCard, InboxDetails, InboxEvent, InboxState } from '../../sandbox/inbox/model';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { ArrivedCard } from '../../sandbox/store';
import { post, request, sendGowa } from '../sandbox/client';

/** One pixel. */
const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const PHONE = '447700900001';
let sandbox: Sandbox;

beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

async function state(): Promise<InboxState> {
	return jsonParse<InboxState>((await request(`${sandbox.url}/_sandbox/inbox/state`)).text);
}

async function details(id: number): Promise<InboxDetails> {
	const { text } = await request(`${sandbox.url}/_sandbox/inbox/cards/${String(id)}`);
	return jsonParse<InboxDetails>(text);
}

async function onlyCard(): Promise<InboxCard> {
	const { cards } = await state();
	expect(cards).toHaveLength(1);
	return cards[0]!;
}

async function sendWawp(vcards: string[], options: Record<string, unknown> = {}): Promise<void> {
	const { baseUrl, accessToken, instanceId } = sandbox.credentials.wawp;
	await post(`${baseUrl}/v2/send/contact`, {
		access_token: accessToken,
		instance_id: instanceId,
		chatId: PHONE,
		contacts: vcards.map((vcard) => ({ vcard })),
		...options,
	});
}

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

const vcard = (...lines: string[]) =>
	['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\r\n');

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

describe('The details of a card', () => {
	it('have its vCards as they came, and its picture as data', async () => {
		const zoe = vcard('N:;Zoë;;;', 'FN:Zoë', `PHOTO;ENCODING=b;TYPE=PNG:${PNG}`);
		const karim = vcard('FN:Karim', 'PHOTO;VALUE=uri:https://elsewhere.example/karim.jpg');
		const ines = vcard('FN:Inês', 'PHOTO;ENCODING=b;TYPE=PNG:PHNjcmlwdD4=');
		await sendWawp([zoe, karim, ines]);
		expect((await onlyCard()).contacts.map(({ showsPhoto }) => showsPhoto)).toEqual([
			true,
			false,
			false,
		]);
		expect(await details(1)).toMatchObject({
			vcards: [zoe, karim, ines],
			written: false,
			photos: [`data:image/png;base64,${PNG}`, null, null],
			status: 200,
		});
	});

	it('have a vCard of the sandbox where the service takes fields', async () => {
		const { apiKey, baseUrl } = sandbox.credentials.chatvolt;
		await post(
			`${baseUrl}/messages/interactive/send-contact`,
			{
				agentId: 'agent-001',
				conversationId: 'conv-001',
				name_formatted_name: 'Zoë Lindqvist',
				name_first_name: 'Zoë',
				phone_1_phone: '+447700900302',
				address_1_city: 'Lund',
				address_1_country_code: 'SE',
			},
			{ authorization: `Bearer ${apiKey}` },
		);
		const { vcards, written } = await details(1);
		expect(written).toBe(true);
		expect(vcards[0]).toContain('FN:Zoë Lindqvist\r\n');
		expect(vcards[0]).toContain('Lund');
	});

	it('have the request with every secret hidden, and the answer', async () => {
		await sendWawp([vcard('FN:Zoë')]);
		await sendGowa(sandbox, PHONE);
		const [wawp, gowa] = [await details(1), await details(2)];
		expect(wawp.request).toMatch(/^POST \/wawp\/v2\/send\/contact\nhost: 127\.0\.0\.1/);
		expect(wawp.request).toContain('"access_token": "***"');
		expect(gowa.request).toContain('authorization: ***');
		expect(gowa.response).toContain('"code": "SUCCESS"');
		const secrets = Object.values<Record<string, string>>({ ...sandbox.credentials }).flatMap(
			(fields) => Object.entries(fields),
		);
		for (const [name, value] of secrets.filter(([key]) => /key|token|secret|password/i.test(key))) {
			expect([name, wawp.request.includes(value), gowa.request.includes(value)]).toEqual([
				name,
				false,
				false,
			]);
		}
	});

	it('come as a .vcf file', async () => {
		await sendWawp([vcard('FN:Zoë'), vcard('FN:Karim')]);
		const file = await request(`${sandbox.url}/_sandbox/inbox/cards/1.vcf`);
		expect(file.headers.get('content-type')).toBe('text/vcard; charset=utf-8');
		expect(file.headers.get('content-disposition')).toBe('attachment; filename="card-1.vcf"');
		expect(file.text).toBe(`${vcard('FN:Zoë')}\r\n${vcard('FN:Karim')}\r\n`);
	});

	it('are 404 for a card that is not there', async () => {
		expect(await request(`${sandbox.url}/_sandbox/inbox/cards/7`)).toMatchObject({
			status: 404,
			json: { error: 'There is no card 7' },
		});
	});
});

describe('The log of refused requests', () => {
	it('has each with its reason, and none that was taken', async () => {
		await sendGowa(sandbox, PHONE);
		await sendGowa(sandbox, '081');
		sandbox.fault({ kind: 'reset-before', times: 1 });
		await sendGowa(sandbox, PHONE).catch(() => null);
		const { refusals } = await state();
		expect(
			refusals.map(({ provider, recipient, status, reason }) => [
				provider,
				recipient,
				status,
				reason,
			]),
		).toEqual([
			['gowa', '081', 400, expect.stringMatching(/^VALIDATION_ERROR: phone number must be/)],
			['gowa', PHONE, 0, 'fault reset-before'],
		]);
		expect(refusals[0]?.request).toContain('authorization: ***');
		expect(refusals[0]?.answer).toContain('"code": "VALIDATION_ERROR"');
	});
});

describe('An open page', () => {
	it('is told of everything as it happens', async () => {
		const events = await openEvents();
		expect(await events.next()).toMatchObject({
			kind: 'state',
			state: { cards: [], samples: false },
		});
		await sendGowa(sandbox, PHONE, 'Zoë');
		expect(await events.next()).toMatchObject({
			kind: 'card',
			card: { id: 1, contacts: [{ name: { formatted_name: 'Zoë' } }] },
		});
		await events.next(); // the same card, its sender now answered
		await sendGowa(sandbox, '081');
		expect(await events.next()).toMatchObject({ kind: 'refusal', refusal: { status: 400 } });
		sandbox.fault({ kind: '401', provider: 'gowa', times: 2 });
		expect(await events.next()).toEqual({
			kind: 'faults',
			faults: [{ provider: 'gowa', kind: '401', label: '401 Unauthorized', left: 2, taken: false }],
		});
		await sendGowa(sandbox, PHONE);
		expect(await events.next()).toMatchObject({ kind: 'faults', faults: [{ left: 1 }] });
		expect(await events.next()).toMatchObject({
			kind: 'refusal',
			refusal: { reason: 'fault 401' },
		});
		await request(`${sandbox.url}/_sandbox/deliveries`, { method: 'DELETE' });
		expect(await events.next()).toEqual({ kind: 'cleared' });
		await events.close();
	});

	it('can choose among all faults, each in words', async () => {
		const { faultKinds } = await state();
		expect(faultKinds.map(({ kind }) => kind)).toEqual([...FAULT_KINDS]);
		expect(faultKinds.filter(({ label }) => label.length < 10)).toEqual([]);
	});
});

describe('The button that sends the samples', () => {
	it('is there only where the sandbox was started with them', async () => {
		const samples = `${sandbox.url}/_sandbox/inbox/samples`;
		expect(await post(samples, {})).toMatchObject({ status: 404 });
	});

	it('sends them once at a time, and says what went wrong', async () => {
		let finish: () => void = () => undefined;
		const own = await startSandbox({
			samples: async (self) => {
				if (self.count() > 0) throw new Error('The package is not built yet');
				await sendGowa(self, PHONE);
				await new Promise<void>((resolve) => {
					finish = resolve;
				});
			},
		});
		const samples = `${own.url}/_sandbox/inbox/samples`;
		const first = post(samples, {});
		while (own.count() === 0) await new Promise((resolve) => setImmediate(resolve));
		expect(await post(samples, {})).toMatchObject({ status: 409 });
		finish();
		expect(await first).toMatchObject({ status: 200, json: { sent: true } });
		expect(await post(samples, {})).toMatchObject({
			status: 500,
			json: { error: 'The package is not built yet' },
		});
		await own.close();
	});
});

/** The stream of news, an event at a time. */
async function openEvents(): Promise<{
	next: () => Promise<InboxEvent>;
	close: () => Promise<void>;
}> {
	const response = await fetch(`${sandbox.url}/_sandbox/inbox/events`);
	const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	return {
		next: async () => {
			while (!text.includes('\n\n')) {
				const { value, done } = await reader.read();
				if (done) throw new Error('The stream ended');
				text += value;
			}
			const end = text.indexOf('\n\n');
			const line = text.slice(0, end);
			text = text.slice(end + 2);
			return jsonParse<InboxEvent>(line.replace(/^(?:retry: \d+\n)?data: /, ''));
		},
		close: () => reader.cancel(),
	};
}

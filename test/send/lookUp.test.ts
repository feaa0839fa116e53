import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { byId } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
	sandbox.reset();
	sandbox.clear();
});

const WHERE: Record<string, INodeParameters> = {
	evolution: { instanceName: byId('sales'), recipient: '+447700900001' },
	waha: { session: 'default', recipient: '+447700900001' },
	gowa: { recipient: '+447700900001' },
	greenApi: { recipient: '+447700900001' },
	wuzapi: { recipient: '+447700900001' },
	evolutionGo: { recipient: '={{ $json.to ?? "+447700900001" }}' },
};

async function send(
	provider: string,
	items: IDataObject[],
	options: INodeParameters = {},
	retryOnFail = false,
) {
	return await runSend(
		sandbox,
		{
			operation: 'send',
			provider,
			...WHERE[provider],
			contactSource: 'json',
			contactsJson:
				'={{ $json.phones.map((phone) => ({ name: { formatted_name: phone }, phones: [{ phone }] })) }}',
			options: { whatsappId: 'lookUp', ...options },
		},
		{ items, retryOnFail },
	);
}

const lookUps = () => sandbox.requests().filter(({ url }) => /check|whatsappNumbers/i.test(url));
const ids = () =>
	sandbox
		.deliveries()
		.flatMap(({ contacts }) => contacts.map(({ phones: [phone] }) => [phone?.phone, phone?.wa_id]));
const messages = (items: IDataObject[]) => JSON.stringify(items.map(({ warnings }) => warnings));

describe('WhatsApp ID: Look Up', () => {
	it('puts the id that WhatsApp has for a number into the card', async () => {
		const run = await send('waha', [
			{
				phones: [
					'+5531987654321',
					'+5511987654321',
					'+525512345678',
					'+541123456789',
					'+447700900001',
				],
			},
		]);
		expect(run.error).toBeUndefined();
		expect(ids()).toEqual([
			['+5531987654321', '553187654321'],
			['+5511987654321', '5511987654321'],
			['+525512345678', '5215512345678'],
			['+541123456789', '5491123456789'],
			['+447700900001', '447700900001'],
		]);
	});

	it('asks for each number once in a run, several at once where the service can', async () => {
		const phones = ['+447700900001', '+447700900002', '+12025550190'];
		const run = await send('waha', [{ phones }, { phones }]);
		expect(lookUps()).toHaveLength(3);
		expect(messages(outputs(run))).toContain(
			'+12025550190 is not on WhatsApp: the card shows Invite',
		);
		sandbox.clear();
		await send('evolution', [{ phones }, { phones }]);
		expect(lookUps()).toHaveLength(1);
		expect(ids().slice(0, 3)).toEqual([
			['+447700900001', '447700900001'],
			['+447700900002', '447700900002'],
			expect.arrayContaining(['+12025550190']),
		]);
	});

	it('asks GOWA for the other Brazilian spelling as well, and changes no recipient', async () => {
		const run = await send('gowa', [{ phones: ['+5531987654321'] }]);
		expect(lookUps().map(({ url }) => /phone=(\d+)/.exec(url)?.[1])).toEqual([
			'5531987654321',
			'553187654321',
		]);
		expect(messages(outputs(run))).toContain('is on WhatsApp as +553187654321');
		expect(sandbox.deliveries()[0]?.recipient).toBe('447700900001@s.whatsapp.net');
	});

	it('never loses a card to a look-up, and stops asking a service that does not answer', async () => {
		sandbox.fault({ kind: '502-html', on: 'list' });
		const phones = Array.from({ length: 8 }, (_, index) => `+44770090000${String(index)}`);
		const run = await send('waha', [{ phones }], { concurrency: 1 });
		expect(run.error).toBeUndefined();
		expect(lookUps()).toHaveLength(3);
		expect(ids()).toEqual(phones.map((phone) => [phone, phone.slice(1)]));
		expect(messages(outputs(run)).match(/could not be looked up/g)).toHaveLength(8);
	});

	it('asks again after a 429', async () => {
		sandbox.fault({ kind: '429-retry-after', seconds: 0, on: 'list', times: 1 });
		const run = await send('waha', [{ phones: ['+5531987654321'] }]);
		expect(ids()).toEqual([['+5531987654321', '553187654321']]);
		expect(outputs(run)[0]?.['warnings']).toEqual([]);
	});

	it.each([
		['waha', 'chatId'],
		['evolution', 'jid'],
		['wuzapi', 'JID'],
	])("never puts another person's id into the card (%s)", async (provider) => {
		const run = await send(provider, [
			{ phones: ['+12025550187', '+5531987654321', '+12025550195'] },
		]);
		expect(run.error).toBeUndefined();
		expect(ids()).toEqual([
			['+12025550187', '12025550187'],
			['+5531987654321', '553187654321'],
			['+12025550195', '12025550195'],
		]);
		expect(outputs(run)[0]?.['warnings']).toEqual([
			{
				contact: 1,
				field: 'phones',
				message:
					'The WhatsApp ID of +12025550187 could not be looked up (the answer names another number, +12025550179), so the digits of the number are used instead',
			},
		]);
	});

	it('asks once for a number in several spellings, and for its other spelling', async () => {
		const spellings = ['+5531987654321', '+55 (31) 98765-4321', '0055 31 98765 4321'];
		await send('waha', [{ phones: spellings }, { phones: spellings }]);
		expect(lookUps()).toHaveLength(1);
		sandbox.clear();
		await send('gowa', [
			{ phones: [...spellings, '+553187654321'] },
			{ phones: ['+541123456789'] },
		]);
		expect(
			lookUps()
				.map(({ url }) => /phone=(\d+)/.exec(url)?.[1])
				.sort(),
		).toEqual(['541123456789', '5491123456789', '553187654321', '5531987654321']);
	});

	it('says that it does not know where the other spelling cannot be asked', async () => {
		sandbox.fault({ kind: '500-json', on: 'list', after: 1 });
		const run = await send('greenApi', [{ phones: ['+5531987654321'] }]);
		expect(lookUps()).toHaveLength(2);
		expect(messages(outputs(run))).toContain('could not be looked up');
		expect(messages(outputs(run))).not.toContain('not on WhatsApp');
	});

	it('asks for no number that the service does not take, and does not take that for its failure', async () => {
		const short = ['+4520123456', '+4520123457', '+4520123458', '+4520123459'];
		const run = await send('greenApi', [{ phones: [...short, '+447700900001'] }]);
		expect(lookUps().map(({ body }) => body)).toEqual(['{"phoneNumber":447700900001}']);
		expect(
			messages(outputs(run)).match(/GREEN-API looks up only numbers of at least 11/g),
		).toHaveLength(4);
	});

	it('asks about the numbers of different recipients together, at most 50 at once', async () => {
		const to = (index: number) => `+4477009000${String(index).padStart(2, '0')}`;
		const items = Array.from({ length: 60 }, (_, index) => ({
			to: to(index),
			phones: [to(index), to(index + 1)],
		}));
		const run = await send('evolutionGo', items);
		expect(run.error).toBeUndefined();
		expect(lookUps().map(({ body }) => (JSON.parse(body) as { number: [] }).number.length)).toEqual(
			[50, 11],
		);
	});

	it.each([
		'401',
		'429-bare',
		'502-html',
		'html-200',
		'empty-200',
		'truncated',
		'success-false',
		'redirect-302',
		'reset-before',
		'hang',
	] as const)('that fails by %s leaves the digits in the card, with a warning', async (kind) => {
		sandbox.fault({ kind, on: 'list' });
		const options = { timeout: 300, maxRetries: 0 };
		const run = await send('waha', [{ phones: ['+5531987654321'] }], options);
		expect(run.error).toBeUndefined();
		expect(ids()).toEqual([['+5531987654321', '5531987654321']]);
		expect(messages(outputs(run))).toMatch(
			/The WhatsApp ID of \+5531987654321 could not be looked up \(WAHA [^<>]+\)/,
		);
	});

	it('that is asked to wait too long keeps no card back, and is not repeated', async () => {
		sandbox.fault({ kind: '429-retry-after', seconds: 3600, on: 'list' });
		const phones = ['+5531987654321', '+447700900001', '+447700900002'];
		const run = await send('waha', [{ phones }], { concurrency: 1 });
		expect(run.error).toBeUndefined();
		expect(lookUps()).toHaveLength(1);
		expect(ids()).toHaveLength(3);
		expect(messages(outputs(run)).match(/WAHA answered 429/g)).toHaveLength(3);
	});

	it('reveals no secret that the service repeats', async () => {
		sandbox.fault({ kind: 'echo', on: 'list' });
		const run = await send('waha', [{ phones: ['+5531987654321'] }]);
		expect(messages(outputs(run))).toContain('could not be looked up');
		expect(JSON.stringify(run)).not.toContain(sandbox.credentials.waha.apiKey);
	});

	it('is not repeated by Retry On Fail', async () => {
		sandbox.fault({ kind: '401', times: 1, after: 1 });
		const phones = ['+5531987654321', '+525512345678'];
		const run = await send('waha', [{ phones: [phones[0]] }, { phones }], {}, true);
		expect(run.error).toBeUndefined();
		expect(lookUps()).toHaveLength(2);
		expect(ids()).toEqual([
			['+5531987654321', '553187654321'],
			['+5531987654321', '553187654321'],
			['+525512345678', '5215512345678'],
		]);
	});

	it('asks nothing where an item cannot be sent, since then nothing is', async () => {
		const run = await send('waha', [{ phones: ['+447700900001'] }, { phones: [] }]);
		expect(run.error).toBeDefined();
		expect(sandbox.requests()).toEqual([]);
	});
});

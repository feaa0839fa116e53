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
};

async function send(provider: string, items: IDataObject[], options: INodeParameters = {}) {
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
		{ items },
	);
}

const lookUps = () => sandbox.requests().filter(({ url }) => /check|whatsappNumbers/.test(url));
const ids = () =>
	sandbox
		.deliveries()
		.flatMap(({ contacts }) => contacts.map(({ phones: [phone] }) => [phone?.phone, phone?.wa_id]));
const messages = (items: IDataObject[]) => JSON.stringify(items.map(({ warnings }) => warnings));

describe('WhatsApp ID: Look Up', () => {
	it('puts the id that WhatsApp has for a number into the card', async () => {
		const run = await send('waha', [
			{ phones: ['+5531987654321', '+5511987654321', '+525512345678', '+447700900001'] },
		]);
		expect(run.error).toBeUndefined();
		expect(ids()).toEqual([
			['+5531987654321', '553187654321'],
			['+5511987654321', '5511987654321'],
			['+525512345678', '5215512345678'],
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

	it('asks nothing where an item cannot be sent, since then nothing is', async () => {
		const run = await send('waha', [{ phones: ['+447700900001'] }, { phones: [] }]);
		expect(run.error).toBeDefined();
		expect(sandbox.requests()).toEqual([]);
	});
});

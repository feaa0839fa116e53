import type { IDataObject } from 'n8n-workflow';

import { readExample } from '../../sandbox/demo/examples';
import { jsonOf, runningExamples } from './runningExamples';
import { withSample } from './sampleData';

const { sandbox, run, arrived } = runningExamples();

describe('fallback.json', () => {
	const withRequests = (...requests: IDataObject[]) =>
		withSample('fallback.json', 'Requests', () => ({ requests }));
	const requestsTo = (provider: string) =>
		sandbox.requests().filter((request) => request.provider === provider).length;

	it('sends with RyzeAPI what GOWA is known not to have sent, and nothing else', async () => {
		const ended = await run(readExample('fallback.json'));
		expect(arrived()).toEqual([
			['gowa', '447700900501@s.whatsapp.net', ['陈美玲']],
			['ryzeapi', '447700900502@s.whatsapp.net', ['عمر الخطيب']],
		]);
		expect(jsonOf(ended, 'Sent with GOWA')).toMatchObject([
			{ recipient: '447700900501@s.whatsapp.net' },
		]);
		expect(jsonOf(ended, 'Sent with RyzeAPI')).toMatchObject([{ recipient: '447700900502' }]);
		expect(jsonOf(ended, 'RyzeAPI Failed Too')).toMatchObject([
			{ recipient: '+1 202-555-0190', outcome: 'notSent' },
		]);
		expect(jsonOf(ended, 'Finish by Hand')).toEqual([]);
	});

	it('never tries again where the outcome is unknown: a person asks', async () => {
		const ended = await run(readExample('fallback.json'));
		expect(jsonOf(ended, 'Ask Before Sending Again')).toEqual([
			{
				recipient: '+1 202-555-0110',
				todo: 'GOWA failed (500 INTERNAL_SERVER_ERROR): Internal Server Error [item 2]. The card may have arrived: ask the recipient or check the chat before you send it again.',
				sentMessageIds: [],
			},
		]);
		const asked = sandbox.requests().filter(({ recipient }) => recipient.includes('12025550110'));
		expect(asked.map(({ provider }) => provider)).toEqual(['gowa']);
	});

	it('never tries again after a card that arrived although GOWA was cut off', async () => {
		sandbox.fault({ kind: 'reset-after', provider: 'gowa' });
		const contact = { name: 'Ana', phones: '+44 7700 900600' };
		const ended = await run(withRequests({ recipient: '+44 7700 900601', device: '', contact }));
		expect(arrived()).toEqual([['gowa', '447700900601@s.whatsapp.net', ['Ana']]]);
		expect(requestsTo('ryzeapi')).toBe(0);
		expect(ended.items('Ask Before Sending Again')).toHaveLength(1);
	});

	it('leaves a request of which GOWA sent a part to a person', async () => {
		sandbox.fault({ kind: '401', provider: 'gowa', after: 1 });
		const contact = ['Ana', 'Bo'].map((name) => ({ name, phones: '+44 7700 900600' }));
		const ended = await run(withRequests({ recipient: '+44 7700 900602', device: '', contact }));
		expect(arrived()).toEqual([['gowa', '447700900602@s.whatsapp.net', ['Ana']]]);
		expect(requestsTo('ryzeapi')).toBe(0);
		expect(jsonOf(ended, 'Finish by Hand')).toMatchObject([
			{ recipient: '+44 7700 900602', sentMessageIds: sandbox.deliveries()[0]?.messageIds },
		]);
	});

	it('says of a card that RyzeAPI left open that it may have arrived', async () => {
		sandbox.fault({ kind: 'reset-after', provider: 'ryzeapi' });
		const contact = { name: 'Ana', phones: '+44 7700 900600' };
		const device = 'sandbox-offline';
		const ended = await run(withRequests({ recipient: '+44 7700 900603', device, contact }));
		expect(arrived()).toEqual([['ryzeapi', '447700900603@s.whatsapp.net', ['Ana']]]);
		expect(jsonOf(ended, 'RyzeAPI Failed Too')).toMatchObject([
			{
				recipient: '+44 7700 900603',
				outcome: 'unknown',
				todo: expect.stringContaining('The card may have arrived'),
			},
		]);
	});

	it('sends all that can be sent with RyzeAPI while GOWA cannot be reached', async () => {
		const ended = await run(readExample('fallback.json'), true);
		expect(requestsTo('gowa')).toBe(0);
		expect(arrived().map(([provider, recipient]) => [provider, recipient])).toEqual([
			['ryzeapi', '447700900501@s.whatsapp.net'],
			['ryzeapi', '447700900502@s.whatsapp.net'],
		]);
		expect(ended.items('Sent with RyzeAPI')).toHaveLength(2);
		expect(ended.items('Ask Before Sending Again')).toEqual([]);
	});
});

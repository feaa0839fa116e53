import { FAULT_KINDS } from '../../sandbox/faults/kinds';
import { startSandbox } from '../../sandbox/server';
import { post, request, sendGowa } from '../sandbox/client';
import { sandboxForTests } from '../support/sandbox';
import { inboxOf, PHONE } from './inboxOf';

const sandbox = sandboxForTests();
const { state, openEvents } = inboxOf(sandbox);

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
	it('gets every event as it happens', async () => {
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

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { logged } from './log';
import { card, cardsTo, numberOf, startSend, until } from './workflow';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => {
	logged.length = 0;
});
afterEach(() => {
	sandbox.reset();
	sandbox.clear();
});
afterAll(async () => {
	await sandbox.close();
});

describe('stopping the execution', () => {
	it('aborts the requests in flight, starts none, and leaves in the log what had been sent', async () => {
		for (const place of [2, 3]) sandbox.fault({ kind: 'hang', recipient: numberOf(place) });
		const running = startSend(sandbox, { items: cardsTo(8), options: { concurrency: 2 } });
		await until(() => sandbox.stats().requests === 4);
		running.stop();
		const { run, error } = await running.finished;
		await until(() => sandbox.stats().connections.open === 0);
		expect(sandbox.stats()).toMatchObject({ requests: 4, cards: 2, inFlight: { open: 0 } });
		const ids = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
		expect(logged).toEqual([
			`Send Contact Card: The workflow was canceled: 2 of 8 cards were sent (${ids.join(', ')})`,
		]);
		expect(error?.message).toBe('The workflow was canceled: 2 of 8 cards were sent');
		expect(run.status).toBe('canceled');
	});

	it('ends the reading of many items, before any card goes out', async () => {
		const unreadable = { to: 'nobody', card: {} };
		const running = startSend(sandbox, { items: [...cardsTo(3999), unreadable] });
		await new Promise((resolve) => setTimeout(resolve, 100));
		running.stop();
		const { run, error } = await running.finished;
		expect(error?.message).toBe('The workflow was canceled: 0 of 4000 cards were sent');
		expect(run.status).toBe('canceled');
		expect(sandbox.stats().requests).toBe(0);
	});

	it.each([
		['the pace', { messagesPerMinute: 1 }],
		['an interval', { interval: 600_000 }],
	])('ends the waits for %s', async (_name, options) => {
		const running = startSend(sandbox, { items: cardsTo(5), options });
		await until(() => sandbox.count() === 1);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(1);
	});

	it.each(['429-retry-after', '429-bare'] as const)('ends the wait after a %s', async (kind) => {
		sandbox.fault({ kind, seconds: 60 });
		const running = startSend(sandbox, { items: cardsTo(3), options: { concurrency: 1 } });
		await until(() => sandbox.stats().requests === 1);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(1);
		expect(logged).toEqual([
			'Send Contact Card: The workflow was canceled: 0 of 3 cards were sent',
		]);
	});

	it('ends the wait before a refused connection is tried again', async () => {
		const running = startSend(sandbox, {
			items: cardsTo(1),
			credentials: { gowa: { baseUrl: 'http://127.0.0.1:1' } },
		});
		await new Promise((resolve) => setTimeout(resolve, 60));
		running.stop();
		expect((await running.finished).run.status).toBe('canceled');
	});

	it('does not go on by Retry On Fail', async () => {
		sandbox.fault({ kind: 'hang' });
		const node = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
		const running = startSend(sandbox, { items: cardsTo(1), node });
		await until(() => sandbox.stats().requests === 1);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(1);
	});

	it('names the first hundred of many messages', async () => {
		sandbox.fault({ kind: 'hang', recipient: numberOf(999) });
		const items = [
			card(numberOf(1), Array.from({ length: 103 }, (_, n) => `Card ${n}`).join('|')),
			card(numberOf(999), 'Last'),
		];
		const running = startSend(sandbox, { items, options: { concurrency: 1 } });
		await until(() => sandbox.stats().requests === 104);
		running.stop();
		await running.finished;
		expect(logged[0]).toMatch(/cards were sent \((3EB0[0-9A-F]+, ){99}3EB0[0-9A-F]+ and 3 more\)$/);
	});
});

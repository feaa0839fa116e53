import { sandboxForTests } from '../support/sandbox';
import { outputs, SEND } from '../support/workflow';
import { card, cardsTo, numberOf, send, startSend, until, namesAt } from './workflow';

/** Recipients of the sandbox that always misbehave. */
const BUSY_LONG = '12025550106';

const sandbox = sandboxForTests();

describe('cards', () => {
	it('to one recipient keep the order of the items, and those to different recipients go out in parallel', async () => {
		sandbox.fault({ kind: 'slow', recipient: numberOf(0), ms: 40 });
		const items = Array.from({ length: 12 }, (_, place) =>
			card(numberOf(place % 3), `Card ${place}`),
		);
		await send(sandbox, { items });
		expect(namesAt(sandbox, numberOf(0))).toEqual(['Card 0', 'Card 3', 'Card 6', 'Card 9']);
		expect(namesAt(sandbox, numberOf(1))).toEqual(['Card 1', 'Card 4', 'Card 7', 'Card 10']);
		const { inFlight, duplicates, requests } = sandbox.stats();
		expect(inFlight.maxForOneRecipient).toBe(1);
		expect(inFlight.max).toBeGreaterThan(1);
		expect({ requests, duplicates }).toEqual({ requests: 12, duplicates: 0 });
	});

	it('keep that order if one recipient is spelled in different ways', async () => {
		sandbox.fault({ kind: 'slow', ms: 10 });
		const spellings = ['+447700900001', '447700900001@s.whatsapp.net', '447700900001'];
		await send(sandbox, {
			items: spellings.map((to, place) => card(to, `Card ${place}`)),
		});
		expect(namesAt(sandbox, numberOf(1))).toEqual(['Card 0', 'Card 1', 'Card 2']);
		expect(sandbox.stats().inFlight.maxForOneRecipient).toBe(1);
	});

	it.each([
		[undefined, 5],
		[1, 1],
		[3, 3],
		[20, 20],
	])('are at most `concurrency` (%p) at once: %d', async (concurrency, most) => {
		// Long enough for the last of them to start before the first has its answer
		sandbox.fault({ kind: 'slow', ms: most > 5 ? 1500 : most * 25 });
		const options = concurrency === undefined ? {} : { concurrency };
		await send(sandbox, { items: cardsTo(40), options });
		expect(sandbox.stats().inFlight.max).toBe(most);
		expect(sandbox.count()).toBe(40);
	});

	it('give the outputs in the order of the items, whatever the order of the answers', async () => {
		// Longer than a busy machine takes for the others
		sandbox.fault({ kind: 'slow', recipient: numberOf(0), ms: 1500 });
		const run = await send(sandbox, { items: cardsTo(5) });
		expect(sandbox.deliveries().at(-1)?.recipient).toBe(`${numberOf(0)}@s.whatsapp.net`);
		expect(outputs(run).map(({ recipient }) => recipient)).toEqual(
			[0, 1, 2, 3, 4].map((place) => `${numberOf(place)}@s.whatsapp.net`),
		);
		expect(run.items(SEND).map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3, 4].map((item) => ({ item })),
		);
	});
});

describe('pace', () => {
	it('waits for `interval` between the starts of two requests', async () => {
		const running = startSend(sandbox, { items: cardsTo(3), options: { interval: 3_600_000 } });
		await until(() => sandbox.count() === 1);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(1);
	});

	it('holds the provider’s documented limit by itself: RyzeAPI takes a hundred, the rest waits', async () => {
		const running = startSend(sandbox, {
			items: cardsTo(101),
			parameters: { provider: 'ryzeapi', instance: { __rl: true, mode: 'id', value: 'sales' } },
		});
		await until(() => sandbox.count() === 100);
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(sandbox.stats().requests).toBe(100);
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(100);
	});

	it('has no limit where the option says 0, and then hears the refusal', async () => {
		const run = await send(sandbox, {
			items: cardsTo(103),
			parameters: { provider: 'ryzeapi', instance: { __rl: true, mode: 'id', value: 'sales' } },
			options: { messagesPerMinute: 0, maxRetryWait: 1, concurrency: 1 },
			node: { onError: 'continueRegularOutput' },
		});
		expect(sandbox.count()).toBe(100);
		// The first refusal tells the time to wait, so the cards behind it are not even tried.
		expect(sandbox.stats().requests).toBe(101);
		expect(
			outputs(run)
				.slice(99)
				.map(({ status, outcome, httpCode }) => [status, outcome, httpCode]),
		).toEqual([
			['sent', undefined, undefined],
			[undefined, 'notSent', '429'],
			[undefined, 'notSent', '429'],
			[undefined, 'notSent', '429'],
		]);
	});

	it('holds `messagesPerMinute` for every provider', async () => {
		const running = startSend(sandbox, { items: cardsTo(6), options: { messagesPerMinute: 4 } });
		await until(() => sandbox.count() === 4);
		await new Promise((resolve) => setTimeout(resolve, 40));
		running.stop();
		await running.finished;
		expect(sandbox.stats().requests).toBe(4);
	});
});

describe('too many requests', () => {
	it.each(['429-retry-after', '429-body'] as const)(
		'%s: the card goes out once the time has come',
		async (kind) => {
			sandbox.fault({ kind, times: 1, seconds: kind === '429-body' ? 0.03 : 0 });
			const run = await send(sandbox, { items: cardsTo(1), options: { maxRetryWait: 5 } });
			expect(outputs(run)).toMatchObject([{ status: 'sent' }]);
			expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 1, duplicates: 0 });
		},
	);

	it.each(['429-retry-after', '429-retry-date', '429-reset', '429-body'] as const)(
		'%s: a wait that is too long is reported in seconds, and not begun',
		async (kind) => {
			sandbox.fault({ kind, seconds: 1800 });
			const run = await send(sandbox, { items: cardsTo(1) });
			expect(sandbox.stats().requests).toBe(1);
			expect(run.error?.message).toMatch(
				/^GOWA refused the card \(429 TOO_MANY_REQUESTS\): Too many requests \[item 0\]\. It asks you to wait 1(799|80[01]) seconds\./,
			);
			expect(run.error?.description).not.toMatch(/asks to wait/);
			expect(run.error).toMatchObject({ failure: { cause: 'rate-limited' } });
		},
	);

	it('429-bare: what names no time is waited for by itself, which a stop ends', async () => {
		sandbox.fault({ kind: '429-bare' });
		const running = startSend(sandbox, { items: cardsTo(3), options: { concurrency: 1 } });
		await until(() => sandbox.stats().requests === 1);
		running.stop();
		const run = await running.finished;
		expect(sandbox.stats().requests).toBe(1);
		expect(run.run.status).toBe('canceled');
	});

	it('fails the cards behind it too, without a request', async () => {
		const items = [card(BUSY_LONG, 'Card 0'), ...cardsTo(2)];
		const run = await send(sandbox, {
			items,
			options: { concurrency: 1 },
			node: { onError: 'continueRegularOutput' },
		});
		expect(sandbox.stats().requests).toBe(1);
		expect(outputs(run)).toMatchObject([
			{ outcome: 'notSent', httpCode: '429', code: 'TOO_MANY_REQUESTS' },
			{
				outcome: 'notSent',
				httpCode: '429',
				error:
					'GOWA accepts no more cards for 3600 seconds [item 1]. Send it again after that, or raise Max Retry Wait in the options.',
			},
			{ outcome: 'notSent', httpCode: '429' },
		]);
	});

	it('is given up after `maxRetries`', async () => {
		sandbox.fault({ kind: '429-retry-after', seconds: 0 });
		const run = await send(sandbox, { items: cardsTo(1), options: { maxRetries: 2 } });
		expect(sandbox.stats().requests).toBe(3);
		expect(run.error?.message).toContain('It was tried 3 times.');
	});

	it('is WhatsApp’s lock where GOWA says so, and then is never repeated', async () => {
		const run = await send(sandbox, { items: [card('12025550191', 'Card 0')] });
		expect(sandbox.stats().requests).toBe(1);
		expect(run.error?.message).toContain('GOWA refused the card (429 WA_REACHOUT_TIMELOCK)');
	});

	it('is repeated on Chert’s own word', async () => {
		const chert = { provider: 'chert', addressBy: 'chat', chatId: 'ch_failing' };
		const run = await send(sandbox, {
			items: cardsTo(1),
			parameters: chert,
			options: { maxRetries: 0 },
		});
		expect(run.error?.message).toContain('Chert refused the card (502 4001): Delivery failed');
	});
});

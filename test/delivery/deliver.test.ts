import { deliver, type CardDelivery, type DeliverySettings } from '../../nodes/delivery/deliver';
import { Journal } from '../../nodes/delivery/journal';
import { contactKeys, type PlannedMessage } from '../../nodes/delivery/message';
import type { CardResult } from '../../nodes/delivery/sendCard';
import type { Answer } from '../../nodes/delivery/transport';
import { ryzeapi } from '../../nodes/providers/ryzeapi/ryzeapi';
import { answer } from '../support/responses';
import { SelfAdvancingClock } from './clock';

const settings: DeliverySettings = {
	concurrency: 5,
	messagesPerMinute: 0,
	interval: 0,
	maxRetries: 3,
	maxRetryWait: 60,
	continueOnFail: true,
	keepResponses: false,
};

/** Cards to recipients that are named by letters; a letter that comes twice is the same recipient. */
function cards(recipients: string): CardDelivery[] {
	return [...recipients].map((recipient, item) => ({
		recipient,
		messages: [message(item, 0)],
	}));
}

function message(item: number, place: number): PlannedMessage {
	return {
		kind: 'card',
		contacts: [{ item, place }],
		request: { method: 'POST', path: `/${item}/${place}` },
		subject: `Contact ${place + 1}`,
	};
}

const response = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
	kind: 'response',
	response: answer(status, body, headers),
});
const sent = (id: string, headers: Record<string, string> = {}) =>
	response(200, { success: true, data: { messageId: id } }, headers);
const refused = response(400, { success: false, error: { message: 'Number is required' } });
const failing = response(500, { success: false, error: { message: 'context deadline exceeded' } });
const busy = (headers: Record<string, string> = {}) => response(429, '', headers);
const noConnection: Answer = {
	kind: 'failure',
	failure: { stage: 'notConnected', code: 'ECONNREFUSED' },
};

/** Runs a delivery in made-up time; `answers` are those of a path, of which the last stays. */
async function run(
	deliveries: readonly CardDelivery[],
	changes: Partial<DeliverySettings> = {},
	answers: Record<string, Answer[]> = {},
	{
		latency = 0,
		random = 0.5,
		journal = Journal.open({}, 'run 0'),
		stop = new AbortController(),
	} = {},
) {
	const clock = new SelfAdvancingClock(random);
	const begin = clock.now();
	const left = structuredClone(answers);
	/** `/0/0@1500`: the path and when its request started. */
	const requests: string[] = [];
	let open = 0;
	let mostOpen = 0;
	const results = await deliver(
		deliveries,
		{ ...settings, ...changes },
		{
			provider: ryzeapi,
			journal,
			keysOf: contactKeys,
			clock,
			redact: (text) => text,
			stop: stop.signal,
			transport: async ({ path }) => {
				requests.push(`${path}@${clock.now() - begin}`);
				open += 1;
				mostOpen = Math.max(mostOpen, open);
				if (latency > 0) await clock.sleep(latency);
				open -= 1;
				const queue = left[path] ?? [];
				return (queue.length > 1 ? queue.shift() : queue[0]) ?? sent(`id${path}`);
			},
		},
	);
	return {
		results,
		requests,
		mostOpen,
		took: clock.now() - begin,
		outcomes: results.map(({ outcome }) => outcome),
	};
}

function failureOf(result: CardResult | undefined) {
	if (result === undefined || !('failure' in result)) throw new Error('It did not fail');
	return result.failure;
}

it('sends every card once and gives the results in the order of the cards', async () => {
	const { results, requests } = await run(cards('abc'), {}, {}, { latency: 50 });
	expect(requests).toEqual(['/0/0@0', '/1/0@0', '/2/0@0']);
	expect(results.map(({ receipts }) => receipts)).toEqual([
		[{ messageIds: ['id/0/0'], chatId: null }],
		[{ messageIds: ['id/1/0'], chatId: null }],
		[{ messageIds: ['id/2/0'], chatId: null }],
	]);
});

it('keeps the order of one recipient, and serves at most the allowed number of recipients at once', async () => {
	const { requests, mostOpen } = await run(cards('aabcd'), { concurrency: 3 }, {}, { latency: 50 });
	expect(requests).toEqual(['/0/0@0', '/2/0@0', '/3/0@0', '/1/0@50', '/4/0@50']);
	expect(mostOpen).toBe(3);
});

it('keeps the provider’s answers only where they are asked for', async () => {
	const body = { success: true, data: { messageId: 'M1' } };
	const { results } = await run(
		cards('ab'),
		{ keepResponses: true },
		{
			'/0/0': [sent('M1')],
			'/1/0': [response(200, body)],
		},
	);
	expect(results[1]?.receipts).toEqual([{ messageIds: ['M1'], chatId: null, response: body }]);
});

describe('the pace', () => {
	it('holds over all lanes and retries', async () => {
		const { requests } = await run(
			cards('abcd'),
			{ messagesPerMinute: 2, concurrency: 4 },
			{ '/0/0': [noConnection, sent('M1')] },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@0', '/2/0@60100', '/3/0@60100', '/0/0@120200']);
	});

	it('keeps the interval between the starts of any two requests', async () => {
		const { requests } = await run(
			cards('aba'),
			{ interval: 700 },
			{ '/0/0': [busy({ 'retry-after': '0' }), sent('M1')] },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@700', '/0/0@1400', '/2/0@2100']);
	});

	it('pauses before the refusal comes, where the provider says that nothing is left', async () => {
		const clock = new SelfAdvancingClock();
		const headers = {
			'x-ratelimit-remaining': '0',
			'x-ratelimit-reset': String(clock.now() / 1000 + 20),
		};
		const used = [sent('M1', headers)];
		expect((await run(cards('ab'), { concurrency: 1 }, { '/0/0': used })).requests).toEqual([
			'/0/0@0',
			'/1/0@20000',
		]);
		const refusal = [response(400, { error: { message: 'Number is required' } }, headers)];
		expect((await run(cards('ab'), { concurrency: 1 }, { '/0/0': refusal })).requests).toEqual([
			'/0/0@0',
			'/1/0@20000',
		]);
	});

	it('tries on where nothing is left for longer than it may wait: the refusal tells more', async () => {
		const clock = new SelfAdvancingClock();
		const reset = String(clock.now() / 1000 + 3600);
		const used = [sent('M1', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset })];
		expect((await run(cards('ab'), { concurrency: 1 }, { '/0/0': used })).requests).toEqual([
			'/0/0@0',
			'/1/0@0',
		]);
	});
});

describe('too many requests', () => {
	it('pauses all lanes for as long as the provider asks', async () => {
		const { requests, outcomes } = await run(
			cards('abc'),
			{ concurrency: 2 },
			{ '/0/0': [busy({ 'retry-after': '7' }), sent('M1')] },
			{ latency: 10 },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@0', '/0/0@7010', '/2/0@7010']);
		expect(outcomes).toEqual(['sent', 'sent', 'sent']);
	});

	it('is followed by longer and longer waits with jitter, where no time is given', async () => {
		const always = { '/0/0': [busy()] };
		const none = await run(cards('a'), { maxRetries: 4 }, always, { random: 0 });
		expect(none.requests).toEqual(['/0/0@0', '/0/0@1000', '/0/0@3000', '/0/0@7000', '/0/0@15000']);
		const half = await run(cards('a'), { maxRetries: 2 }, always, { random: 0.5 });
		expect(half.requests).toEqual(['/0/0@0', '/0/0@1500', '/0/0@4500']);
	});

	it('never waits longer by itself than it may', async () => {
		const { requests } = await run(
			cards('a'),
			{ maxRetries: 3, maxRetryWait: 2 },
			{ '/0/0': [busy()] },
			{ random: 0 },
		);
		expect(requests).toEqual(['/0/0@0', '/0/0@1000', '/0/0@3000', '/0/0@5000']);
	});

	it('fails the card after the maximum number of retries', async () => {
		const { results, requests } = await run(
			cards('a'),
			{ maxRetries: 1 },
			{ '/0/0': [busy({ 'retry-after': '2' })] },
		);
		expect(requests).toEqual(['/0/0@0', '/0/0@2000']);
		expect(failureOf(results[0])).toMatchObject({
			outcome: 'notSent',
			httpCode: '429',
			fix: 'It asks you to wait 2 seconds. It was tried 2 times. Wait a minute, or lower Messages per Minute.',
		});
	});

	it('begins no wait that is too long, and tells the cards behind it how long it would have been', async () => {
		const { results, requests, took } = await run(
			cards('ab'),
			{ concurrency: 1 },
			{ '/0/0': [busy({ 'retry-after': '3600' })] },
		);
		expect(requests).toEqual(['/0/0@0']);
		expect(took).toBe(0);
		expect(failureOf(results[0])).toMatchObject({
			outcome: 'notSent',
			fix: 'It asks you to wait 3600 seconds. Wait a minute, or lower Messages per Minute.',
			retryAfterMs: 3_600_000,
		});
		expect(failureOf(results[1])).toEqual({
			outcome: 'notSent',
			title: 'RyzeAPI accepts no more cards for 3600 seconds',
			fix: 'Send it again after that, or raise Max Retry Wait in the options.',
			httpCode: '429',
			retryAfterMs: 3_600_000,
		});
	});

	it.each(['1e400', '1e300'])('says in plain words that it asks for %s seconds', async (text) => {
		const absurd = response(429, { retry_after: text });
		const { results, requests } = await run(cards('ab'), { concurrency: 1 }, { '/0/0': [absurd] });
		expect(requests).toEqual(['/0/0@0']);
		expect(failureOf(results[0]).fix).toMatch(/^It asks you to wait a year or longer\. /);
		expect(failureOf(results[1]).title).toBe('RyzeAPI accepts no more cards for a year or longer');
	});

	it.each(['-5', 'NaN', '-1e400'])('takes %s seconds for no time', async (text) => {
		const absurd = response(429, { retry_after: text });
		const { requests } = await run(
			cards('a'),
			{ maxRetries: 1 },
			{ '/0/0': [absurd] },
			{ random: 0 },
		);
		expect(requests).toEqual(['/0/0@0', '/0/0@1000']);
	});

	it('waits not at all where it may not', async () => {
		const { requests, outcomes } = await run(cards('a'), { maxRetryWait: 0 }, { '/0/0': [busy()] });
		expect(requests).toEqual(['/0/0@0']);
		expect(outcomes).toEqual(['notSent']);
	});
});

describe('a request that is known not to have been carried out', () => {
	it('is repeated after a wait of its own, while the others go on', async () => {
		const { requests, outcomes } = await run(
			cards('abc'),
			{ concurrency: 2 },
			{ '/0/0': [noConnection, sent('M1')] },
			{ latency: 100, random: 0 },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@0', '/2/0@100', '/0/0@1100']);
		expect(outcomes).toEqual(['sent', 'sent', 'sent']);
	});

	it('is given up after the maximum number of retries', async () => {
		const { results, requests } = await run(
			cards('a'),
			{ maxRetries: 2 },
			{ '/0/0': [noConnection] },
			{ random: 0 },
		);
		expect(requests).toEqual(['/0/0@0', '/0/0@1000', '/0/0@3000']);
		expect(failureOf(results[0])).toMatchObject({
			outcome: 'notSent',
			code: 'ECONNREFUSED',
			fix: 'It was tried 3 times. Check that the server is running, and check the Base URL in the credential.',
		});
	});
});

it('never repeats what may have arrived, or what was refused', async () => {
	const { requests, outcomes } = await run(
		cards('ab'),
		{},
		{ '/0/0': [failing], '/1/0': [refused] },
	);
	expect(requests).toEqual(['/0/0@0', '/1/0@0']);
	expect(outcomes).toEqual(['unknown', 'notSent']);
});

describe('the first failure', () => {
	it('lets no new card go out and waits for those that are on their way', async () => {
		const { requests, outcomes } = await run(
			cards('abcd'),
			{ concurrency: 2, continueOnFail: false },
			{ '/0/0': [refused] },
			{ latency: 10 },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@0']);
		expect(outcomes).toEqual(['notSent', 'sent', 'notStarted', 'notStarted']);
	});

	it('ends the waits of cards that have not started', async () => {
		const { requests, outcomes, took } = await run(
			cards('abc'),
			{ messagesPerMinute: 2, continueOnFail: false },
			{ '/0/0': [refused] },
			{ latency: 10 },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@0']);
		expect(outcomes).toEqual(['notSent', 'sent', 'notStarted']);
		expect(took).toBe(10);
	});

	it('keeps nothing back where failures are to be passed on', async () => {
		const { outcomes } = await run(cards('aab'), { concurrency: 1 }, { '/0/0': [refused] });
		expect(outcomes).toEqual(['notSent', 'sent', 'sent']);
	});
});

describe('stopping the workflow', () => {
	it('starts nothing new and ends all waits at once', async () => {
		const stop = new AbortController();
		const tired: Answer[] = [sent('M1')];
		const running = run(cards('abc'), { messagesPerMinute: 1 }, { '/0/0': tired }, { stop });
		await new Promise((resolve) => setImmediate(resolve));
		stop.abort();
		const { requests, outcomes, took } = await running;
		expect(requests).toEqual(['/0/0@0']);
		expect(outcomes).toEqual(['sent', 'notStarted', 'notStarted']);
		expect(took).toBeLessThanOrEqual(60_100);
	});

	it('ends the wait before a retry, also between the contacts of a card', async () => {
		const stop = new AbortController();
		const deliveries = [{ recipient: 'a', messages: [message(0, 0), message(0, 1)] }];
		const answers = { '/0/1': [busy({ 'retry-after': '30' })] };
		const running = run(deliveries, {}, answers, { stop });
		await new Promise((resolve) => setImmediate(resolve));
		stop.abort();
		const { results, took } = await running;
		expect(results[0]).toMatchObject({
			outcome: 'notSent',
			message: 1,
			receipts: [{ messageIds: ['id/0/0'] }],
			failure: {
				title: 'The workflow was stopped before the whole card was sent',
				fix: 'Send the rest of it.',
			},
		});
		expect(took).toBe(0);
	});

	it('sends nothing at all where it came first', async () => {
		const stop = new AbortController();
		stop.abort();
		const { requests, outcomes } = await run(cards('ab'), {}, {}, { stop });
		expect(requests).toEqual([]);
		expect(outcomes).toEqual(['notStarted', 'notStarted']);
	});
});

describe('a second try of the same execution', () => {
	it('takes what was sent from the first, and sends the rest', async () => {
		const store = {};
		const first = await run(
			cards('abc'),
			{},
			{ '/1/0': [refused] },
			{ journal: Journal.open(store, 'run 0') },
		);
		const second = await run(cards('abc'), {}, {}, { journal: Journal.open(store, 'run 0') });
		expect(first.outcomes).toEqual(['sent', 'notSent', 'sent']);
		expect(second.requests).toEqual(['/1/0@0']);
		expect(second.outcomes).toEqual(['sent', 'sent', 'sent']);
		expect(second.results[2]?.receipts).toEqual([
			{ messageIds: ['id/2/0'], chatId: null, response: undefined },
		]);
	});

	it('refuses what may have arrived, without a request', async () => {
		const store = {};
		await run(cards('a'), {}, { '/0/0': [failing] }, { journal: Journal.open(store, 'run 0') });
		const second = await run(cards('a'), {}, {}, { journal: Journal.open(store, 'run 0') });
		expect(second.requests).toEqual([]);
		expect(failureOf(second.results[0])).toEqual({
			outcome: 'unknown',
			title:
				'The card was not sent again, because an earlier attempt may have sent it (RyzeAPI failed (500): context deadline exceeded)',
			fix: 'The card may have arrived: ask the recipient or check the chat before you send it again.',
		});
	});

	it('goes on within a card of several messages, where the first broke off', async () => {
		const store = {};
		const card = [{ recipient: 'a', messages: [message(0, 0), message(0, 1), message(0, 2)] }];
		const first = await run(
			card,
			{},
			{ '/0/1': [refused] },
			{ journal: Journal.open(store, 'run 0') },
		);
		expect(first.results[0]).toMatchObject({
			outcome: 'notSent',
			message: 1,
			receipts: [{ messageIds: ['id/0/0'] }],
		});
		const second = await run(card, {}, {}, { journal: Journal.open(store, 'run 0') });
		expect(second.requests).toEqual(['/0/1@0', '/0/2@0']);
		expect(second.results[0]?.receipts.flatMap(({ messageIds }) => messageIds)).toEqual([
			'id/0/0',
			'id/0/1',
			'id/0/2',
		]);
	});
});

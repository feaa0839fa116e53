import { Journal } from '../../nodes/delivery/journal';
import type { PlannedMessage } from '../../nodes/delivery/message';
import type { Answer } from '../../nodes/delivery/transport';
import { response, run, cards, sent, message, busy, failureOf } from './deliveryRun';

const refused = response(400, { success: false, error: { message: 'Number is required' } });
const failing = response(500, { success: false, error: { message: 'context deadline exceeded' } });

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

	it('lets a card whose first message was sent go on to its end', async () => {
		const several = { recipient: 'b', messages: [message(1, 0), message(1, 1)] };
		const { requests, outcomes } = await run(
			[...cards('a'), several],
			{ continueOnFail: false },
			{ '/0/0': [refused] },
			{ latency: 10 },
		);
		expect(requests).toEqual(['/0/0@0', '/1/0@0', '/1/1@10']);
		expect(outcomes).toEqual(['notSent', 'sent']);
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

	it('sends no text before a card of which only a part was sent', async () => {
		const journal = Journal.open({}, 'run 0');
		const [ana, ben] = [message(0, 0), message(0, 1)];
		await run([{ recipient: 'a', messages: [ana] }], {}, {}, { journal });
		const both: PlannedMessage = { ...ben, contacts: [...ana.contacts, ...ben.contacts] };
		const text: PlannedMessage = { ...both, kind: 'textBefore', words: 'Hi' };
		const second = await run([{ recipient: 'a', messages: [text, both] }], {}, {}, { journal });
		expect(second.requests).toEqual([]);
		expect(failureOf(second.results[0])).toMatchObject({
			outcome: 'notSent',
			title: expect.stringContaining('Another call was sending a part of these contacts'),
		});
	});
});

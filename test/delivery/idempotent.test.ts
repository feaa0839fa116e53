import { deliver } from '../../nodes/delivery/deliver';
import { Journal } from '../../nodes/delivery/journal';
import { contactKeys, type PlannedMessage } from '../../nodes/delivery/message';
import type { Answer } from '../../nodes/delivery/transport';
import { openWa } from '../../nodes/providers/openWa/openWa';
import { answer } from '../support/responses';
import { SelfAdvancingClock } from './clock';

/** A request that its service carries out once, however often it comes within the given seconds. */
const DAY = 86_400;

const lost: Answer = { kind: 'failure', failure: { stage: 'unclear', code: 'ECONNRESET' } };
const noConnection: Answer = {
	kind: 'failure',
	failure: { stage: 'notConnected', code: 'ECONNREFUSED' },
};
const of = (status: number, body: unknown): Answer => ({
	kind: 'response',
	response: answer(status, body),
});
const sent = of(201, { messageId: '3EB0' });
const refused = of(403, { statusCode: 403, message: 'Forbidden' });

function message(path: string, idempotentFor: number | null): PlannedMessage {
	return {
		kind: 'card',
		contacts: [{ item: 0, place: 0 }],
		request: { method: 'POST', path, ...(idempotentFor === null ? {} : { idempotentFor }) },
		subject: 'Contact 1',
	};
}

/** Delivers one card in made-up time, with these answers one after the other. */
async function run(
	answers: Answer[],
	{
		store = {},
		maxRetries = 3,
		maxRetryWait = 60,
		idempotentFor = DAY as number | null,
		path = '/a',
		later = 0,
		stop = new AbortController(),
	} = {},
) {
	const clock = new SelfAdvancingClock(0.5);
	await clock.sleep(later);
	const left = [...answers];
	const [result] = await deliver(
		[{ recipient: 'a', messages: [message(path, idempotentFor)] }],
		{
			concurrency: 1,
			messagesPerMinute: 0,
			interval: 0,
			maxRetries,
			maxRetryWait,
			continueOnFail: true,
			keepResponses: false,
		},
		{
			provider: openWa,
			journal: Journal.open(store, 'run 0'),
			keysOf: contactKeys,
			clock,
			redact: (text) => text,
			stop: stop.signal,
			transport: async () => {
				const next = left.shift();
				if (next === undefined) throw new Error('One request too many');
				return await Promise.resolve(next);
			},
		},
	);
	return { result, left: left.length, store };
}

it('is retried within the run, and its answer is the first one’s', async () => {
	const { result, left } = await run([lost, of(503, {}), sent]);
	expect([result?.outcome, left]).toEqual(['sent', 0]);
});

it('is not retried where the service carries out every request', async () => {
	const { result, left } = await run([lost, sent], { idempotentFor: null });
	expect([result?.outcome, left]).toEqual(['unknown', 1]);
});

it.each([
	['refused', [lost, refused]],
	['not reached', [lost, noConnection]],
])('stays in doubt where the next try is %s', async (_how, answers) => {
	const { result, store } = await run(answers, { maxRetries: 1 });
	expect(result).toMatchObject({
		outcome: 'unknown',
		failure: { fix: expect.stringContaining('An earlier attempt may have been carried out') },
	});
	expect(JSON.stringify(store)).toContain('"outcome":"unknown"');
});

it('is not retried when the service may have forgotten it', async () => {
	const wait = { statusCode: 503, message: 'x', retryAfterSeconds: 100 };
	const { left } = await run([of(503, wait), sent], { idempotentFor: 90, maxRetryWait: 1000 });
	expect(left).toBe(1);
});

describe('in another try of the node', () => {
	const first = async () => (await run([lost], { maxRetries: 0 })).store;

	it('is sent again', async () => {
		const { result, left } = await run([sent], { store: await first() });
		expect([result?.outcome, left]).toEqual(['sent', 0]);
	});

	it.each([
		['says something else', { path: '/b' }],
		['comes after the service has forgotten it', { later: DAY * 1000 + 1 }],
	])('is not where it %s', async (_how, changes) => {
		const { result, left } = await run([sent], { store: await first(), ...changes });
		expect([result?.outcome, left]).toEqual(['unknown', 1]);
	});

	it('stays in doubt, and may be sent again, where it is refused', async () => {
		const store = await first();
		expect((await run([refused], { store, maxRetries: 0 })).result?.outcome).toBe('unknown');
		expect((await run([sent], { store })).result?.outcome).toBe('sent');
	});

	it('stays in doubt where the workflow is stopped before it', async () => {
		const stop = new AbortController();
		stop.abort();
		const store = await first();
		await run([sent], { store, stop });
		expect(JSON.stringify(store)).toContain('"outcome":"unknown"');
	});
});

import type { Answer } from '../../nodes/delivery/transport';
import { SelfAdvancingClock } from './clock';
import { run, cards, sent, busy, response, failureOf } from './deliveryRun';

const noConnection: Answer = {
	kind: 'failure',
	failure: { stage: 'notConnected', code: 'ECONNREFUSED' },
};

describe('the pace', () => {
	it('holds over all recipients and retries', async () => {
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
	it('pauses all recipients for as long as the provider asks', async () => {
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

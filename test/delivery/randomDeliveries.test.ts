/** Any delivery, in made-up time, against a provider that answers as the test has planned. */

import fc from 'fast-check';

import { deliver, type CardDelivery, type DeliverySettings } from '../../nodes/delivery/deliver';
import { Journal } from '../../nodes/delivery/journal';
import { contactKeys } from '../../nodes/delivery/message';
import type { CardResult } from '../../nodes/delivery/sendCard';
import type { Answer } from '../../nodes/delivery/transport';
import { chert } from '../../nodes/providers/chert/chert';
import { answer } from '../support/responses';
import { SelfAdvancingClock } from './clock';

/** Printed with a failure, so that it can be repeated. */
const SEED = 20260701;
const MINUTE = 60_000;

/** What happens to a request: whether the provider takes the card, and what it says. */
type Step =
	| { kind: 'take' | 'refuse' | 'noConnection' | 'retryable' | 'busyBare' }
	| { kind: 'busy'; seconds: number }
	| { kind: 'lost' | 'failing' | 'unreadable'; taken: boolean }
	| { kind: 'usedUp'; seconds: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 6, arbitrary: fc.constant<Step>({ kind: 'take' }) },
	fc.record({ kind: fc.constantFrom('refuse', 'noConnection', 'retryable', 'busyBare') }),
	fc.record({ kind: fc.constant('busy'), seconds: fc.integer({ min: 0, max: 90 }) }),
	fc.record({ kind: fc.constant('usedUp'), seconds: fc.integer({ min: 1, max: 90 }) }),
	fc.record({ kind: fc.constantFrom('lost', 'failing', 'unreadable'), taken: fc.boolean() }),
);

interface Plan {
	/** Recipient and, for each message of the card, what happens to its requests; the last goes on. */
	cards: Array<{ recipient: string; messages: Array<{ steps: Step[]; latency: number }> }>;
	settings: DeliverySettings;
}

const anyPlan: fc.Arbitrary<Plan> = fc.record({
	cards: fc.array(
		fc.record({
			recipient: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
			messages: fc.array(
				fc.record({
					steps: fc.array(anyStep, { minLength: 1, maxLength: 4 }),
					latency: fc.integer({ min: 0, max: 400 }),
				}),
				{ minLength: 1, maxLength: 3 },
			),
		}),
		{ maxLength: 14 },
	),
	settings: fc.record({
		concurrency: fc.integer({ min: 1, max: 6 }),
		messagesPerMinute: fc.constantFrom(0, 0, 1, 3, 10),
		interval: fc.constantFrom(0, 0, 100, 2000),
		maxRetries: fc.integer({ min: 0, max: 3 }),
		maxRetryWait: fc.constantFrom(0, 5, 60),
		continueOnFail: fc.boolean(),
		keepResponses: fc.boolean(),
	}),
});

interface Request {
	card: number;
	message: number;
	start: number;
	end: number;
	step: Step;
}

const REPEATED = ['noConnection', 'retryable', 'busyBare', 'busy'];
const isUnknown = ({ kind }: Step) => ['lost', 'failing', 'unreadable'].includes(kind);
const takes = (step: Step) =>
	step.kind === 'take' || step.kind === 'usedUp' || ('taken' in step && step.taken);

/** A provider that does as planned, and knows what it took. */
class PlannedProvider {
	readonly requests: Request[] = [];

	readonly taken = new Map<string, number>();

	open = 0;

	mostOpen = 0;

	constructor(
		private readonly plan: Plan,
		private readonly clock: SelfAdvancingClock,
	) {}

	async ask(path: string): Promise<Answer> {
		const [, card = 0, message = 0] = path.split('/').map(Number);
		const planned = this.plan.cards[card]?.messages[message];
		const earlier = this.requests.filter(
			(other) => other.card === card && other.message === message,
		);
		const step = planned?.steps[Math.min(earlier.length, planned.steps.length - 1)] ?? {
			kind: 'take',
		};
		const request: Request = { card, message, step, start: this.clock.now(), end: Infinity };
		this.requests.push(request);
		this.open += 1;
		this.mostOpen = Math.max(this.mostOpen, this.open);
		await this.clock.sleep(planned?.latency ?? 0);
		this.open -= 1;
		request.end = this.clock.now();
		if (takes(step)) this.taken.set(path, (this.taken.get(path) ?? 0) + 1);
		return this.answerTo(step);
	}

	private answerTo(step: Step): Answer {
		const say = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
			kind: 'response',
			response: answer(status, body, headers),
		});
		const receipt = { chat_id: 'ch', status: 'sent' };
		switch (step.kind) {
			case 'take':
				return say(200, receipt);
			case 'usedUp':
				return say(200, receipt, {
					'x-ratelimit-remaining': '0',
					'x-ratelimit-reset': String(this.clock.now() / 1000 + step.seconds),
				});
			case 'refuse':
				return say(400, { error: { code: 1003 } });
			case 'retryable':
				return say(502, { error: { code: 4001, retryable: true } });
			case 'busy':
				return say(429, '', { 'retry-after': String(step.seconds) });
			case 'busyBare':
				return say(429, '');
			case 'failing':
				return say(500, { error: { code: 3003 } });
			case 'unreadable':
				return say(200, '<html>');
			case 'noConnection':
				return { kind: 'failure', failure: { stage: 'notConnected', code: 'ECONNREFUSED' } };
			case 'lost':
				return { kind: 'failure', failure: { stage: 'unclear', code: 'ECONNRESET' } };
		}
	}
}

const deliveriesOf = ({ cards }: Plan): CardDelivery[] =>
	cards.map(({ recipient, messages }, item) => ({
		recipient,
		messages: messages.map((_message, place) => ({
			kind: 'card' as const,
			contacts: [{ item, place }],
			request: { method: 'POST' as const, path: `/${item}/${place}` },
			subject: `Contact ${place + 1}`,
		})),
	}));

async function deliverPlan(
	plan: Plan,
	planned: PlannedProvider,
	clock: SelfAdvancingClock,
	{ store = {}, stop = new AbortController() } = {},
): Promise<CardResult[]> {
	return await deliver(deliveriesOf(plan), plan.settings, {
		provider: chert,
		journal: Journal.open(store, 'run 0'),
		keysOf: contactKeys,
		clock,
		redact: (text) => text,
		stop: stop.signal,
		transport: async ({ path }) => await planned.ask(path),
	});
}

/** Bounds that hold whatever happens. */
function checkBounds({ cards, settings }: Plan, planned: PlannedProvider): void {
	const { requests } = planned;
	const { concurrency, interval, messagesPerMinute, maxRetries, maxRetryWait } = settings;
	const starts = requests.map(({ start }) => start);
	expect(planned.mostOpen).toBeLessThanOrEqual(concurrency);
	starts.slice(1).forEach((start, index) => {
		expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(interval);
	});
	if (messagesPerMinute > 0) {
		starts.slice(messagesPerMinute).forEach((start, index) => {
			expect(start - (starts[index] ?? 0)).toBeGreaterThan(MINUTE);
		});
	}
	for (const { step, end } of requests) {
		const seconds = 'seconds' in step ? step.seconds : 0;
		if (seconds > maxRetryWait && step.kind === 'usedUp') continue;
		const during = starts.filter((start) => start > end && start < end + seconds * 1000);
		expect(during).toEqual([]);
	}
	// In the order of a recipient's cards and messages, never two at once, and repeated only what did nothing.
	for (const recipient of new Set(cards.map((each) => each.recipient))) {
		const own = requests.filter(({ card: item }) => cards[item]?.recipient === recipient);
		own.slice(1).forEach((request, index) => {
			const before = own[index];
			if (before === undefined) return;
			expect(request.start).toBeGreaterThanOrEqual(before.end);
			const place = request.card * 100 + request.message - before.card * 100 - before.message;
			if (place === 0) expect(REPEATED).toContain(before.step.kind);
			else expect(place).toBeGreaterThan(0);
		});
	}
	for (const [path, times] of planned.taken) expect(`${path} ${times}`).toBe(`${path} 1`);
	for (const { card: item, message } of requests) {
		const tries = requests.filter((other) => other.card === item && other.message === message);
		expect(tries.length).toBeLessThanOrEqual(maxRetries + 1);
	}
}

/** What a result says of a card is what the provider knows of it. */
function checkTruth(plan: Plan, planned: PlannedProvider, results: readonly CardResult[]): void {
	expect(results).toHaveLength(plan.cards.length);
	results.forEach((result, item) => {
		const asked = planned.requests.filter((request) => request.card === item);
		const messages = plan.cards[item]?.messages ?? [];
		const wasTaken = messages.map(
			(_message, index) => planned.taken.get(`/${item}/${index}`) === 1,
		);
		if (result.outcome === 'notStarted') {
			expect(asked).toEqual([]);
			expect(plan.settings.continueOnFail).toBe(false);
			return;
		}
		const sent = 'message' in result ? result.message : messages.length;
		expect(result.receipts).toHaveLength(sent);
		expect(wasTaken.slice(0, sent)).toEqual(Array(sent).fill(true));
		if (!('message' in result)) return;
		expect(asked.every(({ message }) => message <= sent)).toBe(true);
		const last = asked.filter(({ message }) => message === sent).at(-1);
		if (result.outcome === 'unknown') {
			expect(last !== undefined && isUnknown(last.step)).toBe(true);
		} else {
			expect(wasTaken[sent]).toBe(false);
			expect(last === undefined || !isUnknown(last.step)).toBe(true);
			expect(result.failure.title).not.toBe('');
		}
	});
	const failed = results.some(({ outcome }) => outcome === 'notSent' || outcome === 'unknown');
	const left = results.some(({ outcome }) => outcome === 'notStarted');
	expect(left && !failed).toBe(false);
}

it('keeps every promise in made-up time, whatever a provider does', async () => {
	await fc.assert(
		fc.asyncProperty(anyPlan, async (plan) => {
			const clock = new SelfAdvancingClock();
			const planned = new PlannedProvider(plan, clock);
			const results = await deliverPlan(plan, planned, clock);
			checkBounds(plan, planned);
			checkTruth(plan, planned, results);
		}),
		{ numRuns: 400, seed: SEED },
	);
});

it('keeps every promise when it is stopped at any moment', async () => {
	await fc.assert(
		fc.asyncProperty(anyPlan, fc.integer({ min: 0, max: 120_000 }), async (plan, moment) => {
			const clock = new SelfAdvancingClock();
			const planned = new PlannedProvider(plan, clock);
			const stop = new AbortController();
			let stoppedAt = Infinity;
			void clock.sleep(moment).then(() => {
				stoppedAt = clock.now();
				stop.abort();
			});
			await deliverPlan(plan, planned, clock, { stop });
			checkBounds(plan, planned);
			expect(planned.requests.filter(({ start }) => start > stoppedAt)).toEqual([]);
		}),
		{ numRuns: 200, seed: SEED },
	);
});

it('sends nothing twice over any number of tries of one execution', async () => {
	await fc.assert(
		fc.asyncProperty(anyPlan, fc.integer({ min: 2, max: 4 }), async (plan, tries) => {
			const store = {};
			const clock = new SelfAdvancingClock();
			const planned = new PlannedProvider(plan, clock);
			let unknown: number[] = [];
			for (let left = tries; left > 0; left -= 1) {
				const results = await deliverPlan(plan, planned, clock, { store });
				for (const item of unknown) expect(results[item]?.outcome).toMatch(/unknown|notStarted/);
				unknown = results.flatMap(({ outcome }, item) => (outcome === 'unknown' ? [item] : []));
			}
			for (const [path, times] of planned.taken) expect(`${path} ${times}`).toBe(`${path} 1`);
			const doubtful = planned.requests.filter(({ step }) => isUnknown(step));
			const paths = doubtful.map(({ card: item, message }) => `${item}/${message}`);
			expect(new Set(paths).size).toBe(paths.length);
		}),
		{ numRuns: 150, seed: SEED },
	);
});

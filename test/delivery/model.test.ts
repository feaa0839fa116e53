import fc from 'fast-check';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { z } from 'zod';

import { FAULT_KINDS } from '../../sandbox/faults/kinds';
import type { FaultRule } from '../../sandbox/faults/rules';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { ArrivedCard } from '../../sandbox/store';
import { SEND } from '../support/workflow';
import { runAgent } from './agent';
import './log';
import { card, numberOf, send, withRecipients } from './workflow';

/*
 * Random runs of the node in n8n's engine, against a provider that misbehaves at random, compared with what the provider
 * took: no contact twice, none lost, and outputs that are true.
 *
 * MODEL_RUNS sets how many runs each test makes, MODEL_SEED the first of them; a failure prints the seed and the run.
 */
const RUNS = Number(process.env['MODEL_RUNS'] ?? 100);
const SEED = Number(process.env['MODEL_SEED'] ?? 20260701);
jest.setTimeout(120_000 + RUNS * 1000);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	await sandbox.close();
});

const RECIPIENTS = [0, 1, 2].map(numberOf);
const TRIES = 5;

/** Faults of the provider that need no time to pass; those behind may take the card although they say otherwise. */
const KINDS = FAULT_KINDS.filter(
	(kind) => !/^(429-(bare|retry-date|reset)|hang|hang-after|slow)$/.test(kind),
);
const MAY_TAKE = /^(50|html|empty|reset)/;

const anyFault = fc
	.record(
		{
			kind: fc.constantFrom(...KINDS),
			recipient: fc.constantFrom(...RECIPIENTS),
			times: fc.integer({ min: 1, max: 3 }),
			after: fc.integer({ min: 0, max: 4 }),
			taken: fc.boolean(),
			seconds: fc.constantFrom(0, 3600),
		},
		{ requiredKeys: ['kind'] },
	)
	.map(({ taken = false, seconds = 0, ...fault }): FaultRule => ({
		...fault,
		seconds,
		// A refusal that takes the card would not be the refusal that it says it is.
		taken: taken && MAY_TAKE.test(fault.kind),
	}));

const anyItem = fc.record({
	// One of them gets several, so that there is something to combine.
	to: fc.constantFrom(numberOf(0), ...RECIPIENTS),
	contacts: fc.integer({ min: 1, max: 3 }),
	/** In which tries it can be read: in all, from one on, in some, or in none. */
	readable: fc.oneof(
		{ weight: 3, arbitrary: fc.constant(Array<boolean>(TRIES).fill(true)) },
		{
			weight: 3,
			arbitrary: fc
				.integer({ min: 1, max: TRIES - 1 })
				.map((from) => Array.from({ length: TRIES }, (_, attempt) => attempt >= from)),
		},
		{ weight: 1, arbitrary: fc.array(fc.boolean(), { minLength: TRIES, maxLength: TRIES }) },
		{ weight: 1, arbitrary: fc.constant(Array<boolean>(TRIES).fill(false)) },
	),
});
type Item = typeof anyItem extends fc.Arbitrary<infer Value> ? Value : never;

const anyRun = fc.record({
	provider: fc.constantFrom('gowa', 'wawp', 'waha'),
	items: fc.array(anyItem, { minLength: 1, maxLength: 7 }),
	faults: fc.array(anyFault, { maxLength: 4 }),
	combineItems: fc.boolean(),
	concurrency: fc.integer({ min: 1, max: 5 }),
	maxRetries: fc.integer({ min: 0, max: 2 }),
	onError: fc.constantFrom(
		'stopWorkflow' as const,
		'continueRegularOutput' as const,
		'continueErrorOutput' as const,
	),
	maxTries: fc.integer({ min: 1, max: TRIES }),
});

/** What the provider took: the contacts of each message, and its IDs. */
interface Taken {
	contacts: string[];
	ids: string[];
	recipient: string;
}

function takenMessages(): Taken[] {
	return sandbox.deliveries().map(({ contacts, messageIds, recipient }: ArrivedCard) => ({
		contacts: contacts.map(({ name }) => name.formatted_name),
		ids: messageIds,
		recipient,
	}));
}

const nameOf = (item: number, contact: number) => `Card ${item}.${contact}`;
const itemOf = (name: string) => Number(/^Card (\d+)\./.exec(name)?.[1]);

function expectNoneTwice(taken: readonly Taken[]): void {
	const names = taken.flatMap(({ contacts }) => contacts);
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
}

const outputSchema = z.object({
	status: z.string().optional(),
	outcome: z.enum(['notSent', 'unknown']).optional(),
	messageIds: z.array(z.string()).optional(),
	sentMessageIds: z.array(z.string()).optional(),
});
const pairsSchema = z
	.union([
		z.object({ item: z.number() }).transform((pair) => [pair]),
		z.array(z.object({ item: z.number() })),
	])
	.transform((pairs) => pairs.map(({ item }) => item));

/** An output says about its items exactly what the provider accepted of them. */
function expectTrue(
	{ json, pairedItem }: INodeExecutionData,
	items: readonly Item[],
	taken: readonly Taken[],
): void {
	const output = outputSchema.parse(json);
	const own = new Set(pairsSchema.parse(pairedItem));
	const messages = taken.filter(({ contacts }) => contacts.some((name) => own.has(itemOf(name))));
	const ids = messages.flatMap((message) => message.ids);
	const reported = output.messageIds ?? output.sentMessageIds ?? [];
	expect(new Set(reported).size).toBe(reported.length);
	expect(ids).toEqual(expect.arrayContaining(reported));
	const arrived = new Set(messages.flatMap(({ contacts }) => contacts));
	const all = [...own].flatMap((item) =>
		Array.from({ length: items[item]?.contacts ?? 0 }, (_, contact) => nameOf(item, contact)),
	);
	if (output.status === 'sent') {
		expect(all.filter((name) => !arrived.has(name))).toEqual([]);
		expect([...reported].sort()).toEqual([...ids].sort());
	} else if (output.outcome === 'notSent') {
		expect([...reported].sort()).toEqual([...ids].sort());
	} else {
		expect(output.outcome).toBe('unknown');
	}
}

it('sends no contact twice, loses none and tells the truth, over all tries of a run', async () => {
	await fc.assert(
		fc.asyncProperty(anyRun, async ({ provider, items, faults, onError, maxTries, ...options }) => {
			sandbox.reset();
			sandbox.clear();
			for (const fault of faults) sandbox.fault(fault);
			const { nodeType, tries } = withRecipients((item, attempt) =>
				items[item]?.readable[attempt] === false ? '0151 123' : undefined,
			);
			const run = await send(sandbox, {
				items: items.map(({ to, contacts }, item): IDataObject =>
					card(
						to,
						Array.from({ length: contacts }, (_, contact) => nameOf(item, contact)).join('|'),
					),
				),
				parameters: { provider },
				options,
				node: { onError, retryOnFail: maxTries > 1, maxTries, waitBetweenTries: 1 },
				nodeType,
			});

			const taken = takenMessages();
			expectNoneTwice(taken);
			const { inFlight, duplicates } = sandbox.stats();
			expect(duplicates).toBe(0);
			expect(inFlight.max).toBeLessThanOrEqual(options.concurrency);
			expect(inFlight.maxForOneRecipient).toBeLessThanOrEqual(1);
			for (const { contacts, recipient } of taken) {
				for (const name of contacts) expect(recipient).toContain(items[itemOf(name)]?.to);
			}

			const outputs = [...run.items(SEND, 0), ...run.items(SEND, 1)];
			const readable = items.map((item) => item.readable[tries() - 1] !== false);
			if (run.error !== undefined) {
				expect(onError).toBe('stopWorkflow');
				expect(outputs).toEqual([]);
				if (!options.combineItems) expectTrueCount(run.error.message, items, readable, taken);
				return;
			}
			expect(outputs.flatMap(({ pairedItem }) => pairsSchema.parse(pairedItem)).sort()).toEqual(
				items.map((_, item) => item),
			);
			for (const output of outputs) expectTrue(output, items, taken);
		}),
		{ numRuns: RUNS, seed: SEED },
	);
});

/** The error of a run says how many cards were sent: at most those that the provider took whole. */
function expectTrueCount(
	message: string,
	items: readonly Item[],
	readable: readonly boolean[],
	taken: readonly Taken[],
): void {
	const arrived = new Set(taken.flatMap(({ contacts }) => contacts));
	const whole = items.filter(
		({ contacts }, item) =>
			readable[item] === true &&
			Array.from({ length: contacts }, (_, contact) => nameOf(item, contact)).every((name) =>
				arrived.has(name),
			),
	).length;
	const counts = /^(\d+) of (\d+) cards were sent/.exec(message);
	if (counts === null) {
		expect(items).toHaveLength(1);
		return;
	}
	expect(Number(counts[2])).toBe(items.length);
	expect(Number(counts[1])).toBeLessThanOrEqual(whole);
	// Whole, but nobody knows: its last message was taken without a receipt.
	expect(Number(counts[1])).toBeGreaterThanOrEqual(whole - unreceipted(items, taken));
}

/** Items with a message that the provider took, but answered so that nobody can know. */
function unreceipted(items: readonly Item[], taken: readonly Taken[]): number {
	const answered = sandbox.deliveries().map(({ answered: answer }) => answer);
	const doubtful = taken.filter((_, index) => answered[index] !== undefined);
	return items.filter((_, item) =>
		doubtful.some(({ contacts }) => contacts.some((name) => itemOf(name) === item)),
	).length;
}

const anyCall = fc
	.record({ to: fc.constantFrom(...RECIPIENTS), name: fc.constantFrom('Ana', 'Ben', 'Ana|Ben') })
	.map(({ to, name }) => card(to, name));
const anyTalk = fc.record({
	turns: fc.array(fc.array(anyCall, { minLength: 1, maxLength: 5 }), {
		minLength: 1,
		maxLength: 3,
	}),
	faults: fc.array(anyFault, { maxLength: 3 }),
	slow: fc.boolean(),
	onError: fc.constantFrom('stopWorkflow' as const, 'continueRegularOutput' as const),
	maxTries: fc.integer({ min: 1, max: 3 }),
});

it('sends the same card of an agent once, however its calls overlap', async () => {
	await fc.assert(
		fc.asyncProperty(anyTalk, async ({ turns, faults, slow, onError, maxTries }) => {
			sandbox.reset();
			sandbox.clear();
			for (const fault of faults) sandbox.fault(fault);
			if (slow) sandbox.fault({ kind: 'slow', ms: 5 });
			const { answers } = await runAgent(sandbox, turns, {
				options: { maxRetries: 1 },
				node: { onError, retryOnFail: maxTries > 1, maxTries, waitBetweenTries: 1 },
			});

			expect(sandbox.stats().duplicates).toBe(0);
			const taken = takenMessages();
			turns.forEach((calls, turn) => {
				calls.forEach(({ to, name }, place) => {
					const answer = answers[turn]?.[place];
					const mine = taken.filter(
						({ contacts, recipient }) =>
							recipient.startsWith(to) && contacts.every((each) => name.split('|').includes(each)),
					);
					const ids = mine.flatMap((message) => message.ids);
					if (!Array.isArray(answer)) {
						expect(answer?.error).toMatch(/GOWA/);
						return;
					}
					const output = outputSchema.parse(answer[0]);
					const reported = output.messageIds ?? output.sentMessageIds ?? [];
					expect(ids).toEqual(expect.arrayContaining(reported));
					if (output.status === 'sent') {
						expect(reported).toHaveLength(name.split('|').length);
						expect([...reported].sort()).toEqual([...ids].sort());
					}
				});
			});
		}),
		{ numRuns: RUNS, seed: SEED },
	);
});

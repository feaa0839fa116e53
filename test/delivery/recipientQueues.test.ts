import { runRecipientQueues } from '../../nodes/delivery/recipientQueues';

const goOn = () => true;
const step = async () => {
	await new Promise((resolve) => setImmediate(resolve));
};

/** What started and ended, in order: `+0 -0`, with each card taking the given number of steps. */
async function trace(recipients: string[], concurrency: number, steps: (card: number) => number) {
	const events: string[] = [];
	await runRecipientQueues(
		recipients,
		concurrency,
		async (card) => {
			events.push(`+${card}`);
			for (let left = steps(card); left > 0; left -= 1) await step();
			events.push(`-${card}`);
		},
		goOn,
	);
	return events.join(' ');
}

it('runs the cards of one recipient one after another', async () => {
	expect(await trace(['a', 'a', 'a'], 5, (card) => 3 - card)).toBe('+0 -0 +1 -1 +2 -2');
});

it('runs different recipients in parallel, at most as many as allowed', async () => {
	expect(await trace(['a', 'b', 'c'], 2, () => 1)).toBe('+0 +1 -0 +2 -1 -2');
});

it('starts what can start in the order of the cards', async () => {
	// While the first `a` takes long, `b` overtakes the second `a`, which then comes before `c`.
	expect(await trace(['a', 'a', 'b', 'c'], 2, (card) => (card === 0 ? 3 : 1))).toBe(
		'+0 +2 -2 +3 -3 -0 +1 -1',
	);
	expect(await trace(['a', 'a', 'b'], 1, () => 1)).toBe('+0 -0 +1 -1 +2 -2');
});

it.each([0, 0.5, 1])('treats a concurrency of %p as one', async (concurrency) => {
	expect(await trace(['a', 'b'], concurrency, () => 1)).toBe('+0 -0 +1 -1');
});

it('has nothing to do without cards', async () => {
	expect(await trace([], 5, () => 1)).toBe('');
});

it('starts no more cards once it has to end, and waits for those under way', async () => {
	const ended: number[] = [];
	await runRecipientQueues(
		['a', 'b', 'a', 'c'],
		2,
		async (card) => {
			await step();
			ended.push(card);
		},
		() => ended.length === 0,
	);
	expect(ended).toEqual([0, 1]);
});

it('handles a hundred thousand cards, of one recipient or of as many', async () => {
	for (const recipientOf of [() => 'one', String, (card: number) => String(card % 7)]) {
		let done = 0;
		const recipients = Array.from({ length: 100_000 }, (_, card) => recipientOf(card));
		await runRecipientQueues(
			recipients,
			20,
			async () => {
				done += 1;
			},
			goOn,
		);
		expect(done).toBe(100_000);
	}
});

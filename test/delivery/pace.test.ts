import { Pace, type Admission } from '../../nodes/delivery/pace';
import { SelfAdvancingClock } from './clock';

const never = new AbortController().signal;
const unbound = { concurrency: 5, messagesPerMinute: 0, interval: 0, maxWait: 60_000 };

/** When the given number of requests start that all come at once, in milliseconds from now. */
async function startsOf(pace: Pace, clock: SelfAdvancingClock, requests: number) {
	const begin = clock.now();
	const starts: number[] = [];
	await Promise.all(
		Array.from({ length: requests }, async () => {
			const admission = await pace.admit(never);
			if (admission.admitted) starts.push(clock.now() - begin);
		}),
	);
	return starts;
}

it('lets everything start at once where there is no limit', async () => {
	const clock = new SelfAdvancingClock();
	expect(await startsOf(new Pace(unbound, clock), clock, 1000)).toEqual(Array(1000).fill(0));
	expect(clock.slept).toEqual([]);
});

it.each([
	[1, 'at once', ['a b c']],
	[2, 'when the one before is on its way', ['a', 'a b', 'a b c']],
])('lets a request start, of %i served at the same time, %s', async (concurrency, _when, steps) => {
	const clock = new SelfAdvancingClock();
	const turns: Array<() => void> = [];
	clock.turn = async () => {
		await new Promise<void>((resolve) => turns.push(resolve));
	};
	const pace = new Pace({ ...unbound, concurrency }, clock);
	const started: string[] = [];
	const all = ['a', 'b', 'c'].map(async (request) => {
		await pace.admit(never);
		started.push(request);
	});
	for (const step of steps) {
		await new Promise((resolve) => setImmediate(resolve));
		expect(started.join(' ')).toBe(step);
		turns.shift()?.();
	}
	await Promise.all(all);
});

it('keeps an interval between two starts', async () => {
	const clock = new SelfAdvancingClock();
	const pace = new Pace({ ...unbound, interval: 250 }, clock);
	expect(await startsOf(pace, clock, 4)).toEqual([0, 250, 500, 750]);
});

it('starts at most the allowed number of requests in any minute, and does not slow a small run', async () => {
	const clock = new SelfAdvancingClock();
	const pace = new Pace({ ...unbound, messagesPerMinute: 3 }, clock);
	expect(await startsOf(pace, clock, 7)).toEqual([0, 0, 0, 60_100, 60_100, 60_100, 120_200]);
});

it('slides its minute along', async () => {
	const clock = new SelfAdvancingClock();
	const pace = new Pace({ ...unbound, messagesPerMinute: 2 }, clock);
	const begin = clock.now();
	const starts: number[] = [];
	for (const wait of [0, 40_000, 0, 0]) {
		await clock.sleep(wait, never);
		await pace.admit(never);
		starts.push(clock.now() - begin);
	}
	expect(starts).toEqual([0, 40_000, 60_100, 100_100]);
});

describe('a pause', () => {
	it('holds everybody, and who comes later too', async () => {
		const clock = new SelfAdvancingClock();
		const pace = new Pace(unbound, clock);
		pace.pause(5000);
		pace.pause(3000);
		expect(await startsOf(pace, clock, 3)).toEqual([5000, 5000, 5000]);
	});

	it('can be made longer while many wait', async () => {
		const clock = new SelfAdvancingClock();
		const pace = new Pace(unbound, clock);
		pace.pause(5000);
		const starts = startsOf(pace, clock, 50);
		await clock.sleep(4000, never);
		pace.pause(20_000);
		expect(await starts).toEqual(Array(50).fill(24_000));
		expect(clock.slept).toEqual([4000, 5000, 19_000]);
	});

	it('is not waited for where it is too long, also by who waits already', async () => {
		const clock = new SelfAdvancingClock();
		const pace = new Pace(unbound, clock);
		pace.pause(5000);
		const waiting = [pace.admit(never), pace.admit(never)];
		await clock.sleep(1000, never);
		pace.pause(90_000);
		const tooLong: Admission = { admitted: false, wait: 86_000 };
		expect(await Promise.all(waiting)).toEqual([tooLong, tooLong]);
		expect(await pace.admit(never)).toEqual(tooLong);
	});

	it('that was too long is waited for when the rest of it is short enough', async () => {
		const clock = new SelfAdvancingClock();
		const pace = new Pace(unbound, clock);
		pace.pause(90_000);
		await clock.sleep(40_000, never);
		expect(await pace.admit(never)).toEqual({ admitted: true });
		expect(clock.slept).toEqual([40_000, 50_000]);
	});
});

it('ends all waits at once when the workflow is stopped', async () => {
	const clock = new SelfAdvancingClock();
	const pace = new Pace({ ...unbound, messagesPerMinute: 1 }, clock);
	const stop = new AbortController();
	await pace.admit(stop.signal);
	const begin = clock.now();
	const waiting = Array.from({ length: 10 }, async () => await pace.admit(stop.signal));
	stop.abort();
	expect(await Promise.all(waiting)).toEqual(Array(10).fill({ admitted: false, wait: undefined }));
	expect(await pace.admit(stop.signal)).toEqual({ admitted: false, wait: undefined });
	expect(clock.now()).toBe(begin);
});

it('lets who comes first go first', async () => {
	const clock = new SelfAdvancingClock();
	const pace = new Pace({ ...unbound, interval: 10 }, clock);
	const order: number[] = [];
	await Promise.all(
		[0, 1, 2, 3, 4].map(async (number) => {
			await pace.admit(never);
			order.push(number);
		}),
	);
	expect(order).toEqual([0, 1, 2, 3, 4]);
});

import { existsSync, openSync, readSync } from 'node:fs';

/** The longest time for which the event loop was blocked, in milliseconds. */
export interface Stretch {
	/** By the clock, which includes other work on the machine. */
	clock: number;
	/**
	 * This thread's time on the processor: the stretch on a machine without other work. Only on Linux; elsewhere the same as
	 * by the clock.
	 */
	busy: number;
}

/** Its first number is the main thread's nanoseconds on a processor, accurate to about 4 ms. */
const SCHEDULE = `/proc/self/task/${process.pid}/schedstat`;
const NANOSECONDS = 1_000_000;

/** Measures the time between turns of the event loop, from its construction until it is stopped. */
export class Stretches {
	/** All of them together. */
	readonly total: Stretch = { clock: 0, busy: 0 };
	private readonly longest: Stretch = { clock: 0, busy: 0 };
	private last = now();
	private hasEnded = false;

	/**
	 * @param next calls back in a later turn: the next one by default, which keeps the loop turning; a timer lets it rest
	 */
	constructor(next: (look: () => void) => unknown = setImmediate) {
		const look = () => {
			this.look();
			if (!this.hasEnded) next(look);
		};
		next(look);
	}

	/** Leaves out what `work` takes, which is not part of what is measured. */
	without(work: () => void): void {
		this.look();
		work();
		this.last = now();
	}

	end(): Stretch {
		this.look();
		this.hasEnded = true;
		return this.longest;
	}

	private look(): void {
		const current = now();
		for (const how of ['clock', 'busy'] as const) {
			const stretch = current[how] - this.last[how];
			this.total[how] += stretch;
			this.longest[how] = Math.max(this.longest[how], stretch);
		}
		this.last = current;
	}
}

/** It is read at each turn of the loop, so it stays open. */
const schedule = existsSync(SCHEDULE) ? openSync(SCHEDULE, 'r') : undefined;
const numbers = Buffer.alloc(64);

function now(): Stretch {
	const clock = performance.now();
	if (schedule === undefined) return { clock, busy: clock };
	const length = readSync(schedule, numbers, 0, numbers.length, 0);
	const [nanoseconds = '0'] = numbers.toString('latin1', 0, length).split(' ');
	return { clock, busy: Number(nanoseconds) / NANOSECONDS };
}

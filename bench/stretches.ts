import { existsSync, openSync, readSync } from 'node:fs';

/** The longest stretch in which the event loop could do nothing else, in milliseconds. */
export interface Stretch {
	/** By the clock: also what other work on the machine takes from it. */
	clock: number;
	/** What this thread was on the processor: the stretch on a machine that does nothing else. On Linux; else as by the clock. */
	busy: number;
}

/** First, the nanoseconds that the main thread was on a processor; right to some 4 ms. */
const SCHEDULE = `/proc/self/task/${process.pid}/schedstat`;
const NANOSECONDS = 1_000_000;

/** Measures the time between two turns of the event loop, from its making to its end. */
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

import { existsSync, readFileSync } from 'node:fs';

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
	private readonly longest: Stretch = { clock: 0, busy: 0 };
	private last = now();
	private hasEnded = false;

	constructor() {
		const look = () => {
			this.look();
			if (!this.hasEnded) setImmediate(look);
		};
		setImmediate(look);
	}

	end(): Stretch {
		this.look();
		this.hasEnded = true;
		return this.longest;
	}

	private look(): void {
		const { clock, busy } = now();
		this.longest.clock = Math.max(this.longest.clock, clock - this.last.clock);
		this.longest.busy = Math.max(this.longest.busy, busy - this.last.busy);
		this.last = { clock, busy };
	}
}

const hasSchedule = existsSync(SCHEDULE);

function now(): Stretch {
	const clock = performance.now();
	if (!hasSchedule) return { clock, busy: clock };
	const [nanoseconds = '0'] = readFileSync(SCHEDULE, 'utf8').split(' ');
	return { clock, busy: Number(nanoseconds) / NANOSECONDS };
}

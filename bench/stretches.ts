import { existsSync, readFileSync } from 'node:fs';

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

import { existsSync, openSync, readSync } from 'node:fs';

/** A time during which the event loop was blocked, in milliseconds. */
export interface BlockedTime {
	/** By the clock, which includes other work on the machine. */
	clock: number;
	/**
	 * This thread's time on the processor: how long the block would be on a machine without other work. Only on Linux;
	 * elsewhere the same as `clock`.
	 */
	busy: number;
}

/** A block, with its beginning and end as `performance.now()` gives them. */
export interface Block extends BlockedTime {
	start: number;
	end: number;
}

/** Milliseconds on the processor from which a block is kept. */
const LONG = 20;

/** A file whose first number is the main thread's nanoseconds on a processor, accurate to about 4 ms. */
const SCHEDULE = `/proc/self/task/${process.pid}/schedstat`;
const NANOSECONDS = 1_000_000;

/** Measures how long the event loop is blocked between two turns, from its construction until `end`. */
export class BlockMeter {
	/** The sum of all turns. */
	readonly total: BlockedTime = { clock: 0, busy: 0 };
	/** The blocks that were on the processor for {@link LONG} or longer. */
	readonly long: Block[] = [];
	private readonly longest: BlockedTime = { clock: 0, busy: 0 };
	private last = readTimes();
	private hasEnded = false;

	/**
	 * @param next calls back in a later turn: by default the next one, which keeps the loop busy; a timer lets it rest
	 */
	constructor(next: (measure: () => void) => unknown = setImmediate) {
		const measure = () => {
			this.measure();
			if (!this.hasEnded) next(measure);
		};
		next(measure);
	}

	/** Does `work` without counting its time. */
	without(work: () => void): void {
		this.measure();
		work();
		this.last = readTimes();
	}

	/** Stops measuring, and gives the longest block. */
	end(): BlockedTime {
		this.measure();
		this.hasEnded = true;
		return this.longest;
	}

	private measure(): void {
		const current = readTimes();
		const start = this.last.clock;
		const busy = current.busy - this.last.busy;
		if (busy >= LONG) {
			this.long.push({ start, end: current.clock, clock: current.clock - start, busy });
		}
		for (const how of ['clock', 'busy'] as const) {
			const blocked = current[how] - this.last[how];
			this.total[how] += blocked;
			this.longest[how] = Math.max(this.longest[how], blocked);
		}
		this.last = current;
	}
}

/** The file stays open, since it is read at each turn of the loop. */
const schedule = existsSync(SCHEDULE) ? openSync(SCHEDULE, 'r') : undefined;
const numbers = Buffer.alloc(64);

function readTimes(): BlockedTime {
	const clock = performance.now();
	if (schedule === undefined) return { clock, busy: clock };
	const length = readSync(schedule, numbers, 0, numbers.length, 0);
	const [nanoseconds = '0'] = numbers.toString('latin1', 0, length).split(' ');
	return { clock, busy: Number(nanoseconds) / NANOSECONDS };
}

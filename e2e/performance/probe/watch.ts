/** What happens in n8n's process while a sender runs. */
import { PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { BlockMeter, type Block, type BlockedTime } from '../../../bench/blockMeter';

/** Milliseconds between two measurements of how long the event loop was blocked. */
const TICK = 1;

export interface Watched {
	/** The longest time that the event loop was blocked. */
	longestBlock: BlockedTime;
	/** The same without the time that the garbage collector took of each block, in milliseconds on the processor. */
	longestOwnBlock: number;
	/** Milliseconds that n8n's thread was on the processor. */
	processor: number;
	/** Maximum live memory beyond that at the start, in bytes; zero if it was not measured. */
	bytes: number;
	/** Milliseconds that measuring the memory took while the sender ran. */
	memoryTime: number;
}

/** Node.js gives it without an option at its start, which n8n's other processes would take over. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Memory that collections may still free before it counts as clean, in bytes, and how many are tried. */
const CLEAN = 20_000;
const MAX_COLLECTIONS = 30;

/** Collects until nothing is left: only after several collections does V8 give up code that nobody has run since. */
function collectAll(): void {
	for (let collection = 0; collection < MAX_COLLECTIONS; collection += 1) {
		const before = process.memoryUsage().heapUsed;
		collectGarbage();
		if (collection > 0 && before - process.memoryUsage().heapUsed < CLEAN) return;
	}
}

/** Milliseconds of a block in which the garbage was not collected. */
function ownTime(
	{ start, end: until, busy }: Block,
	collections: readonly PerformanceEntry[],
): number {
	const collecting = collections
		.filter(({ startTime, duration }) => startTime < until && startTime + duration > start)
		.map(
			({ startTime, duration }) =>
				Math.min(startTime + duration, until) - Math.max(startTime, start),
		);
	return Math.max(
		0,
		collecting.reduce((rest, time) => rest - time, busy),
	);
}

let end: () => Watched = () => {
	throw new Error('Nothing is watched');
};

/**
 * Begins to watch, from clean memory.
 *
 * @param memoryInterval milliseconds between two measurements of the live memory, each of which collects all garbage first; 0 for none
 */
export function beginWatch(memoryInterval: number): void {
	if (memoryInterval === 0) collectGarbage();
	else collectAll();
	const before = process.memoryUsage().heapUsed;
	const collections: PerformanceEntry[] = [];
	const observer = new PerformanceObserver((list) => collections.push(...list.getEntries()));
	observer.observe({ entryTypes: ['gc'] });
	const meter = new BlockMeter((measure) => setTimeout(measure, TICK));
	let most = before;
	let memoryTime = 0;
	const measureMemory = () =>
		meter.without(() => {
			const start = performance.now();
			collectGarbage();
			most = Math.max(most, process.memoryUsage().heapUsed);
			memoryTime += performance.now() - start;
		});
	const timer = memoryInterval === 0 ? undefined : setInterval(measureMemory, memoryInterval);
	end = () => {
		clearInterval(timer);
		const duringRun = memoryTime;
		const longestBlock = meter.end();
		collections.push(...observer.takeRecords());
		observer.disconnect();
		const longestOwnBlock = Math.max(...meter.long.map((block) => ownTime(block, collections)), 0);
		if (memoryInterval > 0) measureMemory();
		const processor = meter.total.busy;
		return {
			longestBlock,
			longestOwnBlock,
			processor,
			bytes: most - before,
			memoryTime: duringRun,
		};
	};
}

/** Ends what {@link beginWatch} began. */
export function endWatch(): Watched {
	return end();
}

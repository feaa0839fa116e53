/** What happens in n8n's process while a sender runs. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { Stretches, type Stretch } from '../../../bench/stretches';

/** Milliseconds between two looks at how long the event loop was blocked. */
const TICK = 1;

export interface Watched {
	/** The longest time that the event loop was blocked. */
	stretch: Stretch;
	/** Milliseconds that n8n's thread was on the processor. */
	processor: number;
	/** Live memory at its most beyond that before, in bytes; zero if nobody looked. */
	bytes: number;
	/** Milliseconds that looking at the memory took while the sender ran. */
	looking: number;
}

/** Node.js gives it without an option at its start, which n8n's other processes would take over. */
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

let end: () => Watched = () => {
	throw new Error('Nothing is watched');
};

/**
 * Begins to watch, from clean memory.
 *
 * @param looks milliseconds between two looks at the live memory, each of which collects all garbage first; 0 for none
 */
export function beginWatch(looks: number): void {
	collectGarbage();
	const before = process.memoryUsage().heapUsed;
	const stretches = new Stretches((look) => setTimeout(look, TICK));
	let most = before;
	let looking = 0;
	const lookAtMemory = () =>
		stretches.without(() => {
			const start = performance.now();
			collectGarbage();
			most = Math.max(most, process.memoryUsage().heapUsed);
			looking += performance.now() - start;
		});
	const timer = looks === 0 ? undefined : setInterval(lookAtMemory, looks);
	end = () => {
		clearInterval(timer);
		const duringRun = looking;
		const stretch = stretches.end();
		if (looks > 0) lookAtMemory();
		const processor = stretches.total.busy;
		return { stretch, processor, bytes: most - before, looking: duringRun };
	};
}

/** Ends what {@link beginWatch} began. */
export function endWatch(): Watched {
	return end();
}

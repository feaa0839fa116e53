/** Keeps long work from blocking n8n, which serves everybody from one process. */

import { systemClock, type Clock } from './clock';

/** Milliseconds of work at a stretch: what a step or the garbage collector adds has room below the 50 that are promised. */
const SLICE = 10;

/** Work that may take long, such as reading many items. It yields to the event loop after every {@link SLICE}. */
export class LongTask {
	private end = performance.now() + SLICE;

	constructor(private readonly clock: Pick<Clock, 'turn'> = systemClock) {}

	/** Whether the current slice is used up. */
	get shouldYield(): boolean {
		return performance.now() >= this.end;
	}

	/** Lets the event loop run, so that other work and a stop of the workflow get through, then begins the next slice. */
	async yieldNow(): Promise<void> {
		await this.clock.turn();
		this.end = performance.now() + SLICE;
	}
}

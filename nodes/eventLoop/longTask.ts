/** Keeps long work from blocking n8n, which serves everybody from one process. */

import { systemClock, type Clock } from './clock';

/** Milliseconds of work at a stretch: leaves room for one more step or the garbage collector below the promised 50. */
const SLICE = 10;

/** Work that may take long, such as reading many items. It yields to the event loop after every {@link SLICE}. */
export class LongTask {
	private end = performance.now() + SLICE;

	constructor(private readonly clock: Pick<Clock, 'turn'> = systemClock) {}

	/** Whether the current slice is used up. */
	get shouldYield(): boolean {
		return performance.now() >= this.end;
	}

	/** Lets the event loop run, so that other work and a stop of the workflow get through, then starts the next slice. */
	async yieldNow(): Promise<void> {
		await this.clock.turn();
		this.end = performance.now() + SLICE;
	}
}

/** Runs all steps of a piece of work, yielding in between, and gives its result. */
export async function finish<Result>(
	steps: Generator<void, Result, undefined>,
	task: Pick<LongTask, 'shouldYield' | 'yieldNow'>,
): Promise<Result> {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
		if (task.shouldYield) await task.yieldNow();
	}
}

/** Keeps long work from blocking n8n, which serves everybody from one process. */

import { systemClock, type Clock } from './clock';

/** Milliseconds of work before it yields: leaves time for one more step or the garbage collector within the promised 50. */
const YIELD_AFTER = 10;

/** Work that may take long, such as reading many items. It yields to the event loop after every {@link YIELD_AFTER}. */
export class LongTask {
	private end = performance.now() + YIELD_AFTER;

	constructor(private readonly clock: Pick<Clock, 'turn'> = systemClock) {}

	/** Whether it has worked long enough. */
	get shouldYield(): boolean {
		return performance.now() >= this.end;
	}

	/** Lets the event loop run, so that other work and a stop of the workflow get through, then starts counting again. */
	async yieldNow(): Promise<void> {
		await this.clock.turn();
		this.end = performance.now() + YIELD_AFTER;
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

/** Runs all steps of a piece of work at once, for work that is known to be short, and gives its result. */
export function finishNow<Result>(steps: Generator<void, Result, undefined>): Result {
	for (;;) {
		const { done, value } = steps.next();
		if (done === true) return value;
	}
}

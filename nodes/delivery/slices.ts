import { systemClock } from './clock';

/** Milliseconds of work at a stretch. */
const SLICE = 20;

/** Long work in slices: n8n serves everybody from one process, which can do nothing else in the meantime. */
export class Slices {
	private end = performance.now() + SLICE;

	/** Whether it is time to give way. */
	get isOver(): boolean {
		return performance.now() >= this.end;
	}

	/** Lets everything else have a turn, also the word that the workflow is stopped. */
	async giveWay(): Promise<void> {
		await systemClock.turn();
		this.end = performance.now() + SLICE;
	}
}

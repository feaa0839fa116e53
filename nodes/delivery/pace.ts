import type { Clock } from '../eventLoop/clock';

export interface PaceSettings {
	/** Recipients handled at the same time. */
	concurrency: number;
	/** Maximum requests in any 60 seconds; 0 for no limit. */
	messagesPerMinute: number;
	/** Minimum milliseconds between the starts of two requests. */
	interval: number;
	/** Milliseconds; longer pauses are not waited for. */
	maxWait: number;
}

/** Whether a request may start now; if a pause is too long to wait for, `wait` gives it in milliseconds. */
export type Admission = { admitted: true } | { admitted: false; wait: number | undefined };

/**
 * A minute and a margin: requests that start far enough apart here may arrive a little closer together at the provider.
 */
const WINDOW = 60_000 + 100;

/**
 * One gate for all requests of a run: a maximum number of starts in any minute, a minimum time between two starts, and
 * pauses that the provider asks for. First come, first served.
 *
 * If several recipients are handled at the same time, a start also waits until the previous request is on its way. Requests
 * that start at the same moment are worked on in parallel, step by step, so that each is as slow as all of them together;
 * the same goes for their answers.
 */
export class Pace {
	private readonly starts: number[] = [];

	private oldest = 0;

	private lastStart = -Infinity;

	private pausedUntil = 0;

	/** Set while the last request is not on its way yet. */
	private underWay: Promise<void> | undefined;

	private queue: Promise<unknown> = Promise.resolve();

	private waiting = 0;

	constructor(
		private readonly settings: PaceSettings,
		private readonly clock: Clock,
	) {}

	/** Lets no request start for this many milliseconds from now. */
	pause(milliseconds: number): void {
		this.pausedUntil = Math.max(this.pausedUntil, this.clock.now() + milliseconds);
	}

	/** Waits until a request may start, and counts it; gives up when the signal aborts. */
	async admit(signal: AbortSignal): Promise<Admission> {
		const free = this.waiting === 0 && this.underWay === undefined && this.waitNow() <= 0;
		if (free && !signal.aborted) return this.start();
		this.waiting += 1;
		const turn = this.queue.then(async () => await this.waitForTurn(signal));
		this.queue = turn;
		const admission = await turn;
		this.waiting -= 1;
		return admission;
	}

	private async waitForTurn(signal: AbortSignal): Promise<Admission> {
		for (;;) {
			if (signal.aborted) return { admitted: false, wait: undefined };
			const pause = this.pausedUntil - this.clock.now();
			if (pause > this.settings.maxWait) return { admitted: false, wait: pause };
			const wait = this.waitNow();
			if (wait > 0) await this.clock.sleep(wait, signal);
			else if (this.underWay !== undefined) await this.underWay;
			else return this.start();
		}
	}

	private start(): Admission {
		const now = this.clock.now();
		this.lastStart = now;
		const { messagesPerMinute, concurrency } = this.settings;
		if (concurrency > 1) {
			this.underWay = this.clock.turn().then(() => {
				this.underWay = undefined;
			});
		}
		if (messagesPerMinute > 0) {
			if (this.starts.length < messagesPerMinute) {
				this.starts.push(now);
			} else {
				this.starts[this.oldest] = now;
				this.oldest = (this.oldest + 1) % messagesPerMinute;
			}
		}
		return { admitted: true };
	}

	private waitNow(): number {
		const { messagesPerMinute, interval } = this.settings;
		const windowIsFull = messagesPerMinute > 0 && this.starts.length >= messagesPerMinute;
		const free = windowIsFull ? (this.starts[this.oldest] ?? 0) + WINDOW : 0;
		return Math.max(free, this.lastStart + interval, this.pausedUntil) - this.clock.now();
	}
}

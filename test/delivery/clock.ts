import type { Clock } from '../../nodes/eventLoop/clock';

interface Sleeper {
	at: number;
	wake: () => void;
}

/** A clock whose time passes only when everybody sleeps: it then moves on to the first that wakes. */
export class SelfAdvancingClock implements Clock {
	private time = Date.UTC(2026, 6, 1, 12);

	private sleepers: Sleeper[] = [];

	private ticking = false;

	/** The waits that were asked for, in milliseconds. */
	readonly slept: number[] = [];

	constructor(private readonly randomNumber = 0.5) {}

	now(): number {
		return this.time;
	}

	random(): number {
		return this.randomNumber;
	}

	async turn(): Promise<void> {
		await Promise.resolve();
	}

	async sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
		this.slept.push(milliseconds);
		if (signal?.aborted === true) return;
		await new Promise<void>((resolve) => {
			const wake = () => {
				signal?.removeEventListener('abort', wake);
				this.sleepers = this.sleepers.filter((other) => other !== sleeper);
				resolve();
			};
			const sleeper: Sleeper = { at: this.time + milliseconds, wake };
			this.sleepers.push(sleeper);
			signal?.addEventListener('abort', wake);
			this.tick();
		});
	}

	/** After all that can happen now has happened. */
	private tick(): void {
		if (this.ticking) return;
		this.ticking = true;
		setImmediate(() => {
			this.ticking = false;
			const at = Math.min(...this.sleepers.map((sleeper) => sleeper.at));
			if (at === Infinity) return;
			this.time = Math.max(this.time, at);
			const awake = this.sleepers.filter((sleeper) => sleeper.at <= this.time);
			for (const { wake } of awake) wake();
			if (this.sleepers.length > 0) this.tick();
		});
	}
}

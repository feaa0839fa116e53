import { sleep } from 'n8n-workflow';

/** Time, as the delivery sees it. */
export interface Clock {
	/** Unix milliseconds. */
	now(): number;
	/** Waits; returns at once, without an error, when the signal aborts. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** A number from 0 up to 1, for the jitter of waits. */
	random(): number;
}

/** Longest wait of a timer of JavaScript, in milliseconds. */
const MAX_SLEEP = 2 ** 31 - 1;

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async sleep(milliseconds, signal) {
		if (signal.aborted) return;
		let wake: () => void = () => undefined;
		const woken = new Promise<void>((resolve) => {
			wake = resolve;
		});
		signal.addEventListener('abort', wake, { once: true });
		await Promise.race([sleep(Math.min(Math.max(0, milliseconds), MAX_SLEEP)), woken]);
		signal.removeEventListener('abort', wake);
	},
};

import { sleepWithAbort } from 'n8n-workflow';

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
		const wait = Math.min(Math.max(0, milliseconds), MAX_SLEEP);
		// n8n's helper leaves its listener on the signal, and a run that is paced sleeps once for every card.
		const woken = new AbortController();
		const wake = () => {
			woken.abort();
		};
		signal.addEventListener('abort', wake, { once: true });
		// It rejects when it is cut short; whoever waits looks at the signal afterwards.
		await sleepWithAbort(wait, woken.signal).catch(() => undefined);
		signal.removeEventListener('abort', wake);
	},
};

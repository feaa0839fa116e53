import { sleep } from 'n8n-workflow';

/** Time, as the delivery sees it. */
export interface Clock {
	/** Unix milliseconds. */
	now(): number;
	/** Waits; returns at once, without an error, when the signal aborts. */
	sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Resolves as soon as everything that is ready now, such as a connection that was just opened, has been handled. */
	turn(): Promise<void>;
	/** A number from 0 up to 1, for the jitter of waits. */
	random(): number;
}

/** Longest wait that a JavaScript timer supports, in milliseconds. */
const MAX_SLEEP = 2 ** 31 - 1;

export const systemClock: Clock = {
	now: () => Date.now(),
	random: () => Math.random(),
	async turn() {
		port ??= openPort();
		const waiting = port;
		await new Promise<void>((resolve) => {
			turns.push(resolve);
			waiting.ref();
			waiting.postMessage(undefined);
		});
	},
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

/** Those who wait for a turn, in order. */
const turns: Array<() => void> = [];

let port: InstanceType<typeof MessagePort> | undefined;

/**
 * A message posted here comes back, and each way takes its own turn of the event loop. n8n's lint forbids JavaScript's own
 * means for this, and a timer, which `sleep` sets, takes at least a millisecond. Keeps the process alive only while somebody
 * waits.
 */
function openPort(): InstanceType<typeof MessagePort> {
	const { port1, port2 } = new MessageChannel();
	port2.on('message', () => {
		port2.postMessage(undefined);
	});
	port1.on('message', () => {
		turns.shift()?.();
		if (turns.length === 0) port1.unref();
	});
	port2.unref();
	return port1;
}

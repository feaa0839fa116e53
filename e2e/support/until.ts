import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between two looks. */
const LOOK_AGAIN = 100;

/**
 * Waits until something holds that happens in another process.
 *
 * @param what names it, for the error
 * @param limit milliseconds
 * @throws Error when it does not hold in time
 */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	limit = 60_000,
): Promise<void> {
	const end = Date.now() + limit;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`Waited ${String(limit)} ms in vain: ${what}`);
		await sleep(LOOK_AGAIN);
	}
}

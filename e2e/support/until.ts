import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between checks. */
const LOOK_AGAIN = 100;

/**
 * Waits until something has happened in another process.
 *
 * @param what its description, for the error
 * @param holds whether it has happened
 * @param limit milliseconds
 * @throws Error if it does not happen in time
 */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	limit = 60_000,
): Promise<void> {
	const end = Date.now() + limit;
	while (!(await holds())) {
		if (Date.now() > end)
			throw new Error(`Waited ${String(limit)} ms, and it has not happened: ${what}`);
		await sleep(LOOK_AGAIN);
	}
}

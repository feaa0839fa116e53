import { getEventListeners } from 'node:events';

import { systemClock } from '../../nodes/delivery/clock';

it('tells the time, and numbers for jitter', () => {
	expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000);
	expect(systemClock.random()).toBeLessThan(1);
});

it('wakes when the signal aborts, at once where it has aborted, and without an error', async () => {
	const stop = new AbortController();
	const sleeping = systemClock.sleep(600_000, stop.signal);
	stop.abort();
	await sleeping;
	await systemClock.sleep(600_000, stop.signal);
});

it('leaves no listener on the signal, however often it sleeps', async () => {
	const { signal } = new AbortController();
	for (const wait of [0, 1, -5]) await systemClock.sleep(wait, signal);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

it('takes a wait that is longer than a timer can be for the longest', async () => {
	const stop = new AbortController();
	let awake = false;
	const sleeping = systemClock.sleep(Infinity, stop.signal).then(() => {
		awake = true;
	});
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(awake).toBe(false);
	stop.abort();
	await sleeping;
});

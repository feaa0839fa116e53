import { spawnSync } from 'node:child_process';
import { getEventListeners } from 'node:events';

import { systemClock } from '../../nodes/eventLoop/clock';

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

it('waits on, however much longer than a timer can run the wait is', async () => {
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

it('gives a turn after what is ready has been worked off, to who waits in order', async () => {
	const done: string[] = [];
	const turns = [1, 2, 3].map(async (turn) => {
		await systemClock.turn();
		done.push(`turn ${turn}`);
	});
	setImmediate(() => done.push('immediate'));
	for (let step = 0; step < 100; step += 1) await Promise.resolve();
	done.push('promises');
	await Promise.all(turns);
	expect(done.filter((what) => what !== 'immediate')).toEqual([
		'promises',
		'turn 1',
		'turn 2',
		'turn 3',
	]);
	expect(done.indexOf('immediate')).toBeGreaterThan(0);
});

it('keeps a process alive while somebody waits for a turn, and not afterwards', () => {
	const script = `
		const { systemClock: { turn } } = require('./nodes/eventLoop/clock');
		void turn().then(() => {
			console.log('one');
			setImmediate(() => void turn().then(() => console.log('two')));
		});`;
	const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], {
		encoding: 'utf8',
		timeout: 20_000,
	});
	expect({ stdout, status }).toEqual({ stdout: 'one\ntwo\n', status: 0 });
});

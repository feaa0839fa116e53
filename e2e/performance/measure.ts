import { readFile } from 'node:fs/promises';

import { sendBare } from '../../bench/deliveryRivals';
import { median } from '../../bench/report';
import { startInstance, type Instance, type Run, type SandboxTarget } from './instance';
import type { CardCost, LargeRun, Measured, Results, Round, Saving } from './results';
import { FORMS, SENDERS, type Sender } from './senders';
import { CARDS, LARGE, SETTINGS, SMALL, WARM_UP, type Setting } from './settings';

/** Megabyte in the kilobytes of Linux. */
const MEGABYTE = 1024;

/** Measures everything: one n8n for the comparison, and a fresh one for each sender of many cards. */
export async function measure(): Promise<Results> {
	const latencies = [...new Set(SETTINGS.map(({ latency }) => latency))];
	const compared = await withInstance(latencies, async (instance) => {
		const settings: Measured[] = [];
		for (const setting of SETTINGS) settings.push(await measureSetting(instance, setting));
		return { settings, saving: await measureSaving(instance) };
	});
	const large = new Map<string, LargeRun>();
	for (const sender of [FORMS.item.ours, FORMS.item.alone]) {
		large.set(
			sender.name,
			await withInstance([LARGE.latency], async (instance) => await measureLarge(instance, sender)),
		);
	}
	return { ...compared, large };
}

async function withInstance<Result>(
	latencies: readonly number[],
	work: (instance: Instance) => Promise<Result>,
): Promise<Result> {
	const instance = await startInstance(latencies);
	try {
		return await work(instance);
	} finally {
		await instance.close();
	}
}

/** All senders in turn, round after round. */
async function measureSetting(instance: Instance, setting: Setting): Promise<Measured> {
	const { latency, atOnce } = setting;
	const target = targetOf(instance, latency);
	const jobs: Array<[name: string, run: () => Promise<Run>]> = [];
	for (const sender of SENDERS) {
		const job = { sender, target, cards: CARDS, atOnce, memoryInterval: 0, isSaved: false };
		jobs.push([sender.name, await instance.prepare(job)]);
	}
	const rounds: Round[] = [];
	const isFirst = setting === SETTINGS[0];
	for (let round = isFirst ? -WARM_UP : 0; round < setting.rounds; round += 1) {
		const runs = new Map<string, Run>();
		for (const [name, run] of jobs) runs.set(name, await run());
		const bare = await sendBare(target.url, CARDS, atOnce);
		const isWarmUp = round < 0;
		if (!isWarmUp) rounds.push({ runs, bare });
		const place = `${String(latency)} ms, ${String(atOnce)} at once`;
		const turn = isWarmUp ? 'warm-up' : `round ${String(round + 1)}`;
		const times = [...runs.values()].map(({ milliseconds }) => String(milliseconds));
		console.log(`${place}, ${turn}: ${times.join(', ')}, ${bare.toFixed(0)} ms`);
	}
	return { setting, rounds };
}

/** Whether it makes a difference that n8n saves executions by default. */
async function measureSaving(instance: Instance): Promise<Results['saving']> {
	const { latency, atOnce, rounds, cards } = SMALL;
	const target = targetOf(instance, latency);
	const job = { sender: FORMS.json.ours, target, cards, atOnce, memoryInterval: 0 };
	const saved = await instance.prepare({ ...job, isSaved: true });
	const notSaved = await instance.prepare({ ...job, isSaved: false });
	const runs: Array<{ saved: Run; notSaved: Run }> = [];
	for (let round = 0; round < rounds; round += 1) {
		runs.push({ saved: await saved(), notSaved: await notSaved() });
	}
	const medians = (each: Run[]): Saving => ({
		node: median(each.map(({ milliseconds }) => milliseconds)),
		whole: median(each.map(({ whole }) => whole)),
	});
	return {
		saved: medians(runs.map((run) => run.saved)),
		notSaved: medians(runs.map((run) => run.notSaved)),
	};
}

/** What a card costs among few and among many. Measuring the live memory takes time, which is left out. */
async function measureLarge(instance: Instance, sender: Sender): Promise<LargeRun> {
	const target = targetOf(instance, LARGE.latency);
	const { atOnce } = LARGE;
	const job = { sender, target, cards: SMALL.cards, atOnce, memoryInterval: 0, isSaved: false };
	const timed = await instance.prepare(job);
	const looked = await instance.prepare({ ...job, memoryInterval: SMALL.memoryInterval });
	for (let run = 0; run < WARM_UP; run += 1) await timed();
	const times: number[] = [];
	const memories: number[] = [];
	for (let round = 0; round < SMALL.rounds; round += 1) {
		times.push(costOf(await timed(), SMALL.cards).time);
		memories.push(costOf(await looked(), SMALL.cards).memory);
	}
	const large = await instance.prepare({
		...job,
		cards: LARGE.cards,
		memoryInterval: LARGE.memoryInterval,
	});
	const run = await large();
	const figures: LargeRun = {
		small: {
			time: median(times),
			memory: median(memories),
		},
		large: costOf(run, LARGE.cards),
		blocked: run.longestBlock.busy,
		blockedByCode: run.longestOwnBlock,
		process: await peakOf(run.process),
	};
	console.log(`${String(LARGE.cards)} cards, ${sender.name}: ${JSON.stringify(figures)}`);
	return figures;
}

function costOf({ milliseconds, memoryTime, bytes }: Run, cards: number): CardCost {
	return { time: (milliseconds - memoryTime) / cards, memory: bytes / cards };
}

/** The peak memory of a process, in megabytes. */
async function peakOf(process: number): Promise<number> {
	const status = await readFile(`/proc/${String(process)}/status`, 'utf8');
	const [, kilobytes = ''] = /^VmHWM:\s*(\d+) kB$/m.exec(status) ?? [];
	return Number(kilobytes) / MEGABYTE;
}

function targetOf({ targets }: Instance, latency: number): SandboxTarget {
	const target = targets.find((each) => each.latency === latency);
	if (target === undefined) throw new Error(`No sandbox answers after ${String(latency)} ms`);
	return target;
}

import { median } from '../../bench/report';
import type { Run } from './instance';
import type { Sender } from './senders';
import type { Setting } from './settings';

/** One turn of every sender. */
export interface Round {
	/** By the name of the sender. */
	runs: ReadonlyMap<string, Run>;
	/** Milliseconds of a bare client. */
	bare: number;
}

export interface Measured {
	setting: Setting;
	rounds: Round[];
}

/** What a card costs in a run. */
export interface CardCost {
	/** Milliseconds. */
	time: number;
	/** Peak live memory, in bytes. */
	memory: number;
}

/** A sender with few and with many cards. */
export interface LargeRun {
	small: CardCost;
	large: CardCost;
	/** The longest time that n8n was blocked in the large run, in milliseconds on the processor. */
	blocked: number;
	/** The same without the garbage collector's part. */
	blockedByCode: number;
	/** Peak memory of n8n's process, in megabytes. */
	process: number;
}

/** Medians in milliseconds of a sender whose executions n8n saves, or does not. */
export interface Saving {
	node: number;
	/** From the start of the workflow to its answer. */
	whole: number;
}

export interface Results {
	settings: Measured[];
	/** By the name of the sender. */
	large: ReadonlyMap<string, LargeRun>;
	saving: { saved: Saving; notSaved: Saving };
}

/** What is looked at in a run. */
export type Aspect = (run: Run) => number;

export const milliseconds: Aspect = (run) => run.milliseconds;
export const processor: Aspect = (run) => run.processor;
export const blocked: Aspect = ({ longestBlock }) => longestBlock.busy;

/** The run of a sender in a round. */
export function runOf({ runs }: Round, { name }: Sender): Run {
	const run = runs.get(name);
	if (run === undefined) throw new Error(`${name} has no figures`);
	return run;
}

/** The median of a sender's runs. */
export function medianOf({ rounds }: Measured, sender: Sender, aspect: Aspect): number {
	return median(rounds.map((round) => aspect(runOf(round, sender))));
}

/** How many times as much one sender took as another: the median of the rounds, so that only neighbours are compared. */
export function ratioOf({ rounds }: Measured, sender: Sender, to: Sender, aspect: Aspect): number {
	return median(rounds.map((round) => aspect(runOf(round, sender)) / aspect(runOf(round, to))));
}

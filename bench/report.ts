import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

const RESULTS = `${__dirname}/results`;

/** A figure of a benchmark, with its goal if it has one. */
export interface Figure {
	what: string;
	value: number;
	unit: string;
	/** The maximum or the minimum, in the same unit. */
	goal?: { most: number } | { least: number };
}

/** The middle one of the values in order. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Prints the figures of a part under its title. */
export function print(title: string, figures: readonly Figure[]): void {
	console.log(`\n${title}`);
	for (const figure of figures) {
		const { what, value, unit } = figure;
		console.log(
			`  ${what.padEnd(58)}${spoken(value).padStart(10)} ${unit.padEnd(12)}${verdict(figure)}`,
		);
	}
}

/** Writes all figures of a run as JSON, into a folder that Git ignores. */
export function save(name: string, parts: Readonly<Record<string, readonly Figure[]>>): void {
	mkdirSync(RESULTS, { recursive: true });
	const machine = { node: process.version, cores: cpus().length };
	writeFileSync(`${RESULTS}/${name}.json`, `${JSON.stringify({ machine, parts }, null, '\t')}\n`);
	console.log(`\nWritten to bench/results/${name}.json`);
}

function verdict({ value, goal }: Figure): string {
	if (goal === undefined) return '';
	return 'most' in goal
		? `at most ${spoken(goal.most)}: ${value <= goal.most ? 'reached' : 'MISSED'}`
		: `at least ${spoken(goal.least)}: ${value >= goal.least ? 'reached' : 'MISSED'}`;
}

function spoken(value: number): string {
	if (Number.isInteger(value)) return value.toLocaleString('en');
	return value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

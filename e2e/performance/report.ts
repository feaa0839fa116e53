/** The results as text: for the terminal and for docs/performance.md. */

import { median } from '../../bench/report';
import { markdownTable } from '../../test/docs/markdown';
import { judge, type Verdict } from './goals';
import {
	blocked,
	medianOf,
	milliseconds,
	processor,
	ratioOf,
	type Aspect,
	type LargeRun,
	type Measured,
	type Results,
} from './results';
import { FORMS, sameRequest, SENDERS, type Sender } from './senders';
import { CARDS, LARGE, SMALL } from './settings';

const KILOBYTE = 1000;

/** Who is compared with whom. */
const COMPARISONS: ReadonlyArray<readonly [title: string, sender: Sender, to: Sender]> = [
	['JSON, to n8n alone', FORMS.json.ours, FORMS.json.alone],
	['Fields, to n8n alone', FORMS.fields.ours, FORMS.fields.alone],
	['Input Item, to n8n alone', FORMS.item.ours, FORMS.item.alone],
	['JSON, to HTTP Request with the same work', FORMS.json.ours, sameRequest],
	['Input Item, to JSON', FORMS.item.ours, FORMS.json.ours],
];

/** The machine and the programs that the figures come from. */
export interface Machine {
	cores: number;
	processor: string;
	/** How many programs wanted to run when the measuring began, on average. */
	load: number;
	node: string;
	n8n: string;
	/** The day, as 2026-01-31. */
	day: string;
}

/** What the command writes into the documentation, as Markdown. */
export function report(results: Results, machine: Machine): string {
	const { settings } = results;
	const places = settings.map(
		({ setting: { latency, atOnce } }) => `${latency} ms, ${atOnce} at once`,
	);
	const table = (title: string, rows: string[][]) => markdownTable([title, ...places], rows);
	const ratios = (aspect: Aspect) =>
		COMPARISONS.map(([title, sender, to]) => [
			title,
			...settings.map((measured) => number(ratioOf(measured, sender, to, aspect), 2)),
		]);
	return [
		environment(machine),
		`## Milliseconds for ${number(CARDS)} cards`,
		`Each column is the time after which the provider answers, and how many recipients are handled at once. The figures are medians of ${rounds(settings)} rounds, as n8n counts the time of a node.`,
		table('Sender', [
			...SENDERS.map((sender) => [
				sender.name,
				...settings.map((measured) => number(medianOf(measured, sender, milliseconds))),
			]),
			[
				'A bare keep-alive client, without n8n',
				...settings.map((measured) => number(median(measured.rounds.map(({ bare }) => bare)))),
			],
		]),
		'## How many times as long',
		'Medians of the rounds: only runs that followed each other are compared.',
		table('By the clock', ratios(milliseconds)),
		'The same for the time that n8n’s thread was on the processor, which depends less on what else the machine does:',
		table('On the processor', ratios(processor)),
		'## How long n8n was blocked',
		'The longest time that n8n could do nothing else, in milliseconds on the processor; medians of the rounds.',
		table(
			'Sender',
			SENDERS.map((sender) => [
				sender.name,
				...settings.map((measured) => number(medianOf(measured, sender, blocked))),
			]),
		),
		`## ${number(LARGE.cards)} cards`,
		`With Input Item, ${LARGE.atOnce} at once, answers at once, in an n8n of its own. Memory is what is live after the garbage was collected, at its most, beyond what was live before.`,
		largeTable(results),
		'## Saved executions',
		saving(results),
		'## Goals',
		goalTable(judge(results)),
	]
		.map((part) => part.trimEnd())
		.join('\n\n');
}

function environment({ cores, processor: model, load, node, n8n, day }: Machine): string {
	return `Measured on ${day} with n8n ${n8n} and Node.js ${node} on ${cores} cores (${model}). Load of the machine when it began: ${number(load, 1)}.`;
}

function rounds(settings: readonly Measured[]): string {
	const counts = settings.map(({ setting }) => setting.rounds);
	const [least, most] = [Math.min(...counts), Math.max(...counts)];
	return least === most ? String(least) : `${least} to ${most}`;
}

function largeTable({ large }: Results): string {
	const row = (name: string, { small, large: many, blocked, blockedByCode, process }: LargeRun) => [
		name,
		number(small.time, 2),
		number(many.time, 2),
		number(many.time / small.time, 2),
		number(small.memory / KILOBYTE, 2),
		number(many.memory / KILOBYTE, 2),
		number(many.memory / small.memory, 2),
		number(blocked),
		number(blockedByCode),
		number(process),
	];
	return markdownTable(
		[
			'Sender',
			`ms a card, ${number(SMALL.cards)}`,
			`ms a card, ${number(LARGE.cards)}`,
			'times',
			`kB a card, ${number(SMALL.cards)}`,
			`kB a card, ${number(LARGE.cards)}`,
			'times',
			'blocked, ms',
			'without the garbage collector, ms',
			'whole process, MB',
		],
		[...large].map(([name, run]) => row(name, run)),
	);
}

function saving({ saving: { saved, notSaved } }: Results): string {
	return `In all tables n8n does not save the executions. By default it does. With JSON, ${SMALL.atOnce} at once, answers at once, the node then takes ${number(saved.node)} ms and the workflow ${number(saved.whole)} ms; without saving, ${number(notSaved.node)} ms and ${number(notSaved.whole)} ms.`;
}

function goalTable(verdicts: readonly Verdict[]): string {
	return markdownTable(
		['Goal', 'At most', 'Worst', 'Where', ''],
		verdicts.map(({ goal: { title, most, unit }, worst, isReached }) => [
			title,
			`${most} ${unit}`,
			`${number(worst.value, unit === 'ms' ? 0 : 2)} ${unit}`,
			worst.where,
			isReached ? 'reached' : '**missed**',
		]),
	);
}

function number(value: number, digits = 0): string {
	return value.toLocaleString('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
	});
}

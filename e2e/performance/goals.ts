/** What is to be reached. */
import { blocked, medianOf, milliseconds, ratioOf, type Measured, type Results } from './results';
import { FORMS, sameRequest, type Sender } from './senders';
import { LARGE, SMALL } from './settings';

/** A figure that must not be above `most`, wherever it is measured. */
export interface Goal {
	title: string;
	most: number;
	unit: 'times' | 'ms';
	figures(results: Results): Figure[];
}

export interface Figure {
	where: string;
	value: number;
}

/** A goal with its worst figure. */
export interface Verdict {
	goal: Goal;
	worst: Figure;
	isReached: boolean;
}

const MANY = LARGE.cards.toLocaleString('en');
const FEW = SMALL.cards.toLocaleString('en');

export const GOALS: readonly Goal[] = [
	{
		title: 'JSON, to n8n alone',
		most: 1.1,
		unit: 'times',
		figures: ratios(FORMS.json.ours, FORMS.json.alone),
	},
	{
		title: 'Fields, to n8n alone',
		most: 1.1,
		unit: 'times',
		figures: ratios(FORMS.fields.ours, FORMS.fields.alone),
	},
	{
		title: 'Input Item, to n8n alone',
		most: 1.1,
		unit: 'times',
		figures: ratios(FORMS.item.ours, FORMS.item.alone),
	},
	{
		title: 'Input Item, to JSON, where answers come at once',
		most: 0.75,
		unit: 'times',
		figures: ratios(FORMS.item.ours, FORMS.json.ours, ({ setting }) => setting.latency === 0),
	},
	{
		title: 'JSON, to HTTP Request with the same work',
		most: 1,
		unit: 'times',
		figures: ratios(FORMS.json.ours, sameRequest),
	},
	{
		title: `Time a card among ${MANY}, to that among ${FEW}`,
		most: 1.2,
		unit: 'times',
		figures: growth('time'),
	},
	{
		title: `Memory a card among ${MANY}, to that among ${FEW}`,
		most: 1.2,
		unit: 'times',
		figures: growth('memory'),
	},
	{
		title: 'Longest time that n8n was blocked',
		most: 50,
		unit: 'ms',
		figures: ({ settings, large }) => [
			...Object.values(FORMS).flatMap(({ ours }) =>
				settings.map((measured) => ({
					where: `${ours.name}; ${placeOf(measured)}`,
					value: medianOf(measured, ours, blocked),
				})),
			),
			{ where: `${MANY} cards`, value: large.get(FORMS.item.ours.name)?.blocked ?? Number.NaN },
		],
	},
];

/** Judges every goal. */
export function judge(results: Results): Verdict[] {
	return GOALS.map((goal) => {
		const figures = goal.figures(results);
		const worst = figures.reduce((a, b) => (b.value <= a.value ? a : b));
		// What is not a number is not reached
		return { goal, worst, isReached: figures.every(({ value }) => value <= goal.most) };
	});
}

function ratios(
	sender: Sender,
	to: Sender,
	counts: (measured: Measured) => boolean = () => true,
): Goal['figures'] {
	return ({ settings }) =>
		settings.filter(counts).map((measured) => ({
			where: placeOf(measured),
			value: ratioOf(measured, sender, to, milliseconds),
		}));
}

function growth(what: 'memory' | 'time'): Goal['figures'] {
	return ({ large }) => {
		const run = large.get(FORMS.item.ours.name);
		return [
			{ where: 'Input Item', value: (run?.large[what] ?? Number.NaN) / (run?.small[what] ?? 0) },
		];
	};
}

function placeOf({ setting: { latency, atOnce } }: Measured): string {
	return `${String(latency)} ms, ${String(atOnce)} at once`;
}

import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

import type { INodeType } from 'n8n-workflow';
import { z } from 'zod';

import { BUILT_NODE, builtNode, numberOf, runCards, startRemoteSandbox } from './deliveryEngine';
import { BarePoolNode, LoopNode, sendBare } from './deliveryRivals';
import { median, print, save, type Figure } from './report';

const ROUNDS = 5;
/** Milliseconds that the sandbox takes to answer when waiting is measured. */
const LATENCY = 50;
const CARDS = 1000;
/** The maximum multiple of the ideal time, by concurrency; one at a time is shown for comparison. */
const IDEALS = [
	{ concurrency: 1, rounds: 1, most: undefined },
	{ concurrency: 5, rounds: 1, most: 1.1 },
	{ concurrency: 20, rounds: 3, most: 1.1 },
	{ concurrency: 50, rounds: ROUNDS, most: 1.25 },
];
const FAST = { cards: 2000, concurrency: 50 };
const LANES = { recipients: 100, cardsEach: 20, concurrency: 50 };
/** Maximum microseconds of the package's own work for a card. */
const OWN_COST = 50;
const SIZES = [1000, 10_000, 100_000];
/** How much the cost of an item may differ between the smallest and the largest run. */
const CONSTANT = 1.2;
/** Maximum kilobytes of the file that n8n loads. */
const BUNDLE = 400;

const costSchema = z.object({ microseconds: z.number(), bytes: z.number() });

void main();

async function main(): Promise<void> {
	console.log(
		`Sending in n8n's engine over loopback, the sandbox in its own process, Node.js ${process.version}`,
	);
	const parts: Record<string, Figure[]> = {};
	const part = (title: string, figures: Figure[]) => {
		parts[title] = figures;
		print(title, figures);
	};
	part('The built node', nodeLoad());
	part('Own cost, without engine and HTTP', ownCost());
	part(`${FAST.cards} cards, ${FAST.cards} recipients, answers at once`, await againstRivals());
	part(`${CARDS} cards, ${CARDS} recipients, ${LATENCY} ms an answer`, await againstIdeal());
	part(`${LANES.recipients} recipients, ${LANES.cardsEach} cards each`, await inLanes());
	part(`What n8n has to do for ${CARDS} cards`, await counted());
	save('delivery', parts);
	// n8n's engine keeps timers of its own
	process.exit();
}

/** What loading the node costs an n8n instance, once, when it starts. */
function nodeLoad(): Figure[] {
	const script = `
		require('n8n-workflow'); require('zod');
		const start = performance.now();
		require(${JSON.stringify(BUILT_NODE)});
		console.log(performance.now() - start);`;
	const times = Array.from({ length: ROUNDS }, () => Number(run(['-e', script])));
	return [
		{ what: 'require', value: median(times), unit: 'ms' },
		{
			what: 'bundle',
			value: statSync(BUILT_NODE).size / 1000,
			unit: 'kB',
			goal: { most: BUNDLE },
		},
	];
}

function ownCost(): Figure[] {
	const measure = (cards: number, what: 'time' | 'memory') => {
		const script = ['--import', 'tsx', `${__dirname}/deliveryOwnCost.ts`, String(cards), what];
		return costSchema.parse(
			JSON.parse(run(what === 'memory' ? ['--expose-gc', ...script] : script)),
		);
	};
	const costs = SIZES.map((cards) => ({
		cards,
		microseconds: median(Array.from({ length: ROUNDS }, () => measure(cards, 'time').microseconds)),
		bytes: measure(cards, 'memory').bytes,
	}));
	const spread = (values: number[]) => Math.max(...values) / Math.min(...values);
	return [
		...costs.flatMap(({ cards, microseconds, bytes }): Figure[] => [
			{
				what: `${cards.toLocaleString('en')} cards: time a card`,
				value: microseconds,
				unit: 'µs',
				goal: { most: OWN_COST },
			},
			{
				what: `${cards.toLocaleString('en')} cards: peak memory a card`,
				value: bytes,
				unit: 'bytes',
			},
		]),
		{
			what: 'slowest to fastest of these',
			value: spread(costs.map(({ microseconds }) => microseconds)),
			unit: 'times',
			goal: { most: CONSTANT },
		},
		{
			what: 'most to least memory of these',
			value: spread(costs.map(({ bytes }) => bytes)),
			unit: 'times',
			goal: { most: CONSTANT },
		},
	];
}

async function againstRivals(): Promise<Figure[]> {
	const sandbox = await startRemoteSandbox(0);
	const { url } = sandbox;
	const node = await builtNode();
	const { cards, concurrency } = FAST;
	const times = { ours: [] as number[], loop: [] as number[], bare: [] as number[] };
	// The first round warms up
	for (let round = 0; round <= ROUNDS; round += 1) {
		const ours = await runCards({ cards, concurrency, type: node, url });
		const loop = await runCards({ cards, concurrency, type: new LoopNode(), url });
		const bare = await sendBare(url, cards, concurrency);
		if (round === 0) continue;
		times.ours.push(ours.node);
		times.loop.push(loop.node);
		times.bare.push(bare);
	}
	await sandbox.close();
	const [ours, loop, bare] = [median(times.ours), median(times.loop), median(times.bare)];
	return [
		{ what: `this node, ${concurrency} at once`, value: ours, unit: 'ms' },
		{ what: 'a loop that awaits one card after another', value: loop, unit: 'ms' },
		{ what: `a bare keep-alive client, ${concurrency} at once`, value: bare, unit: 'ms' },
		{ what: 'the loop to this node', value: loop / ours, unit: 'times' },
		{ what: 'this node to the bare client', value: ours / bare, unit: 'times' },
	];
}

async function againstIdeal(): Promise<Figure[]> {
	const sandbox = await startRemoteSandbox(LATENCY);
	const type = await builtNode();
	const figures: Figure[] = [];
	for (const { concurrency, rounds, most } of IDEALS) {
		const ideal = (CARDS * LATENCY) / concurrency;
		const times = {
			ours: [] as number[],
			floor: [] as number[],
			pool: [] as number[],
			bare: [] as number[],
		};
		const timed = async (node: INodeType) =>
			(await runCards({ cards: CARDS, concurrency, type: node, url: sandbox.url })).node;
		for (let round = 0; round < rounds; round += 1) {
			times.ours.push(await timed(type));
			if (most === undefined) continue;
			times.floor.push(await timed(new BarePoolNode(concurrency, 'ours')));
			times.pool.push(await timed(new BarePoolNode(concurrency, 'nothing')));
			times.bare.push(await sendBare(sandbox.url, CARDS, concurrency));
		}
		const ratio = (list: number[]) => median(list) / ideal;
		figures.push({
			what: `${concurrency} at once: ${(median(times.ours) / 1000).toFixed(2)} s, to the ideal of ${(ideal / 1000).toFixed(2)} s`,
			value: ratio(times.ours),
			unit: 'times',
			...(most === undefined ? {} : { goal: { most } }),
		});
		if (most === undefined) continue;
		figures.push(
			{
				what: "  n8n's expressions, then its HTTP helper, one start after another",
				value: ratio(times.floor),
				unit: 'times',
			},
			{
				what: "  n8n's HTTP helper alone, all started at once",
				value: ratio(times.pool),
				unit: 'times',
			},
			{ what: '  a bare keep-alive client', value: ratio(times.bare), unit: 'times' },
		);
	}
	await sandbox.close();
	return figures;
}

async function inLanes(): Promise<Figure[]> {
	const { recipients, cardsEach, concurrency } = LANES;
	const cards = recipients * cardsEach;
	const sandbox = await startRemoteSandbox(LATENCY, 'all');
	const { node } = await runCards({
		cards,
		recipients,
		concurrency,
		type: await builtNode(),
		url: sandbox.url,
	});
	const arrived = await sandbox.cards();
	await sandbox.close();
	const outOfOrder = Array.from({ length: recipients }, (_, recipient) => {
		const names = arrived
			.filter((card) => card.recipient.includes(numberOf(recipient).slice(1)))
			.map(({ name }) => name);
		const sent = Array.from(
			{ length: cardsEach },
			(_each, turn) => `Card ${turn * recipients + recipient}`,
		);
		return names.join() === sent.join() ? 0 : 1;
	}).reduce((sum: number, each) => sum + each, 0);
	const ideal = (cards * LATENCY) / concurrency;
	return [
		{ what: 'recipients with cards out of order', value: outOfOrder, unit: '', goal: { most: 0 } },
		{
			what: `${concurrency} at once: ${(node / 1000).toFixed(2)} s, to the ideal of ${(ideal / 1000).toFixed(2)} s`,
			value: node / ideal,
			unit: 'times',
		},
	];
}

async function counted(): Promise<Figure[]> {
	const sandbox = await startRemoteSandbox(0);
	const type = await builtNode();
	const { run: ended, expressions } = await runCards({
		cards: CARDS,
		concurrency: 5,
		type,
		url: sandbox.url,
	});
	const { requests, duplicates } = await sandbox.stats();
	await sandbox.close();
	return [
		{ what: 'requests', value: requests, unit: '', goal: { most: CARDS } },
		{ what: 'cards that arrived twice', value: duplicates, unit: '', goal: { most: 0 } },
		{ what: 'credentials read', value: ended.credentialReads, unit: '', goal: { most: 1 } },
		{
			what: 'expressions evaluated, of two in each item',
			value: expressions,
			unit: '',
			goal: { most: 2 * CARDS },
		},
	];
}

function run(options: readonly string[]): string {
	return execFileSync(process.execPath, options, {
		encoding: 'utf8',
		cwd: `${__dirname}/..`,
		maxBuffer: 1_000_000,
	});
}

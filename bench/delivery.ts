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
const WAITING = [
	{ concurrency: 5, rounds: 1 },
	{ concurrency: 20, rounds: 3 },
	{ concurrency: 50, rounds: ROUNDS },
];
/** The maximum multiple of the time that n8n itself takes: its expressions, then its HTTP helper, one start after another. */
const TO_N8N = 1.1;
const FAST = { cards: 2000, concurrency: 50 };
const SAME_RECIPIENTS = { recipients: 100, cardsEach: 20, concurrency: 50 };
/** The maximum share of n8n's time for a card that the package's own work may take. */
const OWN_SHARE = 0.05;
const SIZES = [1000, 10_000, 100_000];
/** How much the cost of an item may differ between the smallest and the largest run. */
const CONSTANT = 1.2;
/** Maximum kilobytes of the file that n8n loads. */
const BUNDLE = 600;

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
	const rivals = await againstRivals();
	part(`${FAST.cards} cards, ${FAST.cards} recipients, answers at once`, rivals.figures);
	part('Own processor time, without engine and HTTP', ownCost(rivals.n8nMicroseconds));
	part(`${CARDS} cards, ${CARDS} recipients, ${LATENCY} ms an answer`, await againstWaiting());
	part(
		`${SAME_RECIPIENTS.recipients} recipients, ${SAME_RECIPIENTS.cardsEach} cards each`,
		await toSameRecipients(),
	);
	part(`What n8n has to do for ${CARDS} cards`, await counted());
	save('delivery', parts);
	// n8n's engine keeps timers of its own
	process.exit();
}

/** What loading the node costs an n8n instance, once, when it starts. */
function nodeLoad(): Figure[] {
	const script = `
		require('n8n-workflow');
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

/** @param n8nMicroseconds what n8n takes for a card by itself */
function ownCost(n8nMicroseconds: number): Figure[] {
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
			},
			{
				what: '  of what n8n takes for a card',
				value: microseconds / n8nMicroseconds,
				unit: 'times',
				goal: { most: OWN_SHARE },
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

async function againstRivals(): Promise<{ figures: Figure[]; n8nMicroseconds: number }> {
	const sandbox = await startRemoteSandbox(0);
	const { url } = sandbox;
	const node = await builtNode();
	const { cards, concurrency } = FAST;
	const times = {
		ours: [] as number[],
		n8n: [] as number[],
		loop: [] as number[],
		bare: [] as number[],
	};
	// The first round warms up
	for (let round = 0; round <= ROUNDS; round += 1) {
		const ours = await runCards({ cards, concurrency, type: node, url });
		const type = new BarePoolNode(concurrency, 'ours');
		const n8n = await runCards({ cards, concurrency, type, url });
		const loop = await runCards({ cards, concurrency, type: new LoopNode(), url });
		const bare = await sendBare(url, cards, concurrency);
		if (round === 0) continue;
		times.ours.push(ours.node);
		times.n8n.push(n8n.node);
		times.loop.push(loop.node);
		times.bare.push(bare);
	}
	await sandbox.close();
	const [ours, n8n] = [median(times.ours), median(times.n8n)];
	const [loop, bare] = [median(times.loop), median(times.bare)];
	const figures: Figure[] = [
		{ what: `this node, ${concurrency} at once`, value: ours, unit: 'ms' },
		{ what: 'n8n by itself, as many at once', value: n8n, unit: 'ms' },
		{ what: 'a loop that awaits one card after another', value: loop, unit: 'ms' },
		{ what: `a bare keep-alive client, ${concurrency} at once`, value: bare, unit: 'ms' },
		{
			what: 'this node to n8n by itself',
			value: ours / n8n,
			unit: 'times',
			goal: { most: TO_N8N },
		},
		{ what: 'the loop to this node', value: loop / ours, unit: 'times' },
		{ what: 'this node to the bare client', value: ours / bare, unit: 'times' },
	];
	return { figures, n8nMicroseconds: (n8n * 1000) / cards };
}

async function againstWaiting(): Promise<Figure[]> {
	const sandbox = await startRemoteSandbox(LATENCY);
	const type = await builtNode();
	const figures: Figure[] = [];
	for (const { concurrency, rounds } of WAITING) {
		const times = {
			ours: [] as number[],
			n8n: [] as number[],
			helper: [] as number[],
			bare: [] as number[],
		};
		const timed = async (node: INodeType) =>
			(await runCards({ cards: CARDS, concurrency, type: node, url: sandbox.url })).node;
		for (let round = 0; round < rounds; round += 1) {
			times.ours.push(await timed(type));
			times.n8n.push(await timed(new BarePoolNode(concurrency, 'ours')));
			times.helper.push(await timed(new BarePoolNode(concurrency, 'nothing')));
			times.bare.push(await sendBare(sandbox.url, CARDS, concurrency));
		}
		const waiting = (CARDS * LATENCY) / concurrency;
		const toWaiting = (what: string, list: number[]): Figure => ({
			what,
			value: median(list) / waiting,
			unit: 'times',
		});
		const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
		figures.push(
			toWaiting(
				`${String(concurrency)} at once: ${seconds(median(times.ours))} s, to ${seconds(waiting)} s of waiting`,
				times.ours,
			),
			toWaiting("  n8n's expressions, then its helper, one start after another", times.n8n),
			toWaiting("  n8n's HTTP helper alone, all started at once", times.helper),
			toWaiting('  a bare keep-alive client', times.bare),
			{
				what: '  this node to n8n by itself',
				value: median(times.ours) / median(times.n8n),
				unit: 'times',
				goal: { most: TO_N8N },
			},
		);
	}
	await sandbox.close();
	return figures;
}

async function toSameRecipients(): Promise<Figure[]> {
	const { recipients, cardsEach, concurrency } = SAME_RECIPIENTS;
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

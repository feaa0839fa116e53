import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import { startRemoteSandbox, type RemoteSandbox } from '../bench/deliveryEngine';
import { account as GOWA } from '../sandbox/providers/gowa/account';
import { credentialsAt } from '../sandbox/registry';
import { runSavedWorkflow, saveWorkflow } from './support/executions';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage } from './support/packed';
import {
	cardsOf,
	chain,
	gowaCredential,
	manualTrigger,
	node,
	SEND,
	sendNode,
	TRIGGER,
} from './support/workflows';

const CARDS = 1000;
const ROUNDS = 3;
const LATENCIES = [0, 50];
const CONCURRENCY = 50;
const RIVAL = 'HTTP Request';
const BASIC_AUTH = { id: 'basic', name: 'Sandbox GOWA' };

/** A way to send the cards: the node that does it, and how it is named in the table. */
interface Sender {
	name: string;
	node: INode;
}

interface Figures {
	/** Milliseconds that the node ran, as n8n counts them. */
	milliseconds: number;
	/** The most requests that were under way at the same time. */
	atOnce: number;
}

const statsSchema = z.object({
	cards: z.number(),
	duplicates: z.number(),
	inFlight: z.object({ max: z.number() }),
});

/** Compares the node with n8n's own HTTP Request node: the same cards, the same sandbox, as many expressions. */
async function main(): Promise<void> {
	const packed = await packPackage();
	console.log(
		`${String(CARDS)} cards, median of ${String(ROUNDS)} rounds in turn, n8n 2.40.7, the sandbox in a process of its own\n`,
	);
	for (const latency of LATENCIES) {
		const sandbox = await startRemoteSandbox(latency, 'counts');
		const home = await openHome('current');
		try {
			await home.installPackage(packed.tarball);
			await home.importCredentials([
				gowaCredential({ credentials: credentialsAt(sandbox.url) }),
				{
					...BASIC_AUTH,
					type: 'httpBasicAuth',
					data: { user: GOWA.username, password: GOWA.password },
				},
			]);
			const n8n = await startN8n(home);
			try {
				await compare(n8n, sandbox, latency);
			} finally {
				await n8n.stop();
			}
		} finally {
			await home.remove();
			await sandbox.close();
		}
	}
	await packed.remove();
}

async function compare(n8n: N8n, sandbox: RemoteSandbox, latency: number): Promise<void> {
	const senders: Sender[] = [
		{
			name: `Send Contact Card, concurrency ${String(CONCURRENCY)}`,
			node: sendNode({ concurrency: CONCURRENCY }),
		},
		{
			name: `HTTP Request, batches of ${String(CONCURRENCY)}`,
			node: httpRequest(sandbox.url, {
				batching: { batch: { batchSize: CONCURRENCY, batchInterval: 0 } },
			}),
		},
		{ name: 'HTTP Request, all at once', node: httpRequest(sandbox.url, {}) },
	];
	const workflows = await Promise.all(
		senders.map(async (sender) => ({
			...sender,
			id: await saveWorkflow(n8n, chain(sender.name, [manualTrigger, sender.node], cardsOf(CARDS))),
			figures: new Array<Figures>(),
		})),
	);
	for (let round = 0; round <= ROUNDS; round += 1) {
		for (const { id, node: sender, figures } of workflows) {
			const measured = await measure(n8n, sandbox, id, sender.name);
			// The first round lets the compiler come to rest
			if (round > 0) figures.push(measured);
		}
	}
	console.log(`provider answers after ${String(latency)} ms`);
	const rows = workflows.map(({ name, figures }) => {
		const times = figures.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
		const atOnce = Math.max(...figures.map((each) => each.atOnce));
		const median = times[Math.floor(times.length / 2)] ?? 0;
		console.log(
			`  ${name.padEnd(36)}${String(median).padStart(7)} ms${String(atOnce).padStart(6)} at once   (${times.join(', ')})`,
		);
		return { median, atOnce };
	});
	const [own, batches, allAtOnce] = rows;
	if (own === undefined || batches === undefined || allAtOnce === undefined) return;
	judge('requests at once', own.atOnce, CONCURRENCY);
	judge('time, to that of batches', own.median / batches.median, 1);
	// With an answer that takes time, whoever may have a thousand connections is not the measure
	if (latency === 0) judge('time, to that of all at once', own.median / allAtOnce.median, 1);
}

/** Says whether a goal is reached; the command fails where one is not. */
function judge(what: string, value: number, most: number): void {
	const isReached = value <= most;
	const figure = `${value.toLocaleString('en', { maximumFractionDigits: 2 })}, at most ${String(most)}`;
	console.log(`  ${what}: ${figure}: ${isReached ? 'reached' : 'MISSED'}`);
	if (!isReached) process.exitCode = 1;
}

async function measure(
	n8n: N8n,
	sandbox: RemoteSandbox,
	workflow: string,
	sender: string,
): Promise<Figures> {
	await sandbox.clear();
	const execution = await runSavedWorkflow(n8n, workflow, TRIGGER);
	if (execution.error !== undefined) throw new Error(execution.error);
	const stats = statsSchema.parse(await (await fetch(`${sandbox.url}/_sandbox/stats`)).json());
	if (stats.cards !== CARDS || stats.duplicates > 0) throw new Error(JSON.stringify(stats));
	if (sender === SEND) {
		const expected = cardsOf(CARDS).map(({ to }) => `${to.slice(1)}@s.whatsapp.net`);
		const order = execution.items(SEND).map(({ recipient }) => recipient);
		if (expected.some((recipient, place) => order[place] !== recipient)) {
			throw new Error('The output has another order');
		}
	}
	return { milliseconds: execution.time(sender), atOnce: stats.inFlight.max };
}

/** Sends each item, a `Card`, to GOWA's address for contacts, with as many expressions as the node itself. */
function httpRequest(url: string, options: object): INode {
	return node(
		RIVAL,
		'n8n-nodes-base.httpRequest',
		4.2,
		{
			method: 'POST',
			url: `${url}/gowa/send/contact`,
			authentication: 'genericCredentialType',
			genericAuthType: 'httpBasicAuth',
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'X-Device-Id', value: GOWA.deviceId }] },
			sendBody: true,
			bodyParameters: {
				parameters: [
					{ name: 'phone', value: '={{ $json.to }}' },
					{ name: 'contact_name', value: '={{ $json.name }}' },
					{ name: 'contact_phone', value: '+442079460123' },
				],
			},
			options: { ...options },
		},
		{ credentials: { httpBasicAuth: BASIC_AUTH } },
	);
}

void main();

import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';

import { z } from 'zod';

import {
	startRemoteSandbox,
	type RemoteSandbox,
	type RemoteStats,
} from '../../bench/deliveryEngine';
import { publishWebhook } from '../support/executions';
import { openHome, startN8n, type N8n } from '../support/n8n';
import { packPackage } from '../support/packed';
import { chain, node, webhook } from '../support/workflows';
import { packProbe, PROBE } from './probe/package';
import type { RunSummary } from './probe/summary';
import { credentialsFor, type Sender, type Target } from './senders';

const blockedSchema = z.object({ clock: z.number(), busy: z.number() });
const summarySchema = z.object({
	milliseconds: z.number(),
	items: z.number(),
	inOrder: z.boolean(),
	process: z.number(),
	longestBlock: blockedSchema,
	longestOwnBlock: z.number(),
	processor: z.number(),
	bytes: z.number(),
	memoryTime: z.number(),
}) satisfies z.ZodType<RunSummary>;
const answerSchema = z.tuple([summarySchema]);

/** What was measured in a run of a sender. */
export interface Run extends RunSummary {
	/** The most requests that were under way at the same time. */
	atOnce: number;
	/** Milliseconds from the start of the workflow to its answer. */
	whole: number;
}

/** A sender to run, and how. */
export interface Job {
	sender: Sender;
	target: Target;
	cards: number;
	atOnce: number;
	/** Milliseconds between two measurements of the live memory; 0 for none. */
	memoryInterval: number;
	/** Whether n8n saves the execution, as it does by default. */
	isSaved: boolean;
}

/** A sandbox that answers after some time. */
export interface SandboxTarget extends Target {
	sandbox: RemoteSandbox;
}

/** An n8n with this package and the probe. */
export interface Instance {
	targets: SandboxTarget[];
	/** Publishes the workflow of a job; each call of the returned function runs it. */
	prepare(job: Job): Promise<() => Promise<Run>>;
	close(): Promise<void>;
}

/** A sender that blocks n8n delays its check of the database, after which n8n would refuse the next workflow. */
const LATE_DATABASE_CHECK = { DB_PING_TIMEOUT_MS: '600000' };

/** Starts n8n, and a sandbox in a process of its own for each latency. */
export async function startInstance(latencies: readonly number[]): Promise<Instance> {
	const targets: SandboxTarget[] = [];
	for (const latency of latencies) {
		const sandbox = await startRemoteSandbox(latency, 'counts');
		targets.push({ sandbox, latency, url: sandbox.url });
	}
	const packages = [await packPackage(), await packProbe()];
	const home = await openHome('current', LATE_DATABASE_CHECK);
	const clean = async () => {
		await home.remove();
		for (const each of packages) await each.remove();
		for (const { sandbox } of targets) await sandbox.close();
	};
	try {
		for (const { tarball } of packages) await home.installPackage(tarball);
		const credentials = targets.flatMap(credentialsFor);
		await home.importCredentials([...new Map(credentials.map((each) => [each.id, each])).values()]);
		const n8n = await startN8n(home);
		let workflows = 0;
		return {
			targets,
			prepare: async (job) => {
				workflows += 1;
				return await prepare(n8n, job, targets, `run${String(workflows)}`);
			},
			close: async () => {
				await n8n.stop();
				await clean();
			},
		};
	} catch (error) {
		await clean();
		throw error;
	}
}

async function prepare(
	n8n: N8n,
	job: Job,
	targets: readonly SandboxTarget[],
	path: string,
): Promise<() => Promise<Run>> {
	const { sender, target, cards, atOnce, memoryInterval, isSaved } = job;
	const sandbox = targets.find(({ url }) => url === target.url)?.sandbox;
	if (sandbox === undefined) throw new Error('The target belongs to another instance');
	const workflow = chain(sender.name, [
		webhook(path),
		node('Items', `${PROBE}.items`, 1, { count: cards, form: sender.form, memoryInterval }),
		sender.node(target, atOnce),
		node('Summary', `${PROBE}.summary`, 1, { sender: sender.name }),
	]);
	const saving = isSaved ? {} : { saveDataSuccessExecution: 'none' };
	await publishWebhook(n8n, { ...workflow, settings: { ...workflow.settings, ...saving } });
	return async () => {
		await sandbox.clear();
		const start = performance.now();
		const answer = await post(`${n8n.url}/webhook/${path}`);
		const whole = performance.now() - start;
		const summaries = answerSchema.safeParse(answer);
		if (!summaries.success) throw new Error(`${sender.name} failed: ${JSON.stringify(answer)}`);
		const [summary] = summaries.data;
		const stats = await sandbox.stats();
		checkDelivery(job, summary, stats);
		return { ...summary, atOnce: stats.inFlight.max, whole };
	};
}

/** @throws Error unless every card arrived exactly once, and the sender gave an item for each, in order */
function checkDelivery({ sender, cards }: Job, summary: RunSummary, stats: RemoteStats): void {
	const { requests, cards: accepted, duplicates } = stats;
	const hasArrived = accepted === cards && requests === cards && duplicates === 0;
	if (hasArrived && summary.items === cards && (!sender.namesRecipients || summary.inOrder)) return;
	const found = JSON.stringify({ ...summary, requests, accepted, duplicates });
	throw new Error(`${sender.name} did not send each card exactly once and in order: ${found}`);
}

/** Starts a workflow and waits for its answer without a time limit, unlike `fetch`. */
async function post(url: string): Promise<unknown> {
	const outgoing = request(url, { method: 'POST' });
	outgoing.end();
	const [answer] = (await once(outgoing, 'response')) as [IncomingMessage];
	return await json(answer);
}

import { z } from 'zod';

import { startSandbox, type Sandbox } from '../sandbox/server';
import { startPostgres, startRedis, type DatabaseServer } from './support/databases';
import { publishWebhook } from './support/executions';
import type { Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage } from './support/packed';
import { N8nProcess } from './support/process';
import { cardsIn } from './support/received';
import { until } from './support/until';
import {
	cardsOf,
	chain,
	gowaCredential,
	node,
	sendNode,
	webhook,
	type Card,
} from './support/workflows';

const CALLS = 500;
const CARDS_OF_A_CALL = 4;
/** Webhook calls that wait for an answer at the same time. */
const CALLERS = 20;
/** Webhook calls of the test that kills a worker. All are made before it does. */
const CALLS_BEFORE_KILL = 20;
/** Milliseconds that each request takes in that test, so that the worker is killed in the middle of its work. */
const LATENCY = 1500;
/** Milliseconds in which all must be done, on a machine that is busy. */
const PATIENCE = 400_000;

/** n8n gives up a dead worker's job after a minute; the test has less time. */
const QUICK_TO_NOTICE = {
	QUEUE_WORKER_LOCK_DURATION: '15000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

let sandbox: Sandbox;
let slowSandbox: Sandbox;
let servers: DatabaseServer[];
let home: Home;
let main: N8n;
let workers: N8nProcess[];
beforeAll(async () => {
	sandbox = await startSandbox();
	slowSandbox = await startSandbox({ latencyMs: LATENCY });
	servers = await Promise.all([startRedis(), startPostgres()]);
	home = await openHome('current', {
		EXECUTIONS_MODE: 'queue',
		...QUICK_TO_NOTICE,
		...servers[0]?.settings,
		...servers[1]?.settings,
	});
	const packed = await packPackage();
	await home.installPackage(packed.tarball);
	await packed.remove();
	main = await startN8n(home);
	await home.importCredentials([
		gowaCredential(sandbox),
		{ ...gowaCredential(slowSandbox), id: 'slow', name: 'Slow' },
	]);
	workers = await Promise.all([N8nProcess.start(home, 'worker'), N8nProcess.start(home, 'worker')]);
});
afterAll(async () => {
	await Promise.all(workers.map(async (worker) => await worker.stop()));
	await main.stop();
	await home.remove();
	await Promise.all(servers.map(async (server) => await server.stop()));
	await sandbox.close();
	await slowSandbox.close();
});

describe('In queue mode, with one main process and two workers', () => {
	it('500 webhook calls with four cards each send every card, once', async () => {
		const cards = cardsOf(CALLS * CARDS_OF_A_CALL);
		await publishWebhook(main, webhookWorkflow('queue', sendNode()));
		await postCards('queue', cards);
		await until('all cards arrive', () => sandbox.count() >= cards.length, PATIENCE);
		expect(sandbox.stats()).toMatchObject({ cards: cards.length, duplicates: 0 });
		expect(cardsIn(sandbox)).toEqual(cards);
	});

	it('a worker that is killed sends nothing twice: n8n does not run its executions again', async () => {
		const cards = cardsOf(CALLS_BEFORE_KILL * CARDS_OF_A_CALL);
		const send = sendNode(
			{ concurrency: 1 },
			{ credentials: { contactCardGowaApi: { id: 'slow', name: 'Slow' } } },
		);
		await publishWebhook(main, webhookWorkflow('killed', send));
		await postCards('killed', cards);
		await until('the first cards arrive', () => slowSandbox.count() >= CALLS_BEFORE_KILL / 2);
		await workers[0]?.stop('SIGKILL');
		const killedAt = Date.now();

		await until('every execution has ended', async () => (await unfinished()) === 0, PATIENCE);
		console.log(
			`n8n gave the dead worker's executions up after ${String(Date.now() - killedAt)} ms`,
		);
		const ended = await executions();
		const sent = cardsIn(slowSandbox);
		expect(slowSandbox.stats().duplicates).toBe(0);
		const lost = ended.filter(({ status }) => status !== 'success');
		console.log(
			`${String(lost.length)} of ${String(ended.length)} lost`,
			lost.map(({ status }) => status).join(' '),
			`cards ${String(sent.length)} of ${String(cards.length)}`,
		);
		expect(lost.length).toBeGreaterThan(0);
		expect(sent.length).toBeGreaterThanOrEqual((CALLS_BEFORE_KILL - lost.length) * CARDS_OF_A_CALL);
		expect(sent.length).toBeLessThan(cards.length);
	});
});

/** A webhook that answers at once, and sends the cards that were posted to it. */
function webhookWorkflow(path: string, send: ReturnType<typeof sendNode>) {
	const start = webhook(path);
	const parameters = { ...start.parameters, responseMode: 'onReceived' };
	const split = node('Cards', 'n8n-nodes-base.splitOut', 1, { fieldToSplitOut: 'body.cards' });
	return chain(path, [{ ...start, parameters }, split, send]);
}

/** Posts the cards, four in a call, some calls at a time. */
async function postCards(path: string, cards: readonly Card[]): Promise<void> {
	const calls = Array.from({ length: cards.length / CARDS_OF_A_CALL }, (_, call) =>
		cards.slice(call * CARDS_OF_A_CALL, (call + 1) * CARDS_OF_A_CALL),
	);
	const caller = async () => {
		for (let next = calls.shift(); next !== undefined; next = calls.shift()) {
			const answer = await fetch(`${main.url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ cards: next }),
			});
			if (!answer.ok) throw new Error(`The webhook answered ${String(answer.status)}`);
		}
	};
	await Promise.all(Array.from({ length: CALLERS }, caller));
}

const executionsSchema = z.object({
	results: z.array(z.object({ status: z.string(), stoppedAt: z.string().nullish() })),
});

/** The executions of the workflow that was called last. */
async function executions() {
	const found = await main.rest.get(`/rest/executions?limit=${String(CALLS_BEFORE_KILL)}`);
	return executionsSchema.parse(found).results;
}

async function unfinished(): Promise<number> {
	return (await executions()).filter(({ stoppedAt }) => typeof stoppedAt !== 'string').length;
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { Expression, type INodeType } from 'n8n-workflow';
import { z } from 'zod';

import { gowa } from '../nodes/providers/gowa/gowa';
import { runWorkflow, type WorkflowFile, type WorkflowRun } from '../sandbox/engine/engine';
import { account as GOWA } from '../sandbox/providers/gowa/account';

const NODE = 'Send';

/** The node as it is installed. */
export const BUILT_NODE = `${__dirname}/../dist/nodes/SendContactCard/SendContactCard.node.js`;

/** The built node, for n8n's engine. */
export async function builtNode(): Promise<INodeType> {
	const { SendContactCard } = (await import(BUILT_NODE)) as {
		SendContactCard: new () => INodeType;
	};
	return new SendContactCard();
}

/** A sandbox in its own process. */
export interface RemoteSandbox {
	url: string;
	/** The sandbox's counts since it was last cleared. */
	stats(): Promise<RemoteStats>;
	/** The recipient and the name on each accepted card, in order. */
	cards(): Promise<Array<{ recipient: string; name: string }>>;
	clear(): Promise<void>;
	close(): Promise<void>;
}

const statsSchema = z.object({
	requests: z.number(),
	cards: z.number(),
	duplicates: z.number(),
	inFlight: z.object({ max: z.number() }),
});

export type RemoteStats = z.infer<typeof statsSchema>;

const contactSchema = z.object({ name: z.object({ formatted_name: z.string() }) });
const cardsSchema = z.array(
	z.object({ recipient: z.string(), contacts: z.tuple([contactSchema]).rest(contactSchema) }),
);

export async function startRemoteSandbox(
	latency: number,
	keep: 'all' | 'counts' = 'counts',
): Promise<RemoteSandbox> {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', `${__dirname}/deliverySandbox.ts`, String(latency), keep],
		{ stdio: ['pipe', 'pipe', 'inherit'] },
	);
	let url = '';
	for await (const line of createInterface({ input: child.stdout })) {
		url = line;
		break;
	}
	const ask = async (path: string): Promise<unknown> =>
		await (await fetch(`${url}/_sandbox/${path}`)).json();
	return {
		url,
		stats: async () => statsSchema.parse(await ask('stats')),
		cards: async () =>
			cardsSchema.parse(await ask('deliveries')).map(({ recipient, contacts: [contact] }) => ({
				recipient,
				name: contact.name.formatted_name,
			})),
		clear: async () => {
			await fetch(`${url}/_sandbox/deliveries`, { method: 'DELETE' });
		},
		close: async () => {
			child.stdin.end();
			await once(child, 'exit');
		},
	};
}

export interface BenchRun {
	/** Milliseconds from the start of the workflow to its end. */
	total: number;
	/** Milliseconds that the node itself ran. */
	node: number;
	run: WorkflowRun;
	/** Expressions that were evaluated. */
	expressions: number;
}

export interface BenchSetting {
	cards: number;
	recipients?: number;
	concurrency: number;
	/** The node that sends. */
	type: INodeType;
	url: string;
}

/** A different phone number for each recipient. */
export const numberOf = (recipient: number) => `+55129${String(10_000_000 + recipient)}`;

/** Sends cards in n8n's engine, with one expression per item: who receives it, and who is on it. */
export async function runCards({
	cards,
	recipients = cards,
	concurrency,
	type,
	url,
}: BenchSetting): Promise<BenchRun> {
	const file: WorkflowFile = {
		name: 'Bench',
		nodes: [
			{
				id: 'trigger',
				name: 'Trigger',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'send',
				name: NODE,
				type: `n8n-nodes-contact-card.${type.description.name}`,
				typeVersion: 1,
				position: [200, 0],
				parameters: {
					operation: 'send',
					provider: 'gowa',
					recipient: '={{ $json.to }}',
					contactSource: 'json',
					contactsJson: '={{ $json.card }}',
					options: { concurrency },
				},
				credentials: { [gowa.credential.name]: { id: '1', name: 'GOWA' } },
			},
		],
		connections: { Trigger: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		pinData: {
			Trigger: Array.from({ length: cards }, (_, place) => ({
				json: { to: numberOf(place % recipients), card: cardOf(place) },
			})),
		},
	};
	const counter = countExpressions();
	const start = performance.now();
	const run = await runWorkflow(
		file,
		{ nodes: [type], credentials: [gowa.credential] },
		{
			[gowa.credential.name]: {
				baseUrl: `${url}/gowa`,
				username: GOWA.username,
				password: GOWA.password,
				deviceId: GOWA.deviceId,
			},
		},
	);
	const total = performance.now() - start;
	counter.stop();
	if (run.error !== undefined) throw run.error;
	if (run.items(NODE).length !== cards)
		throw new Error(`${run.items(NODE).length} cards were sent`);
	const node = run.run.data.resultData.runData[NODE]?.[0]?.executionTime ?? 0;
	return { total, node, run, expressions: counter.count };
}

function cardOf(place: number) {
	return {
		name: { formatted_name: `Card ${place}` },
		phones: [{ phone: `+5512996${String(100_000 + (place % 900_000))}` }],
	};
}

function countExpressions(): { count: number; stop: () => void } {
	const { prototype } = Expression;
	const evaluate = Object.getOwnPropertyDescriptor(prototype, 'resolveSimpleParameterValue');
	const counter = {
		count: 0,
		stop: () => {
			if (evaluate) Object.defineProperty(prototype, 'resolveSimpleParameterValue', evaluate);
		},
	};
	const { resolveSimpleParameterValue } = prototype as {
		resolveSimpleParameterValue: (this: Expression, ...given: unknown[]) => unknown;
	};
	Object.defineProperty(prototype, 'resolveSimpleParameterValue', {
		configurable: true,
		writable: true,
		value: function (this: Expression, ...given: unknown[]) {
			if (typeof given[0] === 'string' && given[0].startsWith('=')) counter.count += 1;
			return resolveSimpleParameterValue.apply(this, given);
		},
	});
	return counter;
}

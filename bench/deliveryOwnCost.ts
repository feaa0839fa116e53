import { Readable } from 'node:stream';

import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { readBody } from '../nodes/delivery/fullResponse';
import { builtNode, runCards } from './deliveryEngine';

/** How many times the live memory is measured during a run. */
const LOOKS = 20;
/** Runs before the one that counts, so that the compiler has finished, and the cards of each. */
const WARM_UP = { runs: 10, cards: 3000 };

/** What the node's own work took. */
export interface OwnCost {
	/** Microseconds of processor time per card. */
	microseconds: number;
	/** Peak live memory above that before the run, in bytes per card; only if the garbage can be collected. */
	bytes: number;
}

/** Requests at once, both of the Send node and of the run without it. */
const CONCURRENCY = 5;

/**
 * The Send node with n8n's part answered at once: parameters are ready, and every request is answered from memory. The time
 * for these answers is measured separately and subtracted: what is left is this package's own work.
 */
class OwnWork implements INodeType {
	readonly description: INodeTypeDescription;

	readonly cost: OwnCost = { microseconds: 0, bytes: 0 };

	readonly execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor(node: INodeType, collect: (() => void) | undefined) {
		const { cost } = this;
		this.description = node.description;
		this.execute = async function () {
			const items = this.getInputData();
			const live = () => {
				collect?.();
				return process.memoryUsage().heapUsed;
			};
			let requests = 0;
			let most = 0;
			const request = async () => {
				requests += 1;
				if (collect !== undefined && requests % Math.ceil(items.length / LOOKS) === 0) {
					most = Math.max(most, live());
				}
				return await answer();
			};
			const ready: Record<string, unknown> = { options: { concurrency: CONCURRENCY } };
			const asked: Array<readonly [name: string, item: number]> = [];
			const parameter = (name: string, item: number, fallback: object): unknown => {
				if (name === 'recipient') return items[item]?.json['to'];
				if (name === 'contactsJson') return items[item]?.json['card'];
				return (ready[name] ??= this.getNodeParameter(name, 0, fallback));
			};
			const standIn = overlaid(this, {
				helpers: overlaid(this.helpers, { httpRequestWithAuthentication: request }),
				getNodeParameter: (name: string, item: number, fallback: object) => {
					if (item === items.length - 1) asked.push([name, item]);
					return parameter(name, item, fallback);
				},
			});
			const before = live();
			const start = process.cpuUsage();
			const outputs = (await node.execute?.call(standIn)) ?? [];
			const whole = microsecondsSince(start);
			most = Math.max(most, live());
			cost.bytes = (most - before) / items.length;

			const answersOnly = process.cpuUsage();
			for (const item of items.keys()) for (const [name] of asked) parameter(name, item, {});
			await drain(items.length);
			const answers = microsecondsSince(answersOnly);
			cost.microseconds = (whole - answers) / items.length;
			return Array.isArray(outputs) ? outputs : [];
		};
	}
}

/** The processor time since `start`: unlike the clock, it does not include other work on the machine. */
function microsecondsSince(start: NodeJS.CpuUsage): number {
	const { user, system } = process.cpuUsage(start);
	return user + system;
}

/** The object with some properties replaced. */
function overlaid<T extends object>(object: T, changes: Record<string, unknown>): T {
	const own = Object.entries(changes).map(([name, value]) => [name, { value }] as const);
	return Object.create(object, Object.fromEntries(own)) as T;
}

const RECEIPT = Buffer.from('{"code":"SUCCESS","results":{"message_id":"3EB0A1B2C3D4E5F6"}}');

/** What n8n's helper returns for a request; in a later turn of the event loop, as from the network. */
async function answer() {
	await new Promise((resolve) => setImmediate(resolve));
	return { statusCode: 200, headers: {}, body: Readable.from([RECEIPT]) };
}

/** Asks for answers, as many at once as the node does, and reads them. */
async function drain(answers: number): Promise<void> {
	let left = answers;
	const askInTurn = async () => {
		while (left > 0) {
			left -= 1;
			const { body } = await answer();
			await readBody(body, RECEIPT.length);
		}
	};
	await Promise.all(Array.from({ length: CONCURRENCY }, askInTurn));
}

async function measure(cards: number, collect: (() => void) | undefined): Promise<OwnCost> {
	const type = new OwnWork(await builtNode(), collect);
	await runCards({ cards, concurrency: CONCURRENCY, type, url: 'http://127.0.0.1:1' });
	return type.cost;
}

/** Prints the cost of a number of cards, measured in a process that has only warmed up. */
async function main(): Promise<void> {
	const [cards = '1000', what = 'time'] = process.argv.slice(2);
	const gc = global.gc as (() => void) | undefined;
	for (let run = 0; run < WARM_UP.runs; run += 1) await measure(WARM_UP.cards, undefined);
	gc?.();
	const collect = what === 'memory' ? gc : undefined;
	console.log(JSON.stringify(await measure(Number(cards), collect)));
	process.exit();
}

void main();

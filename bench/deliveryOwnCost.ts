import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { builtNode, runCards } from './deliveryEngine';

/** Times that the live memory is looked at in a run. */
const LOOKS = 20;
/** Runs before the one that counts, until the compiler has nothing left to do, and the cards of each. */
const WARM_UP = { runs: 10, cards: 3000 };

/** What the work of the node alone took. */
export interface OwnCost {
	/** Microseconds per card. */
	microseconds: number;
	/** Live memory at its most, beyond that before the run, in bytes per card; only where the garbage can be collected. */
	bytes: number;
}

/**
 * The Send node with n8n's part answered at once: parameters come ready, and every request is answered from memory.
 * What is left is what this package does itself.
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
			const answer = Buffer.from('{"code":"SUCCESS","results":{"message_id":"3EB0A1B2C3D4E5F6"}}');
			const live = () => {
				collect?.();
				return process.memoryUsage().heapUsed;
			};
			let requests = 0;
			let most = 0;
			const helpers = overlaid(this.helpers, {
				httpRequestWithAuthentication: async () => {
					requests += 1;
					if (collect !== undefined && requests % Math.ceil(items.length / LOOKS) === 0) {
						most = Math.max(most, live());
					}
					// An answer of the network comes in a later turn, never at once.
					await new Promise((resolve) => setImmediate(resolve));
					return { statusCode: 200, headers: {}, body: once(answer) };
				},
			});
			const read = this.getNodeParameter.bind(this);
			const ready: Record<string, unknown> = { options: { concurrency: 5 } };
			const context = overlaid(this, {
				helpers,
				getNodeParameter: (name: string, item: number, fallback: object) => {
					if (name === 'recipient') return items[item]?.json['to'];
					if (name === 'contactsJson') return items[item]?.json['card'];
					return (ready[name] ??= read(name, 0, fallback));
				},
			});
			const before = live();
			const start = performance.now();
			const outputs = (await node.execute?.call(context)) ?? [];
			const milliseconds = performance.now() - start;
			most = Math.max(most, live());
			cost.microseconds = (milliseconds * 1000) / items.length;
			cost.bytes = (most - before) / items.length;
			return Array.isArray(outputs) ? outputs : [];
		};
	}
}

/** The object with some of its properties replaced. */
function overlaid<T extends object>(object: T, changes: Record<string, unknown>): T {
	return new Proxy(object, {
		get: (target, name): unknown =>
			typeof name === 'string' && name in changes ? changes[name] : Reflect.get(target, name),
	});
}

async function* once(chunk: Buffer): AsyncGenerator<Buffer> {
	yield await Promise.resolve(chunk);
}

async function measure(cards: number, collect: (() => void) | undefined): Promise<OwnCost> {
	const type = new OwnWork(await builtNode(), collect);
	await runCards({ cards, concurrency: 5, type, url: 'http://127.0.0.1:1' });
	return type.cost;
}

/** Prints the cost of so many cards, measured in a process that has done nothing but warm up. */
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

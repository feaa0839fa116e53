import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { SendContactCard } from '../nodes/SendContactCard/SendContactCard.node.js';
import { sendContactCards } from '../nodes/SendContactCard/send';
import { runCards } from './deliveryEngine';

/** Times that the live memory is looked at in a run. */
const LOOKS = 20;

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
class OwnWork extends SendContactCard implements INodeType {
	cost: OwnCost = { microseconds: 0, bytes: 0 };

	override execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor(collect: (() => void) | undefined) {
		super();
		// eslint-disable-next-line @typescript-eslint/no-this-alias -- n8n calls execute with its own `this`
		const node = this;
		this.execute = async function (this: IExecuteFunctions) {
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
			const context = overlaid(this, {
				helpers,
				getNodeParameter: (name: string, item: number, ...others: []) => {
					if (name === 'recipient') return items[item]?.json['to'];
					if (name === 'contactsJson') return items[item]?.json['card'];
					return read(name, 0, ...others);
				},
			});
			const before = live();
			const cpu = process.cpuUsage();
			const outputs = await sendContactCards.call(context);
			const { user, system } = process.cpuUsage(cpu);
			most = Math.max(most, live());
			node.cost = {
				microseconds: (user + system) / items.length,
				bytes: (most - before) / items.length,
			};
			return outputs;
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

/** Measures the node's own work on so many cards, in this process. */
export async function measureOwnCost(
	cards: number,
	collect: (() => void) | undefined,
): Promise<OwnCost> {
	const type = new OwnWork(collect);
	await runCards({ cards, concurrency: 5, type, url: 'http://127.0.0.1:1' });
	return type.cost;
}

/** As a program: prints the cost of so many cards, measured in a process without a history. */
if (process.argv[1]?.endsWith('deliveryOwnCost.ts') === true) {
	const [cards = '1000', what = 'time'] = process.argv.slice(2);
	void (async () => {
		await measureOwnCost(2000, undefined);
		global.gc?.();
		console.log(
			JSON.stringify(
				await measureOwnCost(Number(cards), what === 'memory' ? global.gc : undefined),
			),
		);
		process.exit();
	})();
}

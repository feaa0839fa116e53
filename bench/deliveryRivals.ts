import { Agent, request } from 'node:http';

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { z } from 'zod';

import { systemClock } from '../nodes/eventLoop/clock';
import { gowa } from '../nodes/providers/gowa/gowa';
import { account as GOWA } from '../sandbox/providers/gowa/account';
import { numberOf } from './deliveryEngine';

/** A loop like other nodes' loops: one item after another, with n8n's helper, which reads the credential each time. */
export class LoopNode implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Loop',
		name: 'loop',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Loop' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: gowa.credential.name, required: true }],
		properties: ['recipient', 'contactsJson'].map((name) => ({
			displayName: name,
			name,
			type: 'string',
			default: '',
		})),
	};

	execute = async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const outputs: INodeExecutionData[] = [];
		for (const item of this.getInputData().keys()) {
			const recipient = this.getNodeParameter('recipient', item) as string;
			const contact = this.getNodeParameter('contactsJson', item) as {
				name: { formatted_name: string };
				phones: Array<{ phone: string }>;
			};
			const { baseUrl } = await this.getCredentials(gowa.credential.name, item);
			const answer: unknown = await this.helpers.httpRequestWithAuthentication.call(
				this,
				gowa.credential.name,
				{
					method: 'POST',
					url: `${baseUrl as string}/send/contact`,
					body: {
						phone: recipient.slice(1),
						contact_name: contact.name.formatted_name,
						contact_phone: contact.phones[0]?.phone.slice(1),
					},
					json: true,
				},
			);
			outputs.push({ json: { answer: JSON.stringify(answer) }, pairedItem: { item } });
		}
		return [outputs];
	};
}

const sampleSchema = z.object({
	to: z.string(),
	card: z.object({
		name: z.object({ formatted_name: z.string() }),
		phones: z.tuple([z.object({ phone: z.string() })]),
	}),
});

/**
 * The minimum that n8n itself takes: its HTTP helper with a credential that is read once, several requests at once, and no
 * contact or receipt to read. `like` says what it does the way this package's node does: nothing, or all expressions before
 * the first request and starting one request after another.
 */
export class BarePoolNode extends LoopNode {
	override execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	constructor(concurrency: number, like: 'nothing' | 'ours') {
		super();
		this.execute = async function () {
			const type = gowa.credential.name;
			const data = await this.getCredentials(type, 0);
			const items = this.getInputData();
			if (like === 'ours') {
				for (const item of items.keys()) {
					for (const name of ['recipient', 'contactsJson']) this.getNodeParameter(name, item);
				}
			}
			let started = Promise.resolve();
			const turn = async () => {
				const before = started;
				started = before.then(async () => await systemClock.turn());
				await before;
			};
			let next = 0;
			const work = async () => {
				while (next < items.length) {
					const { to, card } = sampleSchema.parse(items[next]?.json);
					next += 1;
					if (like === 'ours') await turn();
					await this.helpers.httpRequestWithAuthentication.call(
						this,
						type,
						{
							method: 'POST',
							url: `${data['baseUrl'] as string}/send/contact`,
							body: {
								phone: to.slice(1),
								contact_name: card.name.formatted_name,
								contact_phone: card.phones[0].phone.slice(1),
							},
							json: true,
						},
						{ credentialsDecrypted: { id: '', name: type, type, data } },
					);
				}
			};
			await Promise.all(Array.from({ length: concurrency }, work));
			return [items.map((_item, item) => ({ json: {}, pairedItem: { item } }))];
		};
	}
}

/** Sends cards with nothing but Node.js: connections are kept, nothing is read from workflows. Returns milliseconds. */
export async function sendBare(url: string, cards: number, concurrency: number): Promise<number> {
	const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
	const authorization = `Basic ${Buffer.from(`${GOWA.username}:${GOWA.password}`).toString('base64')}`;
	const send = async (place: number) =>
		await new Promise<void>((resolve, reject) => {
			const body = JSON.stringify({
				phone: numberOf(place).slice(1),
				contact_name: `Card ${place}`,
				contact_phone: '5512996130832',
			});
			const outgoing = request(`${url}/gowa/send/contact`, {
				method: 'POST',
				agent,
				headers: {
					authorization,
					'content-type': 'application/json',
					'content-length': Buffer.byteLength(body),
					'x-device-id': GOWA.deviceId,
				},
			});
			outgoing.on('error', reject);
			outgoing.on('response', (response) => {
				response.resume();
				response.on('end', () => {
					if (response.statusCode === 200) resolve();
					else reject(new Error(`Status ${String(response.statusCode)}`));
				});
			});
			outgoing.end(body);
		});
	const start = performance.now();
	let next = 0;
	const work = async () => {
		while (next < cards) {
			const place = next;
			next += 1;
			await send(place);
		}
	};
	await Promise.all(Array.from({ length: concurrency }, work));
	agent.destroy();
	return performance.now() - start;
}

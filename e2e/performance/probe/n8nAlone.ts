import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import type { Form } from '../cards';

/** The parameters of Send Contact Card that hold the expressions, put here when the probe is built. */
declare const PROPERTIES: INodeProperties[];

const CREDENTIAL = 'contactCardGowaApi';

/** The body that GOWA expects. */
interface Body {
	phone: string;
	contact_name: string;
	contact_phone: string;
}

/**
 * The least that n8n itself takes to send cards: the same parameters with the same expressions, read before the first
 * request as Send Contact Card does; then n8n's helper with a credential that was read once, *At Once* requests in parallel,
 * one started after another. Nothing is checked, retried or read from the answers.
 */
export class N8nAlone implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'n8n Alone',
		name: 'n8nAlone',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'n8n Alone' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: [
			...PROPERTIES,
			{ displayName: 'At Once', name: 'atOnce', type: 'number', default: 1 },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const form = this.getNodeParameter('contactSource', 0) as Form;
		const data = await this.getCredentials(CREDENTIAL);
		const credentialsDecrypted = { id: '', name: CREDENTIAL, type: CREDENTIAL, data };
		const url = `${data['baseUrl'] as string}/send/contact`;
		const bodies = [...this.getInputData().keys()].map((item) => bodyOf(this, form, item));
		const outputs: INodeExecutionData[] = [];
		let starts = Promise.resolve();
		let next = 0;
		const work = async () => {
			while (next < bodies.length) {
				const item = next;
				next += 1;
				const before = starts;
				starts = before.then(nextTurn);
				await before;
				const json = await this.helpers.httpRequestWithAuthentication.call(
					this,
					CREDENTIAL,
					{ method: 'POST', url, body: bodies[item] ?? {}, json: true },
					{ credentialsDecrypted },
				);
				outputs[item] = { json, pairedItem: { item } };
			}
		};
		await Promise.all(Array.from({ length: this.getNodeParameter('atOnce', 0) as number }, work));
		return [outputs];
	}
}

function bodyOf(context: IExecuteFunctions, form: Form, item: number): Body {
	const phone = (context.getNodeParameter('recipient', item) as { value: string }).value.slice(1);
	const [name, number] = contactOf(context, form, item);
	return { phone, contact_name: name, contact_phone: number.slice(1) };
}

function contactOf(context: IExecuteFunctions, form: Form, item: number): [string, string] {
	switch (form) {
		case 'json': {
			const { name, phones } = context.getNodeParameter('contactsJson', item) as {
				name: { formatted_name: string };
				phones: [{ phone: string }];
			};
			return [name.formatted_name, phones[0].phone];
		}
		case 'fields': {
			const { contact } = context.getNodeParameter('contacts', item) as {
				contact: [{ formattedName: string; phones: { phone: [{ phone: string }] } }];
			};
			const [{ formattedName, phones }] = contact;
			return [formattedName, phones.phone[0].phone];
		}
		case 'item': {
			const { name, phone } = context.getInputData()[item]?.json as { name: string; phone: string };
			return [name, phone];
		}
	}
}

async function nextTurn(): Promise<void> {
	await new Promise((resolve) => setImmediate(resolve));
}

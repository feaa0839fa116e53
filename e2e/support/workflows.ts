import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../sandbox/engine/engine';
import type { Sandbox } from '../../sandbox/server';
import type { CredentialFile } from './home';

/** A recipient and the contact to send. */
export interface Card {
	to: string;
	name: string;
}

export const TRIGGER = 'Trigger';
export const SEND = 'Send Contact Card';

/** Cards for different people, with numbers reserved for fiction. */
export function cardsOf(count: number, first = 0): Card[] {
	return Array.from({ length: count }, (_, index) => ({
		to: `+4477009${String(first + index).padStart(5, '0')}`,
		name: `Contact ${String(first + index)}`,
	}));
}

/** A node, whose ID is its name. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters = {},
	more: Partial<INode> = {},
): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, ...more };
}

/** The trigger that a person clicks. */
export const manualTrigger = node(TRIGGER, 'n8n-nodes-base.manualTrigger', 1);

/** Sends each item, a `Card`, through GOWA. */
export function sendNode(options: INodeParameters = {}, more: Partial<INode> = {}): INode {
	return node(
		SEND,
		'n8n-nodes-contact-card.sendContactCard',
		1,
		{
			provider: 'gowa',
			recipient: '={{ $json.to }}',
			contacts: {
				contact: [
					{
						formattedName: '={{ $json.name }}',
						phones: { phone: [{ phone: '+442079460123', type: 'WORK' }] },
					},
				],
			},
			options,
		},
		{ credentials: { contactCardGowaApi: GOWA }, ...more },
	);
}

const GOWA = { id: 'gowa', name: 'Sandbox GOWA' };

/** The credential for `sendNode`. */
export function gowaCredential({ credentials }: Pick<Sandbox, 'credentials'>): CredentialFile {
	return { ...GOWA, type: 'contactCardGowaApi', data: credentials.gowa };
}

/**
 * A workflow with nodes in a row.
 *
 * @param items pinned to the first node
 */
export function chain(name: string, nodes: INode[], items?: readonly Card[]): WorkflowFile {
	const links = nodes
		.slice(1)
		.map((to, index): [string, WorkflowFile['connections'][string]] => [
			nodes[index]?.name ?? '',
			{ main: [[{ node: to.name, type: 'main', index: 0 }]] },
		]);
	const pinned: INodeExecutionData[] | undefined = items?.map((json) => ({ json: { ...json } }));
	return {
		name,
		nodes: nodes.map((each, place) => ({ ...each, position: [place * 220, 0] })),
		connections: Object.fromEntries(links),
		...(pinned === undefined ? {} : { pinData: { [nodes[0]?.name ?? '']: pinned } }),
		settings: { executionOrder: 'v1' },
	};
}

/** A node that starts a workflow on a POST to its path, and answers when the workflow has ended. */
export function webhook(path: string): INode {
	return node(
		'Webhook',
		'n8n-nodes-base.webhook',
		2,
		{ httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'allEntries' },
		{ webhookId: path },
	);
}

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';

import { sendContactCards } from '../../nodes/SendContactCard/send';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import {
	startWorkflow,
	type StartedWorkflow,
	type WorkflowFile,
	type WorkflowRun,
} from '../../sandbox/engine/engine';
import type { Sandbox } from '../../sandbox/server';
import { credentialData, SEND, sendPackage, sendWorkflow } from '../support/workflow';

/** A person's number that reaches nobody; every place has its own. */
export const numberOf = (place: number) => `447700${String(900_000 + place)}`;

/** The number for which the sandbox fails with status 500. */
export const ERROR_500 = '12025550110';

/** Changes of the node with which n8n runs it three times. */
export const retryOnFail = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

export interface CardItem extends IDataObject {
	to: string;
	name: string;
}

/** An item for a recipient, with a contact that is like no other. */
export const card = (to: string, name: string): CardItem => ({ to, name });

/** So many items, each for another recipient. */
export const cardsTo = (count: number): CardItem[] =>
	Array.from({ length: count }, (_, place) => card(numberOf(place), `Card ${place}`));

const contact = (name: string) => ({
	name: { formatted_name: name },
	phones: [{ phone: '+5512996130832' }],
});

/** Parameters that read recipient and name from the item. */
export const byItem: INodeParameters = {
	operation: 'send',
	provider: 'gowa',
	recipient: '={{ $json.to }}',
	contactSource: 'json',
	contactsJson:
		'={{ JSON.stringify(String($json.name).split("|").map((name) => ({ name: { formatted_name: name }, phones: [{ phone: "+5512996130832" }] }))) }}',
};

export interface Setting {
	items: readonly IDataObject[];
	parameters?: INodeParameters;
	options?: INodeParameters;
	/** Changes of the node itself, such as `onError` and `retryOnFail`. */
	node?: Partial<INode>;
	credentials?: Readonly<Record<string, ICredentialDataDecryptedObject>>;
	/** Another Send node than the package's own. */
	nodeType?: INodeType;
	/** A last change of the workflow. */
	change?: (file: WorkflowFile) => void;
}

/** Starts the Send node on the items, against a sandbox. */
export function startSend(
	sandbox: Pick<Sandbox, 'credentials'>,
	{ items, parameters = {}, options = {}, node = {}, credentials, nodeType, change }: Setting,
): StartedWorkflow {
	const file = sendWorkflow({ ...byItem, ...parameters, options }, { items });
	file.nodes = file.nodes.map((each) => (each.name === SEND ? { ...each, ...node } : each));
	change?.(file);
	const contents = nodeType === undefined ? sendPackage : { ...sendPackage, nodes: [nodeType] };
	return startWorkflow(file, contents, credentialData(sandbox, credentials));
}

/** Runs the Send node on the items to its end, see {@link startSend}. */
export async function send(
	sandbox: Pick<Sandbox, 'credentials'>,
	setting: Setting,
): Promise<WorkflowRun> {
	return await startSend(sandbox, setting).finished;
}

/**
 * The Send node with other recipients in some tries, as expressions give them that do not always work.
 *
 * @param recipientOf the recipient of an item in a try of the node, both from 0; undefined for the item's own
 */
export function withRecipients(recipientOf: (item: number, attempt: number) => string | undefined) {
	let tries = 0;
	const nodeType: INodeType = Object.assign(new SendContactCard(), {
		async execute(this: IExecuteFunctions) {
			const now = tries;
			tries += 1;
			const getNodeParameter = (name: string, item: number, fallback: unknown): unknown =>
				(name === 'recipient' ? recipientOf(item, now) : undefined) ??
				this.getNodeParameter(name, item, fallback);
			const changes = { getNodeParameter: { value: getNodeParameter } };
			return await sendContactCards.call(Object.create(this, changes) as IExecuteFunctions);
		},
	});
	return { nodeType, tries: () => tries };
}

export { contact };

/** A server with answers of the test's own, for what no sandbox does; the function closes it. */
export async function serve(
	listener: RequestListener,
): Promise<{ url: string; close: () => Promise<void> }> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** Waits for something that happens on a socket; if it does not, the test's own time limit ends the wait. */
export async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** The names of the first contacts of the cards that arrived at a recipient, in order. */
export const namesAt = (sandbox: Pick<Sandbox, 'deliveries'>, recipient: string) =>
	sandbox.deliveries({ recipient }).map(({ contacts }) => contacts[0]?.name.formatted_name);

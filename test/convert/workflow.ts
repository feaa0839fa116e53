import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { ConvertContactCard } from '../../nodes/ConvertContactCard/ConvertContactCard.node.js';
import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import type { CredentialData } from '../../sandbox/engine/credentialsHelper';
import { startWorkflow, type StartedWorkflow, type WorkflowRun } from '../../sandbox/engine/engine';

const TRIGGER = 'Trigger';
export const CONVERT = 'Convert Contact Card';
export const SEND = 'Send Contact Card';

export interface Settings {
	/** The input items; their JSON alone is enough. One empty item by default. */
	items?: readonly INodeExecutionData[];
	onError?: NonNullable<INode['onError']>;
	/** Parameters of a Send Contact Card node that follows, and the credentials that it uses. */
	send?: { parameters: INodeParameters; credentials: CredentialData };
}

/** Starts a trigger that gives the items, and the Convert Contact Card node with these parameters. */
export function startConvert(
	parameters: INodeParameters,
	{ items = [{ json: {} }], onError, send }: Settings = {},
): StartedWorkflow {
	const node = (name: string, type: string, own: Partial<INode>): INode => ({
		id: name,
		name,
		type,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...own,
	});
	const convert = node(CONVERT, 'n8n-nodes-contact-card.convertContactCard', {
		parameters,
		...(onError === undefined ? {} : { onError }),
	});
	const sender = node(SEND, 'n8n-nodes-contact-card.sendContactCard', {
		parameters: send?.parameters ?? {},
		credentials: Object.fromEntries(
			providers.map(({ credential: { name } }) => [name, { id: name, name }]),
		),
	});
	const to = (name: string) => ({ main: [[{ node: name, type: 'main' as const, index: 0 }]] });
	return startWorkflow(
		{
			name: 'Convert contact cards',
			nodes: [
				node(TRIGGER, 'n8n-nodes-base.manualTrigger', {}),
				convert,
				...(send === undefined ? [] : [sender]),
			],
			connections: {
				[TRIGGER]: to(CONVERT),
				...(send === undefined ? {} : { [CONVERT]: to(SEND) }),
			},
			pinData: { [TRIGGER]: [...items] },
		},
		{
			nodes: [new ConvertContactCard(), new SendContactCard()],
			credentials: providers.map(({ credential }) => credential),
		},
		send?.credentials ?? {},
	);
}

/** Runs the node to its end, see {@link startConvert}. */
export async function runConvert(
	parameters: INodeParameters,
	settings?: Settings,
): Promise<WorkflowRun> {
	return await startConvert(parameters, settings).finished;
}

/** The JSON of the node's output items. */
export function jsonOf(run: WorkflowRun, output = 0): IDataObject[] {
	if (run.error !== undefined) throw run.error;
	return run.items(CONVERT, output).map(({ json }) => json);
}

/** The text of the node's hints above its output. */
export function hintsOf({ run }: WorkflowRun): string[] {
	const [task] = run.data.resultData.runData[CONVERT] ?? [];
	return (task?.hints ?? []).map(({ message }) => message);
}

/** A file as an earlier node of the workflow gives it. */
export function file(content: string, name = 'data'): INodeExecutionData {
	const data = Buffer.from(content, 'utf8').toString('base64');
	return { json: {}, binary: { [name]: { data, mimeType: 'text/vcard' } } };
}

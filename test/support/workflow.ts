import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import type { CredentialData } from '../../sandbox/engine/credentialsHelper';
import {
	runWorkflow,
	type Package,
	type WorkflowFile,
	type WorkflowRun,
} from '../../sandbox/engine/engine';
import type { Sandbox } from '../../sandbox/server';

/** The name of the node under test in workflows. */
export const SEND = 'Send Contact Card';

/** The package as n8n loads it. */
export const sendPackage: Package = {
	nodes: [new SendContactCard()],
	credentials: providers.map(({ credential }) => credential),
};

/** The sandbox's working credentials, by credential type; `changes` replaces some, by provider. */
export function credentialData(
	{ credentials }: Pick<Sandbox, 'credentials'>,
	changes: Readonly<Record<string, ICredentialDataDecryptedObject>> = {},
): CredentialData {
	const byProvider: Record<string, ICredentialDataDecryptedObject> = { ...credentials };
	return Object.fromEntries(
		providers.map(({ id, credential: { name } }) => [name, { ...byProvider[id], ...changes[id] }]),
	);
}

export interface WorkflowSettings {
	/** The JSON of the input items; one empty item by default. */
	items?: readonly IDataObject[];
	onError?: NonNullable<INode['onError']>;
	/** Three tries, with n8n's *Retry On Fail*. */
	retryOnFail?: boolean;
}

/** A workflow with a trigger that outputs the items, and the Send Contact Card node with these parameters. */
export function sendWorkflow(
	parameters: INodeParameters,
	{ items = [{}], onError, retryOnFail = false }: WorkflowSettings = {},
): WorkflowFile {
	const given: INodeExecutionData[] = items.map((json) => ({ json }));
	return {
		name: 'Send contact cards',
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
				name: SEND,
				type: 'n8n-nodes-contact-card.sendContactCard',
				typeVersion: 1,
				position: [200, 0],
				parameters,
				credentials: Object.fromEntries(
					providers.map(({ credential: { name } }) => [name, { id: name, name }]),
				),
				...(onError === undefined ? {} : { onError }),
				...(retryOnFail ? { retryOnFail, maxTries: 3, waitBetweenTries: 1 } : {}),
			},
		],
		connections: { Trigger: { main: [[{ node: SEND, type: 'main', index: 0 }]] } },
		pinData: { Trigger: given },
	};
}

/** Runs {@link sendWorkflow} against a sandbox. */
export async function runSend(
	sandbox: Pick<Sandbox, 'credentials'>,
	parameters: INodeParameters,
	settings: WorkflowSettings = {},
	credentials: Readonly<Record<string, ICredentialDataDecryptedObject>> = {},
): Promise<WorkflowRun> {
	return await runWorkflow(
		sendWorkflow(parameters, settings),
		sendPackage,
		credentialData(sandbox, credentials),
	);
}

/** The JSON of the Send node's output items. */
export function outputs(run: WorkflowRun, output = 0): IDataObject[] {
	return run.items(SEND, output).map(({ json }) => json);
}

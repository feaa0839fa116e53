import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import { SEND, sendWorkflow } from '../../test/support/workflow';
import type { Session } from './session';

/** What n8n answers to the creation of something. */
interface Created {
	id: string;
}

/** Saves a working credential of every provider, and gives their ids by provider. */
export async function saveCredentials(
	session: Session,
	data: Readonly<Record<string, object>>,
): Promise<Map<string, string>> {
	const ids = new Map<string, string>();
	for (const { id, displayName, credential } of providers) {
		const created = (await session.call('POST', '/credentials', {
			name: `${displayName} in the sandbox`,
			type: credential.name,
			data: data[id],
		})) as Created;
		ids.set(id, created.id);
	}
	return ids;
}

export interface SavedWorkflow {
	parameters: INodeParameters;
	/** The JSON of the items that reach the node. */
	items: ReadonlyArray<INodeExecutionData['json']>;
	onError?: NonNullable<INode['onError']>;
}

/** Saves a workflow with the Send node in it, and gives the path at which the editor opens it. */
export async function saveWorkflow(
	session: Session,
	credentialIds: ReadonlyMap<string, string>,
	{ parameters, items, onError }: SavedWorkflow,
): Promise<string> {
	const workflow = sendWorkflow(parameters, { items, ...(onError === undefined ? {} : { onError }) });
	for (const node of workflow.nodes) {
		if (node.name !== SEND) continue;
		const used = providers.filter(({ id }) => id === parameters['provider']);
		node.credentials = Object.fromEntries(
			used.map(({ id, displayName, credential: { name } }) => [
				name,
				{ id: credentialIds.get(id) ?? '', name: `${displayName} in the sandbox` },
			]),
		);
	}
	const { id } = (await session.call('POST', '/workflows', { ...workflow, active: false })) as Created;
	return `/workflow/${id}`;
}

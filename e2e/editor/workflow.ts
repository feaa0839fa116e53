/** Workflows with a Send node that the editor opens, and credentials with which it works in the sandbox. */

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { providers } from '../../nodes/providers';
import type { Provider } from '../../nodes/providers/provider';
import { SEND, sendWorkflow } from '../../test/support/workflow';
import type { CredentialFile } from '../support/home';
import type { Session } from './session';

/** The name of a provider's working credential, from {@link workingCredentials}. */
export function credentialName(displayName: string): string {
	return `${displayName} in the sandbox`;
}

/** The ID and the name of a provider's working credential. */
function credentialOf({ id, displayName }: Provider): { id: string; name: string } {
	return { id: `working-${id}`, name: credentialName(displayName) };
}

/**
 * A working credential for every provider.
 *
 * @param data the sandbox's credentials by provider
 */
export function workingCredentials(data: Readonly<Record<string, object>>): CredentialFile[] {
	return providers.map((provider) => ({
		...credentialOf(provider),
		type: provider.credential.name,
		data: data[provider.id] ?? {},
	}));
}

/** A workflow with a Send node, to be saved. */
export interface SavedWorkflow {
	/** Of the Send node. */
	parameters: INodeParameters;
	/** The JSON of the items that reach the node; one empty item by default. */
	items?: readonly IDataObject[];
	onError?: NonNullable<INode['onError']>;
}

const createdSchema = z.object({ id: z.string() });

/** Saves a workflow with the Send node in it, and gives the path at which the editor opens it. */
export async function saveWorkflow(
	{ rest }: Session,
	{ parameters, items = [{}], onError }: SavedWorkflow,
): Promise<string> {
	const settings = { items, ...(onError === undefined ? {} : { onError }) };
	const workflow = sendWorkflow(parameters, settings);
	const provider = providers.find(({ id }) => id === parameters['provider']);
	for (const node of workflow.nodes) {
		if (node.name !== SEND || provider === undefined) continue;
		node.credentials = { [provider.credential.name]: credentialOf(provider) };
	}
	const saved = await rest.post('/rest/workflows', { settings: {}, ...workflow });
	return `/workflow/${createdSchema.parse(saved).id}`;
}

import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { providers } from '../../nodes/providers';
import { SEND, sendWorkflow } from '../../test/support/workflow';
import type { CredentialFile } from '../support/home';
import type { Session } from './session';

/** The name of a provider's working credential. */
export function credentialName(displayName: string): string {
	return `${displayName} in the sandbox`;
}

/** A working credential of every provider, from the sandbox's credentials by provider. */
export function workingCredentials(data: Readonly<Record<string, object>>): CredentialFile[] {
	return providers.map(({ id, displayName, credential }) => ({
		id: `working-${id}`,
		name: credentialName(displayName),
		type: credential.name,
		data: data[id] ?? {},
	}));
}

export interface SavedWorkflow {
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
		const { id, displayName, credential } = provider;
		const named = { id: `working-${id}`, name: credentialName(displayName) };
		node.credentials = { [credential.name]: named };
	}
	const saved = await rest.post('/rest/workflows', { settings: {}, ...workflow });
	return `/workflow/${createdSchema.parse(saved).id}`;
}

/** A workflow that sends one card through each of some providers, to a recipient that the sandbox knows. */
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../engine/engine';
import { providerOf, type ProviderId } from '../registry';
import type { ContactFile } from '../try/contactFile';

const START = 'Start';

/** The name of the node that sends through a provider. */
export function sendNode(id: ProviderId): string {
	return `Send through ${id}`;
}

/** @param credentialTypes every node gets them all, each named after its type */
export function oneCardWorkflow(
	name: string,
	ids: readonly ProviderId[],
	contacts: ContactFile,
	credentialTypes: readonly string[],
): WorkflowFile {
	const credentials = Object.fromEntries(
		credentialTypes.map((type) => [type, { id: type, name: type }]),
	);
	return {
		name,
		nodes: [
			{
				id: START,
				name: START,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			...ids.map((id, index) => ({
				id,
				name: sendNode(id),
				type: 'n8n-nodes-contact-card.sendContactCard',
				typeVersion: 1,
				position: [200, index * 200] satisfies [number, number],
				parameters: parametersOf(id, contacts),
				credentials,
				onError: 'continueErrorOutput' as const,
			})),
		],
		connections: {
			[START]: {
				main: [ids.map((id) => ({ node: sendNode(id), type: 'main' as const, index: 0 }))],
			},
		},
		pinData: { [START]: [itemOf(contacts)] },
	};
}

function parametersOf(id: ProviderId, contacts: ContactFile): INodeParameters {
	return {
		operation: 'send',
		provider: id,
		...providerOf(id).parameters,
		...(contacts.kind === 'vcard'
			? { contactSource: 'file', binaryPropertyName: 'data' }
			: { contactSource: 'json', contactsJson: '={{ $json.contacts }}' }),
	};
}

function itemOf(contacts: ContactFile): INodeExecutionData {
	if (contacts.kind === 'json') return { json: { contacts: contacts.text } };
	const { fileName, content } = contacts;
	const data = content.toString('base64');
	return { json: {}, binary: { data: { fileName, mimeType: 'text/vcard', data } } };
}

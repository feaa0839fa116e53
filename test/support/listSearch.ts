import type {
	ICredentialDataDecryptedObject,
	INodeListSearchResult,
	INodeParameters,
} from 'n8n-workflow';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { listContext } from '../../sandbox/engine/engine';
import type { Sandbox } from '../../sandbox/server';
import { credentialData, SEND, sendPackage, sendWorkflow } from './workflow';

const { listSearch } = new SendContactCard().methods;

interface Search {
	/** The parameters of the node besides its provider. */
	parameters?: INodeParameters;
	filter?: string;
	paginationToken?: string;
	/** Changes to the sandbox's credential. */
	credential?: ICredentialDataDecryptedObject;
}

/** Searches a *From list* as the editor does. */
export async function search(
	sandbox: Pick<Sandbox, 'credentials'>,
	provider: string,
	method: string,
	{ parameters = {}, filter, paginationToken, credential = {} }: Search = {},
): Promise<INodeListSearchResult> {
	const context = listContext(
		sendWorkflow({ provider, ...parameters }),
		SEND,
		sendPackage,
		credentialData(sandbox, { [provider]: credential }),
	);
	const run = listSearch[method];
	if (run === undefined) throw new Error(`There is no search ${method}`);
	return await run.call(context, filter, paginationToken);
}

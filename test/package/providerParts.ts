/** What a provider consists of beside its own code: the places that a registry cannot derive. */

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { providers } from '../../nodes/providers';
import { dialects } from '../../nodes/providers/dialects';
import type { Provider } from '../../nodes/providers/provider';
import manifest from '../../package.json';
import { ROOT } from '../../sandbox/projectFolder';
import { isProviderId } from '../../sandbox/registry';
import { PROVIDER_ROWS } from '../support/providerRows';

/** Every place that a provider needs, and whether it is there. */
export function partsOf(provider: Provider): Array<[place: string, isThere: boolean]> {
	const { id, credential, dialect } = provider;
	const credentialFile = `credentials/${credential.constructor.name}.credentials`;
	return [
		[`nodes/providers/${id}/${id}.ts`, has(`nodes/providers/${id}/${id}.ts`)],
		[`${credentialFile}.ts`, has(`${credentialFile}.ts`)],
		[
			`n8n.credentials in package.json: "dist/${credentialFile}.js"`,
			manifest.n8n.credentials.includes(`dist/${credentialFile}.js`),
		],
		[
			`its dialect in nodes/providers/dialects.ts`,
			dialect === undefined || dialects.includes(dialect),
		],
		[`sandbox/providers/${id}/ and its line in sandbox/providers/index.ts`, isProviderId(id)],
		[`its row in test/support/providerRows.ts`, Object.hasOwn(PROVIDER_ROWS, id)],
		[`test/providers/${id}.test.ts`, has(`test/providers/${id}.test.ts`)],
		[`test/sandbox/${id}.test.ts`, has(`test/sandbox/${id}.test.ts`)],
		[`docs/providers/${id}.md`, has(`docs/providers/${id}.md`)],
		[
			`the sources of its package, single/packages/${id}: npm run docs`,
			has(`single/packages/${id}/package.json`),
		],
		[
			`the word "${provider.displayName}" among the aliases of the Send node: npm run docs`,
			read('nodes/SendContactCard/SendContactCard.node.json').includes(
				JSON.stringify(provider.displayName),
			),
		],
	];
}

/** Ids in the order in which the list of providers shows them. */
export const PROVIDER_IDS_IN_ORDER = providers.map(({ id }) => id);

function has(file: string): boolean {
	return existsSync(path.join(ROOT, file));
}

function read(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

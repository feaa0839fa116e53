/** The sources of the packages of one provider each: single/packages/. They stand in the repository, where n8n's scan reads them. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import { networksOf } from '../../nodes/providers/networks';
import type { Provider } from '../../nodes/providers/provider';
import whole from '../../package.json';
import { ROOT } from '../../sandbox/projectFolder';
import { singleNames } from '../../single/names';
import { sourceFolder } from '../../single/onlyProvider';
import { wayOf } from '../../single/wayOf';
import { networkWords, serviceWords, withDocumentation, withWords } from './searchWords';

/** Text by path in the project. */
export function singleSources(): Record<string, string> {
	return Object.fromEntries(
		providers.flatMap((provider) => {
			const folder = sourceFolder(provider);
			const { nodeClass, credentialClass } = singleNames(provider);
			const node = `${folder}/nodes/${nodeClass}/${nodeClass}.node`;
			return [
				[`${folder}/package.json`, manifestOf(provider)],
				[`${node}.ts`, nodeOf(provider)],
				[`${node}.json`, codexOf(provider)],
				[`${folder}/credentials/${credentialClass}.credentials.ts`, credentialOf(provider)],
			];
		}),
	);
}

function manifestOf(provider: Provider): string {
	const { packageName, nodeClass, credentialClass } = singleNames(provider);
	const { displayName, network } = provider;
	const manifest = {
		name: packageName,
		version: whole.version,
		description: `Send contact cards (vCards) from n8n ${wayOf(provider)}`,
		license: whole.license,
		keywords: [
			...new Set([
				'n8n-community-node-package',
				'n8n',
				'contact card',
				'vcard',
				'vcf',
				network.toLowerCase(),
				displayName.toLowerCase(),
			]),
		],
		homepage: pageOf(provider),
		bugs: whole.bugs,
		author: whole.author,
		repository: { ...whole.repository, directory: sourceFolder(provider) },
		engines: whole.engines,
		files: ['dist'],
		n8n: {
			n8nNodesApiVersion: whole.n8n.n8nNodesApiVersion,
			nodes: [`dist/nodes/${nodeClass}/${nodeClass}.node.js`],
			credentials: [`dist/credentials/${credentialClass}.credentials.js`],
		},
		peerDependencies: whole.peerDependencies,
	};
	return `${JSON.stringify(manifest, null, '\t')}\n`;
}

function nodeOf(provider: Provider): string {
	const { id, displayName } = provider;
	const { nodeClass, nodeName } = singleNames(provider);
	return `// Made by npm run docs

import { ${id} } from '../../../../../nodes/providers/${id}/${id}';
import { SendContactCard } from '../../../../../nodes/SendContactCard/SendContactCard.node.js';
import { describedForOne } from '../../../../describedForOne';

/** Sends contact cards with ${displayName} alone. */
export class ${nodeClass} extends SendContactCard {
	constructor() {
		super();
		const name = '${nodeName}';
		this.description = describedForOne(this.description, ${id}, name);
	}
}
`;
}

function credentialOf(provider: Provider): string {
	const names = singleNames(provider);
	return `// Made by npm run docs

import { ${names.wholeCredentialClass} } from '../../../../credentials/${names.wholeCredentialClass}.credentials';

/** The credential of ${provider.displayName} in the package that has only it. */
export class ${names.credentialClass} extends ${names.wholeCredentialClass} {
	override name = '${names.credentialName}';

	override displayName = '${names.credentialDisplayName}';
}
`;
}

/** The whole package's codex, without the words for other networks and services. */
function codexOf(provider: Provider): string {
	const { packageName, nodeName } = singleNames(provider);
	const page = pageOf(provider);
	const text = readFileSync(
		path.join(ROOT, 'nodes/SendContactCard/SendContactCard.node.json'),
		'utf8',
	);
	const { alias } = jsonParse<{ alias: string[] }>(text);
	const own = new Set([...networkWords(provider.network), ...serviceWords(provider)]);
	const others = new Set([
		...networksOf(providers).flatMap(networkWords),
		...providers.flatMap(serviceWords),
	]);
	const words = [...own, ...alias].filter((word) => own.has(word) || !others.has(word));
	return withDocumentation(
		withWords(text.replace(/"node": "[^"]*"/, `"node": "${packageName}.${nodeName}"`), words),
		{ credentials: [`${page}#what-you-need`], node: page },
	);
}

function pageOf({ id }: Provider): string {
	return `${whole.homepage}/blob/main/docs/providers/${id}.md`;
}

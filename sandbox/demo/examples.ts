/** The workflows of examples/, and the credentials that they need. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import type { CredentialData } from '../engine/credentialsHelper';
import type { WorkflowFile } from '../engine/engine';
import { KnownNodeTypes } from '../engine/nodeTypes';
import type { Sandbox } from '../sandbox';
import { ROOT } from './builtPackage';

/** Where the workflows lie, and contacts.json with the contacts of their sample data. */
export const EXAMPLES = path.join(ROOT, 'examples');

/** What the types of this package's nodes begin with. */
const OWN = 'n8n-nodes-contact-card.';

/** What the demo ends with, since its failure is told below the table. */
export const LAST = 'failures.json';

/** All workflows of examples/, with the one that the demo ends with at the end. */
export const EXAMPLE_FILES: readonly string[] = [
	...readdirSync(EXAMPLES)
		.filter((file) => file !== 'contacts.json' && file !== LAST)
		.sort(),
	LAST,
];

/** The workflows that the demo runs, in its order: those of which its engine has all nodes. */
export const WORKFLOWS: readonly string[] = EXAMPLE_FILES.filter((file) => {
	const engine = new KnownNodeTypes([]);
	return readExample(file).nodes.every(({ type }) => type.startsWith(OWN) || engine.has(type));
});

/** A workflow of examples/. */
export function readExample(file: string): WorkflowFile {
	return jsonParse<WorkflowFile>(readFileSync(path.join(EXAMPLES, file), 'utf8'));
}

/** The sandbox's accounts as the credentials of n8n, by credential type. */
export function sandboxCredentials({ credentials }: Sandbox): CredentialData {
	const byProvider: Record<string, ICredentialDataDecryptedObject> = { ...credentials };
	return Object.fromEntries(
		providers.map(({ id, credential: { name } }) => [name, byProvider[id] ?? {}]),
	);
}

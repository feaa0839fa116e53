/** The workflows of examples/, and the credentials that they need. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import type { CredentialData } from '../engine/credentialsHelper';
import type { WorkflowFile } from '../engine/engine';
import { KnownNodeTypes } from '../engine/nodeTypes';
import { ROOT } from '../projectFolder';
import type { Sandbox } from '../sandbox';

/** The folder with the workflows, and contacts.json with the contacts in their sample data. */
export const EXAMPLES = path.join(ROOT, 'examples');

/** Prefix of this package's node types. */
const OWN = 'n8n-nodes-contact-card.';

/** Runs last in the demo, since its failure is printed below the table. */
export const LAST = 'failures.json';

/** All workflows of examples/, the one that the demo runs last at the end. */
export const EXAMPLE_FILES: readonly string[] = [
	...readdirSync(EXAMPLES)
		.filter((file) => file !== 'contacts.json' && file !== LAST)
		.sort(),
	LAST,
];

/** The workflows that the demo runs, in order: those whose nodes its engine has. */
export const WORKFLOWS: readonly string[] = EXAMPLE_FILES.filter((file) => {
	const engine = new KnownNodeTypes([]);
	return readExample(file).nodes.every(({ type }) => type.startsWith(OWN) || engine.has(type));
});

/** Reads a workflow of examples/. */
export function readExample(file: string): WorkflowFile {
	return jsonParse<WorkflowFile>(readFileSync(path.join(EXAMPLES, file), 'utf8'));
}

/** The sandbox's accounts as n8n credentials, by type. */
export function sandboxCredentials({ credentials }: Sandbox): CredentialData {
	const byProvider: Record<string, ICredentialDataDecryptedObject> = { ...credentials };
	return Object.fromEntries(
		providers.map(({ id, credential: { name } }) => [name, byProvider[id] ?? {}]),
	);
}

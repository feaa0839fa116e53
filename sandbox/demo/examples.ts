import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import { providers } from '../../nodes/providers';
import type { CredentialData } from '../engine/credentialsHelper';
import type { WorkflowFile } from '../engine/engine';
import type { Sandbox } from '../server';
import { ROOT } from './builtPackage';

/** Where the workflows lie, and contacts.json with the contacts that they send. */
export const EXAMPLES = path.join(ROOT, 'examples');

/** What the demo ends with, since its failure is told below the table. */
const LAST = 'failures.json';

/** The workflows of examples/, in the order in which the demo runs them. */
export const WORKFLOWS: readonly string[] = [
	...readdirSync(EXAMPLES)
		.filter((file) => file !== 'contacts.json' && file !== LAST)
		.sort(),
	LAST,
];

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

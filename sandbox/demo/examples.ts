import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse } from 'n8n-workflow';

import type { CredentialData } from '../engine/credentialsHelper';
import type { WorkflowFile } from '../engine/engine';
import type { Sandbox } from '../server';
import { ROOT } from './builtPackage';

/** The workflows of examples/, in the order in which the demo runs them. */
export const WORKFLOWS = [
	'five-providers.json',
	'staff-directory.json',
	'lead-assigned.json',
	'email-attachment.json',
	'forward-received-card.json',
	'event-organizer.json',
	'fallback.json',
	'failures.json',
] as const;

/** Where the workflows lie, and contacts.json with the contacts of their sample data. */
export const EXAMPLES = path.join(ROOT, 'examples');

/** A workflow of examples/. */
export function readExample(file: string): WorkflowFile {
	return jsonParse<WorkflowFile>(readFileSync(path.join(EXAMPLES, file), 'utf8'));
}

/** The sandbox's accounts as the credentials of n8n, by credential type. */
export function sandboxCredentials({ credentials }: Sandbox): CredentialData {
	return {
		contactCardChatvoltApi: credentials.chatvolt,
		contactCardChertApi: credentials.chert,
		contactCardGowaApi: credentials.gowa,
		contactCardRyzeApi: credentials.ryzeapi,
		contactCardWawpApi: credentials.wawp,
	};
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runWorkflow, type WorkflowFile, type WorkflowRun } from '../../sandbox/engine/engine';
import type { Sandbox } from '../../sandbox/server';
import { credentialData, sendPackage } from './workflow';

const FOLDER = join(__dirname, '..', 'fixtures', 'workflows');

/** A workflow from test/fixtures/workflows, as n8n exports it. */
export function workflowFile(name: string): WorkflowFile {
	const file: WorkflowFile = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
	return file;
}

/** Runs a workflow from test/fixtures/workflows against a sandbox. */
export async function runWorkflowFile(
	sandbox: Pick<Sandbox, 'credentials'>,
	name: string,
): Promise<WorkflowRun> {
	return await runWorkflow(workflowFile(name), sendPackage, credentialData(sandbox));
}

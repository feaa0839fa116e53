/** Sends the workflows of examples/ to a sandbox. */
import '../engine/engineHome';
import { runWorkflow } from '../engine/engine';
import type { Sandbox } from '../sandbox';
import { loadBuiltPackage } from './builtPackage';
import { readExample, sandboxCredentials, WORKFLOWS } from './examples';
import type { WorkflowResults } from './report';
import { resultsOf } from './results';

/**
 * Sends the contact cards of examples/ to a sandbox, workflow by workflow, with the built package in n8n's own engine.
 *
 * @param begin called before each workflow, with its name
 * @throws Error when the package is not built, or a workflow ends with an error
 */
export async function sendSamples(
	sandbox: Sandbox,
	begin: (name: string) => void = () => undefined,
): Promise<WorkflowResults[]> {
	const contents = await loadBuiltPackage();
	const sent: WorkflowResults[] = [];
	for (const file of WORKFLOWS) {
		const workflow = readExample(file);
		begin(workflow.name);
		const run = await runWorkflow(workflow, contents, sandboxCredentials(sandbox));
		if (run.error !== undefined) throw new Error(`${workflow.name}: ${run.error.message}`);
		sent.push({ name: workflow.name, file, results: resultsOf(workflow, run, contents) });
	}
	return sent;
}

/** Sends the workflows of examples/ to a sandbox, and a card through each provider that none of them uses. */
import '../engine/engineHome';
import { runWorkflow, type WorkflowFile } from '../engine/engine';
import { PROVIDER_IDS, type ProviderId } from '../registry';
import type { Sandbox } from '../sandbox';
import { sampleContact } from '../try/contactFile';
import { loadBuiltPackage } from './builtPackage';
import { LAST, readExample, sandboxCredentials, WORKFLOWS } from './examples';
import { oneCardWorkflow } from './oneCard';
import type { WorkflowResults } from './report';
import { resultsOf } from './results';

/**
 * Sends the contact cards of examples/ to a sandbox, workflow by workflow, with the built package in n8n's own engine; then
 * one card through each provider that no example uses.
 *
 * @param begin called before each workflow, with its name
 * @throws Error if the package is not built, or a workflow fails
 */
export async function sendSamples(
	sandbox: Sandbox,
	begin: (name: string) => void = () => undefined,
): Promise<WorkflowResults[]> {
	const contents = await loadBuiltPackage();
	const credentials = sandboxCredentials(sandbox);
	const sent: WorkflowResults[] = [];
	for (const { workflow, file } of workflowsOf(Object.keys(credentials))) {
		begin(workflow.name);
		const run = await runWorkflow(workflow, contents, credentials);
		if (run.error !== undefined) throw new Error(`${workflow.name}: ${run.error.message}`);
		const results = resultsOf(workflow, run, contents);
		sent.push({ name: workflow.name, ...(file === undefined ? {} : { file }), results });
	}
	return sent;
}

/** The examples, with the workflow of the providers that they do not use before the last one. */
function workflowsOf(
	credentialTypes: readonly string[],
): Array<{ workflow: WorkflowFile; file?: string }> {
	const examples = WORKFLOWS.map((file) => ({ workflow: readExample(file), file }));
	const used = new Set(
		examples.flatMap(({ workflow }) =>
			workflow.nodes.map(({ parameters }) => parameters['provider']),
		),
	);
	const others: ProviderId[] = PROVIDER_IDS.filter((id) => !used.has(id));
	const workflow = oneCardWorkflow(
		'One card through each of the other providers',
		others,
		sampleContact(),
		credentialTypes,
	);
	return [
		...examples.filter(({ file }) => file !== LAST),
		...(others.length === 0 ? [] : [{ workflow }]),
		...examples.filter(({ file }) => file === LAST),
	];
}

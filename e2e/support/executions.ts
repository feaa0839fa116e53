import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import type { WorkflowFile } from '../../sandbox/engine/engine';
import type { Home } from './home';
import type { N8n } from './n8n';
import { until } from './until';

const createdSchema = z.object({ id: z.string(), versionId: z.string() });
const startedSchema = z.object({ executionId: z.string() });
const executionSchema = z.object({
	status: z.string(),
	data: z.string(),
	stoppedAt: z.string().nullish(),
});

type ExecutionRow = z.infer<typeof executionSchema>;

const itemSchema = z.object({ json: z.custom<IDataObject>((json) => typeof json === 'object') });
const outputsSchema = z.object({ main: z.array(z.array(itemSchema).nullable()).default([]) });
const runSchema = z.object({
	resultData: z.object({
		error: z.object({ message: z.string() }).optional(),
		runData: z.record(
			z.string(),
			z.array(z.object({ executionTime: z.number(), data: outputsSchema.optional() })),
		),
	}),
});

const printedSchema = z.object({ status: z.string(), data: runSchema });

/** An execution that has ended. */
export interface Execution {
	/** `success`, `error`, `crashed` or `canceled`. */
	status: string;
	/** Why it failed. */
	error: string | undefined;
	/** The items of a node's output in all its runs: 0 is the first output, 1 the error output. */
	items(node: string, output?: number): IDataObject[];
	/** How long a node ran, in milliseconds. */
	time(node: string): number;
}

/** Saves a workflow as the editor does, and returns its ID. */
export async function saveWorkflow({ rest }: N8n, workflow: WorkflowFile): Promise<string> {
	return createdSchema.parse(await rest.post('/rest/workflows', workflow)).id;
}

/** Saves a workflow and publishes it, which other workflows need to call it. */
export async function publishWorkflow({ rest }: N8n, workflow: WorkflowFile): Promise<string> {
	const { id, versionId } = createdSchema.parse(await rest.post('/rest/workflows', workflow));
	await rest.post(`/rest/workflows/${id}/activate`, { versionId });
	return id;
}

/** Publishes a workflow that starts with a webhook, and waits until the webhook answers. */
export async function publishWebhook(n8n: N8n, workflow: WorkflowFile): Promise<void> {
	await publishWorkflow(n8n, workflow);
	const path = workflow.nodes.find(({ webhookId }) => webhookId !== undefined)?.webhookId ?? '';
	await until(`the webhook ${path} answers`, async () => {
		// n8n's answer for a webhook that it knows, but with another method
		const answer = await fetch(`${n8n.url}/webhook/${path}`);
		return (await answer.text()).includes('Did you mean to make a POST request');
	});
}

/** Runs a saved workflow to its end, with its pinned items, as *Execute Workflow* in the editor does. */
export async function runSavedWorkflow(n8n: N8n, id: string, trigger: string): Promise<Execution> {
	const workflowData = await n8n.rest.get(`/rest/workflows/${id}`);
	const { executionId } = startedSchema.parse(
		await n8n.rest.post(`/rest/workflows/${id}/run`, {
			workflowData,
			triggerToStartFrom: { name: trigger },
		}),
	);
	return await endOfExecution(n8n, executionId);
}

/** Waits until an execution has ended. */
export async function endOfExecution({ rest }: N8n, id: string): Promise<Execution> {
	const look = async () => executionSchema.parse(await rest.get(`/rest/executions/${id}`));
	await until(`execution ${id} ends`, async () => typeof (await look()).stoppedAt === 'string');
	return await readExecution(await look());
}

/** Runs a saved workflow with `n8n execute`. */
export async function executeSaved(home: Home, id: string): Promise<Execution> {
	const printed = await home.n8n('execute', `--id=${id}`, '--rawOutput');
	const run = printedSchema.parse(JSON.parse(printed.slice(printed.search(/^\{$/m))));
	return executionWith(run.status, run.data);
}

async function readExecution({ status, data }: ExecutionRow): Promise<Execution> {
	const { parse } = await import('flatted');
	return executionWith(status, runSchema.parse(parse(data)));
}

function executionWith(status: string, { resultData }: z.infer<typeof runSchema>): Execution {
	return {
		status,
		error: resultData.error?.message,
		items: (node, output = 0) =>
			(resultData.runData[node] ?? []).flatMap((run) =>
				(run.data?.main[output] ?? []).map(({ json }) => json),
			),
		time: (node) =>
			(resultData.runData[node] ?? []).reduce((sum, run) => sum + run.executionTime, 0),
	};
}

/** Runs workflows in n8n's own engine, without a server or a database. */
import './engineHome';
import 'reflect-metadata';
import {
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import {
	jsonParse,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type NodeParameterValueType,
	type IConnections,
	type ICredentialType,
	type ILoadOptionsFunctions,
	type IRun,
	type IRunExecutionData,
	type IWorkflowExecuteAdditionalData,
	type ExecutionError,
} from 'n8n-workflow';

import { MemoryCredentials, type CredentialData } from './credentialsHelper';
import { KnownNodeTypes } from './nodeTypes';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData?: Record<string, INodeExecutionData[]>;
	settings?: IDataObject;
}

export interface Package {
	nodes: readonly INodeType[];
	credentials: readonly ICredentialType[];
}

export interface WorkflowRun {
	run: IRun;
	/** How often a credential was decrypted. */
	credentialReads: number;
	/** The items of a node's output in all its runs: 0 is the first output, 1 the error output. */
	items(node: string, output?: number): INodeExecutionData[];
	/** The value of a node's parameter for an input item of its first run, with expressions resolved. */
	parameter(node: string, key: string, item: number): NodeParameterValueType;
	/** The error that ended the workflow. */
	error: ExecutionError | undefined;
}

/** A running workflow; `stop` does what n8n does when a person stops it. */
export interface StartedWorkflow {
	finished: Promise<WorkflowRun>;
	stop(): void;
}

/**
 * Starts a workflow in n8n's own engine, with this package's nodes. Pinned items are the output of their nodes, as when
 * a person runs the workflow in the editor.
 */
export function startWorkflow(
	file: WorkflowFile,
	{ nodes, credentials }: Package,
	credentialData: CredentialData,
): StartedWorkflow {
	const workflow = openWorkflow(file, nodes);
	const helper = new MemoryCredentials(credentials, credentialData);
	const engine = new WorkflowExecute(additionalData(file, helper), 'manual');
	const start = file.nodes.find(({ type }) => type.endsWith('Trigger'));
	const execution = engine.run({
		workflow,
		...(start === undefined ? {} : { startNode: start }),
		pinData: structuredClone(file.pinData ?? {}),
	});
	return {
		finished: Promise.resolve(execution).then((run) => readRun(run, helper, workflow)),
		stop: () => {
			execution.cancel();
		},
	};
}

function openWorkflow(file: WorkflowFile, nodes: Package['nodes']): Workflow {
	return new Workflow({
		id: 'workflow',
		name: file.name,
		nodes: structuredClone(file.nodes),
		connections: structuredClone(file.connections),
		active: false,
		nodeTypes: new KnownNodeTypes(nodes),
		settings: { executionOrder: 'v1', ...file.settings },
	});
}

/** The context of a node's list searches when a person opens a *From list* in the editor. */
export function listContext(
	file: WorkflowFile,
	nodeName: string,
	{ nodes, credentials }: Package,
	credentialData: CredentialData,
): ILoadOptionsFunctions {
	const workflow = openWorkflow(file, nodes);
	const node = workflow.getNode(nodeName);
	if (node === null) throw new Error(`There is no node ${nodeName}`);
	const helper = new MemoryCredentials(credentials, credentialData);
	const data = { ...additionalData(file, helper), currentNodeParameters: node.parameters };
	// n8n's own types disagree about whether a workflow has a name
	return Object.assign(new LoadOptionsContext(workflow, node, data, ''), {
		getWorkflow: () => ({ id: workflow.id, name: file.name, active: false }),
	});
}

/** Runs a workflow to its end, see {@link startWorkflow}. */
export async function runWorkflow(
	file: WorkflowFile,
	contents: Package,
	credentialData: CredentialData,
): Promise<WorkflowRun> {
	return await startWorkflow(file, contents, credentialData).finished;
}

/**
 * Retries a failed execution as a person does from n8n's list: the failed node runs again with the execution's data, and
 * the workflow continues from there.
 */
export async function retryWorkflow(
	{ run }: WorkflowRun,
	file: WorkflowFile,
	{ nodes, credentials }: Package,
	credentialData: CredentialData,
): Promise<WorkflowRun> {
	const data = jsonParse<IRunExecutionData>(JSON.stringify(run.data));
	const { resultData } = data;
	delete resultData.error;
	resultData.runData[resultData.lastNodeExecuted ?? '']?.pop();
	for (const entry of data.executionData?.nodeExecutionStack ?? []) {
		entry.node = file.nodes.find(({ name }) => name === entry.node.name) ?? entry.node;
	}
	const helper = new MemoryCredentials(credentials, credentialData);
	const engine = new WorkflowExecute(additionalData(file, helper), 'retry', data);
	const workflow = openWorkflow(file, nodes);
	return readRun(await engine.processRunExecutionData(workflow), helper, workflow);
}

function readRun(run: IRun, helper: MemoryCredentials, workflow: Workflow): WorkflowRun {
	const { runData, error } = run.data.resultData;
	const items = (node: string, output = 0) =>
		(runData[node] ?? []).flatMap(({ data }) => data?.['main']?.[output] ?? []);
	return {
		run,
		credentialReads: helper.reads,
		error,
		items,
		parameter: (name, key, item) => {
			const node = workflow.getNode(name);
			const [source] = runData[name]?.[0]?.source ?? [];
			if (node === null || !source) throw new Error(`${name} did not run`);
			const inputs = items(source.previousNode, source.previousNodeOutput);
			const value = node.parameters[key] ?? '';
			const { expression } = workflow;
			return expression.getParameterValue(value, run.data, 0, item, name, inputs, 'manual', {});
		},
	};
}

function additionalData(
	file: WorkflowFile,
	credentialsHelper: MemoryCredentials,
): IWorkflowExecuteAdditionalData {
	const unavailable = async () =>
		await Promise.reject(new Error('Not available in the embedded engine'));
	const hooks = new ExecutionLifecycleHooks('manual', 'execution', {
		id: 'workflow',
		name: file.name,
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: file.nodes,
		connections: file.connections,
	});
	return Object.assign(
		{
			credentialsHelper,
			executionId: 'execution',
			executeWorkflow: unavailable,
			getRunExecutionData: unavailable,
			startRunnerTask: unavailable,
			logAiEvent: () => undefined,
			currentNodeExecutionIndex: 0,
			restApiUrl: '',
			instanceBaseUrl: '',
			formWaitingBaseUrl: '',
			webhookBaseUrl: '',
			webhookWaitingBaseUrl: '',
			webhookTestBaseUrl: '',
			variables: {},
			externalSecretsProxy: new ExternalSecretsProxy(),
		},
		{ hooks },
	);
}

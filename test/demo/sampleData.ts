import { jsonParse, type IDataObject, type INode } from 'n8n-workflow';
import { z } from 'zod';

import { readExample } from '../../sandbox/demo/examples';
import type { WorkflowFile } from '../../sandbox/engine/engine';

/** The sample data of a workflow: what its Edit Fields nodes in the mode JSON hold, by node. */
export function sampleData({ nodes }: WorkflowFile): Record<string, IDataObject> {
	return Object.fromEntries(
		nodes.filter(isSample).map(({ name, parameters }) => [name, readJson(parameters)]),
	);
}

/** An example with other sample data in one of its nodes. */
export function withSample(
	file: string,
	name: string,
	change: (data: IDataObject) => IDataObject,
): WorkflowFile {
	const workflow = readExample(file);
	const node = workflow.nodes.find((candidate) => candidate.name === name);
	if (node === undefined || !isSample(node)) throw new Error(`${file} has no sample data ${name}`);
	node.parameters['jsonOutput'] = JSON.stringify(change(readJson(node.parameters)));
	return workflow;
}

function isSample({ type, parameters }: INode): boolean {
	return type === 'n8n-nodes-base.set' && parameters['mode'] === 'raw';
}

function readJson({ jsonOutput }: INode['parameters']): IDataObject {
	return jsonParse<IDataObject>(z.string().parse(jsonOutput));
}

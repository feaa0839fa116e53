import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IRunExecutionData,
} from 'n8n-workflow';

import { recipientOf } from '../cards';
import { endWatch, type Watched } from './watch';

/** What a run of a sender was like. */
export interface RunSummary extends Watched {
	/** Milliseconds that the sender ran, as n8n counts them. */
	milliseconds: number;
	/** Items that the sender output. */
	items: number;
	/** Whether they name the recipients in the order of the input. */
	inOrder: boolean;
	/** The number of n8n's process. */
	process: number;
}

/** Says of the sender before it what its run was like, instead of all its items. */
export class Summary implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Summary',
		name: 'summary',
		group: ['output'],
		version: 1,
		description: '',
		defaults: { name: 'Summary' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [{ displayName: 'Sender', name: 'sender', type: 'string', default: '' }],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const watched = endWatch();
		const items = this.getInputData();
		const summary: RunSummary = {
			...watched,
			milliseconds: timeOf(this, this.getNodeParameter('sender', 0) as string),
			items: items.length,
			inOrder: items.every(
				({ json }, place) => json['recipient'] === `${recipientOf(place)}@s.whatsapp.net`,
			),
			process: process.pid,
		};
		return [[{ json: { ...summary }, pairedItem: { item: 0 } }]];
	}
}

/** n8n keeps the time of each node with the run, which its context for nodes holds. */
function timeOf(context: IExecuteFunctions, sender: string): number {
	const { runExecutionData } = context as unknown as { runExecutionData: IRunExecutionData };
	const [run] = runExecutionData.resultData.runData[sender] ?? [];
	if (run === undefined) throw new Error(`${sender} did not run`);
	return run.executionTime;
}

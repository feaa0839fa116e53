import type {
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { z } from 'zod';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { runWorkflow, type WorkflowRun } from '../../sandbox/engine/engine';
import type { Sandbox } from '../../sandbox/server';
import { credentialData, SEND, sendPackage, sendWorkflow } from '../support/workflow';
import { byItem, type CardItem } from './workflow';

/** What an agent reads as the answer to a call: the items of the tool, or the words of an error. */
export type ToolAnswer = Array<Record<string, unknown>> | { error: string };

interface Tool {
	invoke(input: CardItem): Promise<unknown>;
}

const isTool = (value: unknown): value is Tool =>
	typeof value === 'object' && value !== null && 'invoke' in value;
const itemsSchema = z.array(z.record(z.string(), z.unknown()));

/** An agent as n8n had it before its version 3: it makes the calls of one turn side by side, each by n8n's own tool. */
class Agent implements INodeType {
	readonly description: INodeTypeDescription = {
		displayName: 'Agent',
		name: 'agent',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Agent' },
		inputs: ['main', { type: 'ai_tool', displayName: 'Tool' }],
		outputs: ['main'],
		properties: [],
	};

	readonly execute: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

	readonly answers: ToolAnswer[][] = [];

	/** @param failures how often it fails after its turns, as for an answer of its model that cannot be read */
	constructor(turns: ReadonlyArray<readonly CardItem[]>, failures: number) {
		const { answers } = this;
		let failed = 0;
		this.execute = async function () {
			const [tool] = z.array(z.unknown()).parse(await this.getInputConnectionData('ai_tool', 0));
			if (!isTool(tool)) throw new Error('The agent has no tool');
			const call = async (input: CardItem): Promise<ToolAnswer> => {
				try {
					return itemsSchema.parse(JSON.parse(String(await tool.invoke(input))));
				} catch (error) {
					return { error: error instanceof Error ? error.message : String(error) };
				}
			};
			for (const turn of turns) answers.push(await Promise.all(turn.map(call)));
			if (failed++ < failures) throw new Error('The model gave no answer');
			return [[{ json: {} }]];
		};
	}
}

/** The node as n8n makes a tool of it: the same one under a type of its own. */
export function toolNode(): SendContactCard {
	const node = new SendContactCard();
	node.description = {
		...node.description,
		name: `${node.description.name}Tool`,
		outputs: ['ai_tool'],
	};
	return node;
}

/** Parameters whose recipient and contact the model fills in. */
export const byModel: INodeParameters = {
	...byItem,
	toolDescription: 'Sends a card',
	recipient: "={{ $fromAI('to') }}",
	contactsJson:
		"={{ JSON.stringify($fromAI('name').split('|').map((name) => ({ name: { formatted_name: name }, phones: [{ phone: '+5512996130832' }] }))) }}",
};

/**
 * Lets an agent call the node, turn after turn, in one execution.
 *
 * @returns the answers to each turn's calls
 */
export async function runAgent(
	sandbox: Sandbox,
	turns: ReadonlyArray<readonly CardItem[]>,
	{
		options = {},
		node = {},
		failures = 0,
	}: { options?: INodeParameters; node?: Partial<INode>; failures?: number } = {},
): Promise<{ answers: ToolAnswer[][]; run: WorkflowRun }> {
	const agent = new Agent(turns, failures);
	const file = sendWorkflow({ ...byModel, options });
	file.nodes = file.nodes.map((each) =>
		each.name === SEND ? { ...each, ...node, type: `${each.type}Tool` } : each,
	);
	file.nodes.push({
		id: 'agent',
		name: 'Agent',
		type: 'n8n-nodes-contact-card.agent',
		typeVersion: 1,
		position: [100, 100],
		parameters: {},
		...(failures === 0 ? {} : { retryOnFail: true, maxTries: failures + 1, waitBetweenTries: 0 }),
	});
	file.connections = {
		Trigger: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
		[SEND]: { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] },
	};
	const contents = { ...sendPackage, nodes: [toolNode(), agent] };
	const run = await runWorkflow(file, contents, credentialData(sandbox));
	if (run.error !== undefined) throw new Error(run.error.message);
	return { answers: agent.answers, run };
}

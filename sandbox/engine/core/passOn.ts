/** Nodes that hand on what they get. */
import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

/**
 * A node that hands on what it gets: No Operation, and triggers, whose items are those that the run starts with.
 *
 * @param role a trigger has no input
 */
export class PassOn implements INodeType {
	description: INodeTypeDescription;

	constructor(name: string, role: 'trigger' | 'transform') {
		this.description = {
			displayName: name,
			name,
			group: [role],
			version: 1,
			description: '',
			defaults: { name },
			inputs: role === 'trigger' ? [] : [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		};
	}

	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return await Promise.resolve([this.getInputData()]);
	}
}

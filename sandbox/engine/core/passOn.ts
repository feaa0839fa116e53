/** Nodes that pass on their input. */
import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

/**
 * A node that passes on its input: No Operation, and triggers, which output the items that the run starts with.
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

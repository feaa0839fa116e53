import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { itemOf, type Form } from '../cards';
import { beginWatch } from './watch';

/** Makes the input items of the node that is measured, and begins to watch n8n. */
export class Items implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Items',
		name: 'items',
		group: ['input'],
		version: 1,
		description: '',
		defaults: { name: 'Items' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		properties: [
			{ displayName: 'Count', name: 'count', type: 'number', default: 0 },
			{ displayName: 'Form', name: 'form', type: 'string', default: 'item' },
			{ displayName: 'Memory Interval', name: 'memoryInterval', type: 'number', default: 0 },
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const form = this.getNodeParameter('form', 0) as Form;
		const items = Array.from(
			{ length: this.getNodeParameter('count', 0) as number },
			(_, item) => ({
				json: itemOf(form, item),
				pairedItem: { item: 0 },
			}),
		);
		beginWatch(this.getNodeParameter('memoryInterval', 0) as number);
		return [items];
	}
}

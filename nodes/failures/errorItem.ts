import type { IDataObject, INode, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import type { ItemFailure } from './failure';
import { failureError } from './report';

/** The output of a failed item if the workflow continues; it goes to the error output if the node has one. */
export function errorItem(
	node: INode,
	failed: ItemFailure,
	json: IDataObject,
	items: readonly number[],
): INodeExecutionData {
	const output: INodeExecutionData = { json, pairedItem: pairedItems(items) };
	if (node.onError === 'continueErrorOutput') {
		// n8n sends items with an `error` to the error output, but then reduces their JSON to the message, unless
		// the error is not enumerable.
		Object.defineProperty(output, 'error', {
			value: failureError(node, failed),
			enumerable: false,
		});
	}
	return output;
}

/** What links an output to its input items, in the form that the editor follows. */
export function pairedItems(items: readonly number[]): IPairedItemData | IPairedItemData[] {
	const pairs = items.map((item) => ({ item }));
	const [only, ...others] = pairs;
	return only !== undefined && others.length === 0 ? only : pairs;
}

import type { IDataObject, INode, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import type { ItemFailure } from './failure';
import { failureError } from './report';

/** The output of what failed, where the workflow goes on; on the error output, if the node has one. */
export function errorItem(
	node: INode,
	failed: ItemFailure,
	json: IDataObject,
	items: readonly number[],
): INodeExecutionData {
	const output: INodeExecutionData = { json, pairedItem: pairedItems(items) };
	if (node.onError === 'continueErrorOutput') {
		// n8n puts items with an `error` on the error output, but then cuts their JSON down to the message, unless
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

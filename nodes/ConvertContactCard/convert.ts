import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readChoice } from '../contact/choice';

import { attempt, type Attempt } from '../delivery/attempt';
import { errorItem } from '../delivery/errorItem';
import { failureError, report } from '../delivery/failures';
import { Slices } from '../delivery/slices';
import { readItemContacts } from './contacts';
import type { Conversion } from './conversion';
import { fromMessage } from './fromMessage';
import { warningHint, type ItemWarning } from './hint';
import { readFlag, readOptions } from './parameters';
import { OPERATIONS, type Operation } from './properties';
import { toFile, writeFile } from './toFile';
import { toJson } from './toJson';

/** What became of an input item, or of several that were combined, the first of them first. */
type Ending<Value> = { items: readonly [number, ...number[]] } & Attempt<Value>;

/**
 * The Convert Contact Card node. Outputs come in the order of the input items; a file of several items stands in the
 * place of the first of them. Unless the node is to continue on failures, the first failure ends it.
 */
export async function convertContactCards(
	this: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map((_item, index) => index);
	return [finish(this, await convertItems(this, items))];
}

async function convertItems(
	context: IExecuteFunctions,
	items: readonly number[],
): Promise<Array<Ending<Conversion>>> {
	const combine = await attempt(() => combinesItems(context));
	if ('failure' in combine) return items.map((item) => ({ items: [item], ...combine }));
	if (combine.value) return await convertTogether(context, items);
	return await each(context, items, async (item) => await convertItem(context, item));
}

function readOperation(context: IExecuteFunctions): Operation {
	return readChoice('Operation', context.getNodeParameter('operation', 0), OPERATIONS);
}

/** @throws InputError for an operation or an option that has no such value */
function combinesItems(context: IExecuteFunctions): boolean {
	if (readOperation(context) !== 'toFile') return false;
	return readFlag('Combine Items', readOptions(context, 0)['combineItems']);
}

async function convertItem(context: IExecuteFunctions, item: number): Promise<Conversion> {
	switch (readOperation(context)) {
		case 'toFile':
			return await toFile(context, item);
		case 'toJson':
			return await toJson(context, item);
		case 'fromMessage':
			return await fromMessage(context, item);
	}
}

async function convertTogether(
	context: IExecuteFunctions,
	items: readonly number[],
): Promise<Array<Ending<Conversion>>> {
	const endings = await each(context, items, async (item) => await readItemContacts(context, item));
	const read = endings.flatMap((ending) =>
		'value' in ending ? [{ item: ending.items[0], ...ending.value }] : [],
	);
	const refused = endings.filter((ending) => 'failure' in ending);
	const [first, ...others] = read;
	if (first === undefined || (refused.length > 0 && !context.continueOnFail())) return refused;
	const together: Ending<Conversion>['items'] = [first.item, ...others.map(({ item }) => item)];
	const file = await attempt(
		async () =>
			await writeFile(context, together, {
				contacts: read
					.flatMap(({ contacts }) => contacts)
					.map((contact, index) => ({ ...contact, place: index + 1 })),
				warnings: read.flatMap(({ warnings }) => warnings),
			}),
	);
	return [...refused, { items: together, ...file }].sort((a, b) => a.items[0] - b.items[0]);
}

/** What is made of the items, up to the first failure that ends the node, or until the workflow is stopped. */
async function each<Value>(
	context: IExecuteFunctions,
	items: readonly number[],
	make: (item: number) => Promise<Value>,
): Promise<Array<Ending<Value>>> {
	const endings: Array<Ending<Value>> = [];
	const stop = context.getExecutionCancelSignal();
	const slices = new Slices();
	for (const item of items) {
		const result = await attempt(async () => await make(item));
		endings.push({ items: [item], ...result });
		if ('failure' in result && !context.continueOnFail()) break;
		if (!slices.isOver) continue;
		await slices.giveWay();
		if (stop?.aborted === true) break;
	}
	return endings;
}

function finish(
	context: IExecuteFunctions,
	endings: ReadonlyArray<Ending<Conversion>>,
): INodeExecutionData[] {
	const node = context.getNode();
	const warnings: ItemWarning[] = [];
	const outputs = endings.flatMap((ending) => {
		const [item] = ending.items;
		if ('value' in ending) {
			for (const warning of ending.value.warnings) warnings.push({ item, ...warning });
			return ending.value.outputs;
		}
		const failed = report(ending.failure, { item, sentMessageIds: [] }, (text) => text);
		const error = failureError(node, failed);
		if (!context.continueOnFail()) throw error;
		const json = { error: error.message, description: failed.description };
		return errorItem(node, failed, json, ending.items);
	});
	if (warnings.length > 0) context.addExecutionHints(warningHint(warnings));
	return outputs;
}

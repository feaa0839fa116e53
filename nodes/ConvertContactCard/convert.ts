import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readChoice, readFlag } from '../contact/choice';
import type { SourceContacts } from '../contact/source/readSource';
import { LongTask } from '../eventLoop/longTask';
import { errorItem } from '../failures/errorItem';
import { failureError, failureText, report } from '../failures/report';
import { resultOf, type Result } from '../failures/result';
import type { ItemWarning } from '../failures/warningLines';
import { WebPhotos } from '../photos/webPhotos';
import { embedsPhotos, readItemContacts } from './contacts';
import type { Conversion } from './conversion';
import { fromMessage } from './fromMessage';
import { warningHint } from './hint';
import { readOptions } from './parameters';
import { OPERATIONS, type Operation } from './properties';
import { toFile, writeFile } from './toFile';
import { toJson } from './toJson';
import { toQrCode } from './toQrCode';

/** Operations that write vCards with photos. */
const WITH_PHOTOS: readonly Operation[] = ['toFile', 'toJson'];

/** The result of an input item, or of several combined ones in input order. */
type ItemResult<Value> = { items: readonly [number, ...number[]] } & Result<Value>;

/**
 * The Convert Contact Card node. Outputs come in the order of the input items; a file from several items takes the
 * place of the first of them. Unless the node continues on failures, the first failure ends it.
 */
export async function convertContactCards(
	this: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map((_item, index) => index);
	return [await outputsOf(this, await convertItems(this, items))];
}

async function convertItems(
	context: IExecuteFunctions,
	items: readonly number[],
): Promise<Array<ItemResult<Conversion>>> {
	const combine = await resultOf(() => combinesItems(context));
	if ('failure' in combine) return items.map((item) => ({ items: [item], ...combine }));
	const stop = context.getExecutionCancelSignal() ?? new AbortController().signal;
	const photos = new WebPhotos(context, { stop });
	if (combine.value) return await convertTogether(context, items, photos);
	const unread = await loadPhotos(context, items, photos);
	if (unread.length > 0) return unread;
	return await each(context, items, async (item) => await convertItem(context, item, photos));
}

/**
 * Loads the pictures of all items in parallel; none if an item that cannot be read ends the node.
 *
 * @returns the failures that end the node
 */
async function loadPhotos(
	context: IExecuteFunctions,
	items: readonly number[],
	photos: WebPhotos,
): Promise<Array<ItemResult<never>>> {
	if (items.length < 2 || !WITH_PHOTOS.includes(readOperation(context))) return [];
	const read = await each(context, items, async (item) =>
		embedsPhotos(context, item) ? (await readItemContacts(context, item)).contacts : [],
	);
	const failed = read.filter((result) => 'failure' in result);
	if (failed.length > 0 && !context.continueOnFail()) return failed;
	const contacts = read.flatMap((result) => ('value' in result ? result.value : []));
	await photos.load(contacts.map(({ contact }) => contact));
	return [];
}

function readOperation(context: IExecuteFunctions): Operation {
	return readChoice('Operation', context.getNodeParameter('operation', 0), OPERATIONS);
}

/** @throws InputError for an unknown operation or option value */
function combinesItems(context: IExecuteFunctions): boolean {
	if (readOperation(context) !== 'toFile') return false;
	return readFlag('Combine Items', readOptions(context, 0)['combineItems']);
}

async function convertItem(
	context: IExecuteFunctions,
	item: number,
	photos: WebPhotos,
): Promise<Conversion> {
	switch (readOperation(context)) {
		case 'toFile':
			return await toFile(context, item, photos);
		case 'toJson':
			return await toJson(context, item, photos);
		case 'toQrCode':
			return await toQrCode(context, item);
		case 'fromMessage':
			return await fromMessage(context, item);
	}
}

async function convertTogether(
	context: IExecuteFunctions,
	items: readonly number[],
	photos: WebPhotos,
): Promise<Array<ItemResult<Conversion>>> {
	const results = await each(context, items, async (item) => await readItemContacts(context, item));
	const read: SourceContacts[] = [];
	const readItems: number[] = [];
	const refused: Array<ItemResult<never>> = [];
	const task = new LongTask();
	for (const result of results) {
		if ('value' in result) {
			read.push(result.value);
			readItems.push(result.items[0]);
		} else {
			refused.push(result);
		}
		if (task.shouldYield) await task.yieldNow();
	}
	const [first, ...others] = readItems;
	if (first === undefined || (refused.length > 0 && !context.continueOnFail())) return refused;
	const together: ItemResult<Conversion>['items'] = [first, ...others];
	const file = await resultOf(
		async () => await writeFile(context, together, await allContacts(read), photos),
	);
	return [...refused, { items: together, ...file }].sort((a, b) => a.items[0] - b.items[0]);
}

/** The contacts of several items, numbered through. */
async function allContacts(read: readonly SourceContacts[]): Promise<SourceContacts> {
	const all: SourceContacts = { contacts: [], warnings: [] };
	const task = new LongTask();
	for (const { contacts, warnings } of read) {
		for (const warning of warnings) all.warnings.push(warning);
		for (const contact of contacts) {
			all.contacts.push({ ...contact, place: all.contacts.length + 1 });
			if (task.shouldYield) await task.yieldNow();
		}
	}
	return all;
}

/** The results of the items, up to the first failure that ends the node, or until the workflow is stopped. */
async function each<Value>(
	context: IExecuteFunctions,
	items: readonly number[],
	make: (item: number) => Promise<Value>,
): Promise<Array<ItemResult<Value>>> {
	const results: Array<ItemResult<Value>> = [];
	const stop = context.getExecutionCancelSignal();
	const task = new LongTask();
	for (const item of items) {
		const result = await resultOf(async () => await make(item));
		results.push({ items: [item], ...result });
		if ('failure' in result && !context.continueOnFail()) break;
		if (!task.shouldYield) continue;
		await task.yieldNow();
		if (stop?.aborted === true) break;
	}
	return results;
}

async function outputsOf(
	context: IExecuteFunctions,
	results: ReadonlyArray<ItemResult<Conversion>>,
): Promise<INodeExecutionData[]> {
	const node = context.getNode();
	const warnings: ItemWarning[] = [];
	const outputs: INodeExecutionData[] = [];
	const task = new LongTask();
	for (const result of results) {
		const [item] = result.items;
		if ('value' in result) {
			for (const warning of result.value.warnings) {
				warnings.push({ item, ...warning });
				if (task.shouldYield) await task.yieldNow();
			}
			for (const output of result.value.outputs) {
				outputs.push(output);
				if (task.shouldYield) await task.yieldNow();
			}
			continue;
		}
		const failed = report(result.failure, { item, sentMessageIds: [] }, (text) => text);
		if (!context.continueOnFail()) throw failureError(node, failed);
		outputs.push(errorItem(node, failed, failureText(failed), result.items));
		if (task.shouldYield) await task.yieldNow();
	}
	if (warnings.length > 0) context.addExecutionHints(warningHint(warnings));
	return outputs;
}

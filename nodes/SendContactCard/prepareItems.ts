import type { IExecuteFunctions } from 'n8n-workflow';

import { fitContact, type FittedContact } from '../carried/fitContact';
import { mayBeLost } from '../carried/losses';
import type { SenderTools } from '../delivery/sendMessage';
import { LongTask } from '../eventLoop/longTask';
import { resultOf } from '../failures/result';
import type { Receipts } from './agentTool';
import { embedPhotos } from './embedPhotos';
import { lookUpNumbers } from './lookUpNumbers';
import { readItems, type LookedUpContact, type ReadItem, type RefusedItem } from './readItems';
import type { Run } from './readRun';

/** A contact as the provider carries it. */
export interface PreparedContact
	extends FittedContact, Pick<LookedUpContact, 'lookedUp' | 'place'> {}

/** An input item that can be sent. */
export interface PreparedItem extends Omit<ReadItem, 'contacts' | 'embedsPhotos' | 'looksUp'> {
	contacts: PreparedContact[];
}

/**
 * Reads all input items, adds to their contacts what is to be fetched from elsewhere, and fits them to the provider, until
 * the workflow is stopped. Nothing is fetched if nothing will be sent.
 */
export async function prepareItems(
	context: IExecuteFunctions,
	run: Run,
	tools: SenderTools,
	receipts: Receipts,
): Promise<{ prepared: PreparedItem[]; refused: RefusedItem[] }> {
	const { read, refused: unread } = await readItems(context, run);
	const sendsNothing = unread.length > 0 && !context.continueOnFail();
	const found = sendsNothing ? read : await withFinds(read, context, run, tools, receipts);
	const { fitted, refused: unfit } = await fitItems(found, run);
	return { prepared: fitted, refused: [...unread, ...unfit] };
}

/** The items with the WhatsApp ids and pictures that their options ask for. */
async function withFinds(
	items: readonly ReadItem[],
	context: IExecuteFunctions,
	run: Run,
	tools: SenderTools,
	receipts: Receipts,
): Promise<readonly ReadItem[]> {
	const lookedUp = await lookUpNumbers(items, run, tools, receipts.lookedUp(run.provider));
	return await embedPhotos(context, lookedUp, run);
}

async function fitItems(
	items: readonly ReadItem[],
	run: Run,
): Promise<{ fitted: PreparedItem[]; refused: RefusedItem[] }> {
	const task = new LongTask();
	const fitted: PreparedItem[] = [];
	const refused: RefusedItem[] = [];
	for (const read of items) {
		const result = await resultOf(async () => await fitItem(read, run, task));
		if ('value' in result) fitted.push(result.value);
		else refused.push({ item: read.item, failure: result.failure });
		if (task.shouldYield) await task.yieldNow();
		if (run.stop.aborted) break;
	}
	return { fitted, refused };
}

/** @throws InputError that names the contact and the field */
async function fitItem(
	{ item, target, texts, contacts, warnings }: ReadItem,
	{ provider, settings }: Run,
	task: LongTask,
): Promise<PreparedItem> {
	const carrier = { ...provider, carries: provider.carriedTo?.(target) ?? provider.carries };
	const poorer = provider.mayCarry?.(target);
	const fitted: PreparedContact[] = [];
	for (const contact of contacts) {
		const { place, lookedUp } = contact;
		const fit = fitContact(contact, place, carrier, settings.onUnsupportedField);
		fitted.push({
			...fit,
			warnings: [...fit.warnings, ...(poorer === undefined ? [] : mayBeLost(fit.contact, poorer))],
			place,
			...(lookedUp === undefined ? {} : { lookedUp }),
		});
		if (task.shouldYield) await task.yieldNow();
	}
	return { item, target, texts, contacts: fitted, warnings };
}

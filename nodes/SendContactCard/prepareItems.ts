import { fitContact, type FittedContact } from '../carried/fitContact';
import { mayBeLost } from '../carried/losses';
import { LongTask } from '../eventLoop/longTask';
import { resultOf } from '../failures/result';
import type { LookedUpContact, ReadItem, RefusedItem } from './readItems';
import type { Run } from './readRun';

/** A contact as the provider carries it. */
export interface PreparedContact
	extends FittedContact, Pick<LookedUpContact, 'lookedUp' | 'place'> {}

/** An input item that can be sent. */
export interface PreparedItem extends Omit<ReadItem, 'contacts' | 'embedsPhotos' | 'looksUp'> {
	contacts: PreparedContact[];
}

/** Fits the contacts of all items to the provider, until the workflow is stopped. */
export async function prepareItems(
	items: readonly ReadItem[],
	run: Run,
): Promise<{ prepared: PreparedItem[]; refused: RefusedItem[] }> {
	const task = new LongTask();
	const prepared: PreparedItem[] = [];
	const refused: RefusedItem[] = [];
	for (const read of items) {
		const result = await resultOf(async () => await prepareItem(read, run, task));
		if ('value' in result) prepared.push(result.value);
		else refused.push({ item: read.item, failure: result.failure });
		if (task.shouldYield) await task.yieldNow();
		if (run.stop.aborted) break;
	}
	return { prepared, refused };
}

/** @throws InputError that names the contact and the field */
async function prepareItem(
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

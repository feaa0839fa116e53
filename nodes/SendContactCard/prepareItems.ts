import type { IExecuteFunctions } from 'n8n-workflow';

import { fitContact, type FittedContact } from '../carried/fitContact';
import { mayBeLost } from '../carried/losses';
import { readFlag } from '../contact/choice';
import type { FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { readContacts, type NumberedContact } from '../contact/source/readSource';
import { LongTask } from '../eventLoop/longTask';
import type { Failure } from '../failures/failure';
import { InputError } from '../failures/inputError';
import { resultOf, type Result } from '../failures/result';
import { dialects } from '../providers/dialects';
import type { Provider, Target } from '../providers/provider';
import { readTarget } from '../providers/targetParameters';
import { LOOK_UP, lookUpWarnings, looksUp } from './lookUpChoice';
import type { Run } from './readRun';
import { readTexts, type CardTexts } from './texts';

/** An input item as it was given. */
export interface ReadItem {
	item: number;
	target: Target;
	texts: CardTexts;
	contacts: LookedUpContact[];
	/** Warnings that belong to none of the contacts. */
	warnings: FieldWarning[];
	/** Whether the WhatsApp ids of its phones are to be looked up. */
	looksUp: boolean;
	/** Whether the pictures of its contacts are to be put into the card. */
	embedsPhotos: boolean;
}

/** A contact with what was fetched for it from elsewhere, if anything: ids, a picture. */
export interface LookedUpContact extends NumberedContact, Pick<FittedContact, 'photoAddress'> {
	/** The phones whose WhatsApp ids were looked up. */
	lookedUp?: ReadonlySet<string>;
}

/** A contact as the provider carries it. */
export interface PreparedContact
	extends FittedContact, Pick<LookedUpContact, 'lookedUp' | 'place'> {}

/** An input item that can be sent. */
export interface PreparedItem extends Omit<ReadItem, 'contacts' | 'embedsPhotos' | 'looksUp'> {
	contacts: PreparedContact[];
}

/** An input item that cannot be sent. */
export interface RefusedItem {
	item: number;
	failure: Failure;
}

/** Reads all input items, until the workflow is stopped: recipient, texts and contacts. */
export async function readItems(
	context: IExecuteFunctions,
	run: Run,
): Promise<{ read: ReadItem[]; refused: RefusedItem[] }> {
	const items = [...context.getInputData().keys()];
	const task = new LongTask();
	const { done, refused } = await eachItem(items, run, task, async (item) => ({
		item,
		result: await resultOf(async () => await readItem(context, item, run)),
	}));
	return { read: done, refused };
}

/** Fits the contacts of all items to the provider, until the workflow is stopped. */
export async function prepareItems(
	items: readonly ReadItem[],
	run: Run,
): Promise<{ prepared: PreparedItem[]; refused: RefusedItem[] }> {
	const task = new LongTask();
	const { done, refused } = await eachItem(items, run, task, async (item) => ({
		item: item.item,
		result: await resultOf(async () => await prepareItem(item, run, task)),
	}));
	return { prepared: done, refused };
}

async function eachItem<Given, Made>(
	items: readonly Given[],
	{ stop }: Run,
	task: LongTask,
	make: (given: Given) => Promise<{ item: number; result: Result<Made> }>,
): Promise<{ done: Made[]; refused: RefusedItem[] }> {
	const done: Made[] = [];
	const refused: RefusedItem[] = [];
	for (const given of items) {
		const { item, result } = await make(given);
		if ('value' in result) done.push(result.value);
		else refused.push({ item, failure: result.failure });
		if (task.shouldYield) await task.yieldNow();
		if (stop.aborted) break;
	}
	return { done, refused };
}

/** @throws InputError that names the contact and the field */
async function readItem(context: IExecuteFunctions, item: number, run: Run): Promise<ReadItem> {
	const { provider, source } = run;
	const options: unknown = context.getNodeParameter('options', item, {});
	if (!isObject(options)) {
		throw new InputError('The options must be an object', {
			field: 'options',
			fix: 'Correct the expression that sets them, for example {{ { defaultCountry: "BR" } }}.',
		});
	}
	const target = readTarget(provider, parametersOf(context, item, provider, options));
	const texts = readTexts(options, provider, () =>
		context.getNodeParameter('options', item, {}, { rawExpressions: true }),
	);
	const isLookUp = options['whatsappId'] === LOOK_UP;
	const asks = isLookUp && looksUp(run);
	const reading = isLookUp ? { ...options, whatsappId: asks ? 'asGiven' : 'fromPhone' } : options;
	const { contacts, warnings } = await readContacts(context, item, source, reading, dialects);
	return {
		item,
		target,
		texts,
		contacts,
		warnings: [...warnings, ...(isLookUp && !asks ? lookUpWarnings(run) : [])],
		looksUp: asks,
		embedsPhotos: readFlag('Embed Photos', options['embedPhotos']),
	};
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

/** The options and the provider's own parameters; those that the editor does not show have no value. */
function parametersOf(
	context: IExecuteFunctions,
	item: number,
	{ target }: Provider,
	options: JsonObject,
): JsonObject {
	const parameters = { ...options };
	for (const { name } of target.properties) {
		parameters[name] = context.getNodeParameter(name, item, null);
	}
	return parameters;
}

import type { IExecuteFunctions } from 'n8n-workflow';

import type { FittedContact } from '../carried/fitContact';
import { readFlag } from '../contact/choice';
import type { FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { givenContacts, type GivenContacts } from '../contact/source/givenContacts';
import { readGivenContacts, type NumberedContact } from '../contact/source/readSource';
import { LongTask } from '../eventLoop/longTask';
import type { Failure } from '../failures/failure';
import { InputError } from '../failures/inputError';
import { resultOf, type Result } from '../failures/result';
import { dialects } from '../providers/dialects';
import type { Target } from '../providers/provider';
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

/** An input item that cannot be sent. */
export interface RefusedItem {
	item: number;
	failure: Failure;
}

/** The values of the node's parameters for an input item, with all expressions evaluated. */
interface GivenItem {
	item: number;
	options: JsonObject;
	/** The provider's own parameters; those that the editor does not show have no value. */
	own: JsonObject;
	contacts: GivenContacts;
}

/**
 * Reads all input items, until the workflow is stopped: recipient, texts and contacts.
 *
 * n8n's expressions are evaluated for a few items at a time, and then those items are read: each of the two needs so much
 * of the processor's caches that in turn, item by item, both take considerably longer.
 */
export async function readItems(
	context: IExecuteFunctions,
	run: Run,
): Promise<{ read: ReadItem[]; refused: RefusedItem[] }> {
	const read: ReadItem[] = [];
	const refused: RefusedItem[] = [];
	const task = new LongTask();
	const items = context.getInputData().length;
	for (let next = 0; next < items;) {
		const given = await giveItems(context, next, run, task);
		for (const [index, one] of given.entries()) {
			const result =
				'failure' in one
					? one
					: await resultOf(async () => await readItem(context, one.value, run));
			if ('value' in result) read.push(result.value);
			else refused.push({ item: next + index, failure: result.failure });
			if (task.shouldYield) await task.yieldNow();
			if (run.stop.aborted) return { read, refused };
		}
		next += given.length;
	}
	return { read, refused };
}

/** The parameters of the next items: of at least one, and of as many as do not take too long. */
async function giveItems(
	context: IExecuteFunctions,
	first: number,
	run: Run,
	task: LongTask,
): Promise<Array<Result<GivenItem>>> {
	const given: Array<Result<GivenItem>> = [];
	const items = context.getInputData().length;
	for (let item = first; item < items; item += 1) {
		given.push(await resultOf(() => giveItem(context, item, run)));
		if (task.shouldYield) break;
	}
	return given;
}

/** @throws InputError for options that are not an object, and what n8n throws for an expression that fails */
function giveItem(context: IExecuteFunctions, item: number, { provider, source }: Run): GivenItem {
	const options: unknown = context.getNodeParameter('options', item, {});
	if (!isObject(options)) {
		throw new InputError('The options must be an object', {
			field: 'options',
			fix: 'Correct the expression that sets them, for example {{ { defaultCountry: "BR" } }}.',
		});
	}
	const own = Object.fromEntries(
		provider.target.properties.map(({ name }) => [
			name,
			context.getNodeParameter(name, item, null),
		]),
	);
	return { item, options, own, contacts: givenContacts(context, item, source) };
}

/** @throws InputError that names the contact and the field */
async function readItem(
	context: IExecuteFunctions,
	{ item, options, own, contacts: given }: GivenItem,
	run: Run,
): Promise<ReadItem> {
	const { provider } = run;
	const target = readTarget(provider, { ...options, ...own });
	const texts = readTexts(options, provider, () =>
		context.getNodeParameter('options', item, {}, { rawExpressions: true }),
	);
	const isLookUp = options['whatsappId'] === LOOK_UP;
	const asks = isLookUp && looksUp(run);
	const completion = isLookUp
		? { ...options, whatsappId: asks ? 'asGiven' : 'fromPhone' }
		: options;
	const { contacts, warnings } = await readGivenContacts(context, given, completion, dialects);
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

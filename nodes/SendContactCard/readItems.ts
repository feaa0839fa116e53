import type { IExecuteFunctions } from 'n8n-workflow';

import type { FittedContact } from '../carried/fitContact';
import { readFlag } from '../contact/choice';
import type { FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { readContactsFrom, type NumberedContact } from '../contact/source/readSource';
import { sourceParameter, type SourceParameter } from '../contact/source/sourceParameter';
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

/** What was read from an input item. */
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

/** The node's parameters for an input item, with all expressions evaluated. */
interface ItemParameters {
	item: number;
	options: JsonObject;
	/** The provider's own parameters; those that the editor does not show have no value. */
	own: JsonObject;
	contacts: SourceParameter;
}

/**
 * Reads all input items, until the workflow is stopped: recipient, texts and contacts.
 *
 * n8n's expressions are evaluated for a few items at a time, and then those items are read: each of the two needs so much
 * of the processor's caches that alternating between them for each item takes considerably longer.
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
		const evaluated = await evaluateNext(context, next, run, task);
		for (const [index, parameters] of evaluated.entries()) {
			const result =
				'failure' in parameters
					? parameters
					: await resultOf(async () => await readItem(context, parameters.value, run));
			if ('value' in result) read.push(result.value);
			else refused.push({ item: next + index, failure: result.failure });
			if (task.shouldYield) await task.yieldNow();
			if (run.stop.aborted) return { read, refused };
		}
		next += evaluated.length;
	}
	return { read, refused };
}

/** The parameters of the next items: at least one, and no more than fit into one stretch of work. */
async function evaluateNext(
	context: IExecuteFunctions,
	first: number,
	run: Run,
	task: LongTask,
): Promise<Array<Result<ItemParameters>>> {
	const evaluated: Array<Result<ItemParameters>> = [];
	const items = context.getInputData().length;
	for (let item = first; item < items; item += 1) {
		evaluated.push(await resultOf(() => evaluate(context, item, run)));
		if (task.shouldYield) break;
	}
	return evaluated;
}

/** @throws InputError for options that are not an object, and what n8n throws for an expression that fails */
function evaluate(
	context: IExecuteFunctions,
	item: number,
	{ provider, source }: Run,
): ItemParameters {
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
	return { item, options, own, contacts: sourceParameter(context, item, source) };
}

/** @throws InputError that names the contact and the field */
async function readItem(
	context: IExecuteFunctions,
	{ item, options, own, contacts: parameter }: ItemParameters,
	run: Run,
): Promise<ReadItem> {
	const { provider } = run;
	const target = readTarget(provider, { ...options, ...own });
	const texts = readTexts(options, provider, () =>
		context.getNodeParameter('options', item, {}, { rawExpressions: true }),
	);
	const wantsLookUp = options['whatsappId'] === LOOK_UP;
	const canLookUp = wantsLookUp && looksUp(run);
	const completion = wantsLookUp
		? { ...options, whatsappId: canLookUp ? 'asGiven' : 'fromPhone' }
		: options;
	const { contacts, warnings } = await readContactsFrom(context, parameter, completion, dialects);
	return {
		item,
		target,
		texts,
		contacts,
		warnings: [...warnings, ...(wantsLookUp && !canLookUp ? lookUpWarnings(run) : [])],
		looksUp: canLookUp,
		embedsPhotos: readFlag('Embed Photos', options['embedPhotos']),
	};
}

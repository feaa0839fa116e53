import type { IExecuteFunctions } from 'n8n-workflow';

import { fitContact, type FittedContact } from '../carried/fitContact';
import type { FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { readContacts } from '../contact/source/readSource';
import { LongTask } from '../eventLoop/longTask';
import type { Failure } from '../failures/failure';
import { InputError } from '../failures/inputError';
import { resultOf } from '../failures/result';
import { dialects } from '../providers/dialects';
import type { Provider, Target } from '../providers/provider';
import { readTarget } from '../providers/targetParameters';
import type { Run } from './readRun';

/** An input item that can be sent. */
export interface PreparedItem {
	item: number;
	target: Target;
	contacts: FittedContact[];
	/** What belongs to none of the contacts. */
	warnings: FieldWarning[];
}

/** An input item that cannot be sent. */
export interface RefusedItem {
	item: number;
	failure: Failure;
}

/** Reads all input items, until the workflow is stopped. */
export async function prepareItems(
	context: IExecuteFunctions,
	run: Run,
): Promise<{ prepared: PreparedItem[]; refused: RefusedItem[] }> {
	const prepared: PreparedItem[] = [];
	const refused: RefusedItem[] = [];
	const task = new LongTask();
	for (const item of context.getInputData().keys()) {
		const result = await resultOf(async () => await prepareItem(context, item, run, task));
		if ('value' in result) prepared.push(result.value);
		else refused.push({ item, failure: result.failure });
		if (task.shouldYield) await task.yieldNow();
		if (run.stop.aborted) break;
	}
	return { prepared, refused };
}

/**
 * Reads an input item whole: where to, and which contacts, fitted to the provider.
 *
 * @throws InputError that names the contact and the field
 */
async function prepareItem(
	context: IExecuteFunctions,
	item: number,
	run: Run,
	task: LongTask,
): Promise<PreparedItem> {
	const { provider, source } = run;
	const options: unknown = context.getNodeParameter('options', item, {});
	if (!isObject(options)) {
		throw new InputError('The options must be an object', {
			field: 'options',
			fix: 'Correct the expression that gives them, such as {{ { defaultCountry: "BR" } }}.',
		});
	}
	const target = readTarget(provider, parametersOf(context, item, provider, options));
	const { contacts, warnings } = await readContacts(context, item, source, options, dialects);
	const fitted: FittedContact[] = [];
	for (const contact of contacts) {
		fitted.push(fitContact(contact, contact.place, provider, run.settings.onUnsupportedField));
		if (task.shouldYield) await task.yieldNow();
	}
	return { item, target, contacts: fitted, warnings };
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

import type { IExecuteFunctions } from 'n8n-workflow';

import { carriedPart } from '../carried/carriedPart';
import { lossWarnings, losses } from '../carried/losses';
import type { Contact, FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { readContacts } from '../contact/source/readSource';
import { count, list } from '../contact/text';
import type { Failure } from '../delivery/outcome';
import { LongTask } from '../eventLoop/longTask';
import { InputError } from '../failures/inputError';
import { resultOf } from '../failures/result';
import { dialects } from '../providers';
import type { Fit, Provider, Target } from '../providers/provider';
import { readTarget } from '../providers/targetParameters';
import type { Run } from './readRun';

/** A contact as its provider carries it, with what was lost or changed on the way. */
export interface FittedContact {
	contact: Contact;
	warnings: FieldWarning[];
}

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
	for (const [index, contact] of contacts.entries()) {
		fitted.push(fitContact(contact, index + 1, provider, run.settings.onUnsupportedField));
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

/**
 * The contact as the provider carries it, with what is lost or changed as warnings.
 *
 * @param number the contact's place in its item, from 1
 * @throws InputError when the provider cannot carry it, or not whole where `onUnsupportedField` is `fail`
 */
export function fitContact(
	{ contact, warnings }: FittedContact,
	number: number,
	provider: Provider,
	onUnsupportedField: 'warn' | 'fail',
): FittedContact {
	const { displayName, carries, limits } = provider;
	const fitted: Fit = provider.fit?.(contact) ?? { contact, warnings: [] };
	if ('problem' in fitted) {
		throw new InputError(`Contact ${String(number)} ${fitted.problem}`, fitted);
	}
	const notCarried = losses(contact, carries);
	const lost = [...notCarried, ...(fitted.lost ?? [])];
	if (lost.length > 0 && onUnsupportedField === 'fail') {
		throw new InputError(
			`Contact ${String(number)} has what ${displayName} does not carry: ${list(lost.map((loss) => loss.lost))}`,
			{
				field: lost[0]?.field ?? 'contacts',
				fix: 'Leave it out, choose another provider, or set the option On Unsupported Field to Warn.',
			},
		);
	}
	return {
		contact: carriedPart(fitted.contact, carries),
		warnings: [
			...warnings,
			...fitted.warnings,
			...lossWarnings(notCarried, carries, displayName),
			...nameWarnings(contact, limits.nameLength, displayName),
		],
	};
}

function nameWarnings(
	{ name }: Contact,
	most: number | undefined,
	provider: string,
): FieldWarning[] {
	if (most === undefined) return [];
	const length = [...name.formatted_name].length;
	if (length <= most) return [];
	return [
		{
			field: 'name',
			message: `The name has ${count(length, 'character')}; ${provider} advises at most ${String(most)}, more may be cut off in the chat`,
		},
	];
}

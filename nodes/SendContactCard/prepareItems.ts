import type { IExecuteFunctions } from 'n8n-workflow';

import { fitContact, type FittedContact } from '../carried/fitContact';
import type { FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { readContacts } from '../contact/source/readSource';
import { InputError } from '../failures/inputError';
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

/**
 * Reads an input item whole: where to, and which contacts, fitted to the provider.
 *
 * @throws InputError that names the contact and the field
 */
export async function prepareItem(
	context: IExecuteFunctions,
	item: number,
	run: Run,
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
	return {
		item,
		target,
		contacts: contacts.map((contact, index) =>
			fitContact(contact, index + 1, provider, run.settings.onUnsupportedField),
		),
		warnings,
	};
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

import type { IExecuteFunctions } from 'n8n-workflow';

import { carriedPart } from '../contact/carried';
import type { Contact, FieldWarning } from '../contact/contact';
import { InputError } from '../contact/inputError';
import { lossWarnings, losses } from '../contact/losses';
import { isObject, type JsonObject } from '../contact/object';
import { readContacts } from '../contact/source/readSource';
import { count, list } from '../contact/text';
import { photoWarnings } from '../contact/vcard/photo';
import { Slices } from '../delivery/slices';
import { dialects } from '../providers';
import type { Fit, Provider, Target } from '../providers/provider';
import { readTarget } from '../providers/targetParameters';
import type { Run } from './run';

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
	const fitted: FittedContact[] = [];
	const slices = new Slices();
	for (const contact of contacts) {
		fitted.push(fitContact(contact, contact.place, provider, run.settings.onUnsupportedField));
		if (slices.isOver) await slices.giveWay();
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
	const carried = carriedPart(fitted.contact, carries);
	return {
		contact: carried,
		warnings: [
			...warnings,
			...photoWarnings(carried.photo),
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

import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/mini';

import { InputError } from '../../failures/inputError';
import { readChoice } from '../choice';
import { completeContact, type CompletedContact, type CompletionOptions } from '../complete';
import type { FieldWarning, ReadContact } from '../contact';
import { defaultCountryCode } from '../defaultCountry';
import { isObject } from '../object';
import type { Dialect } from '../read/dialect';
import { readFields } from '../read/fields';
import { flatDialect } from '../read/flatDialect';
import { readItem } from '../read/item';
import { readJson } from '../read/json';
import { readColumns } from '../rows/columns';
import { schemaOf, type ReadValue } from '../schemas';
import { quote } from '../text';
import { decodeVCardFile } from '../vcard/charset';
import { isVCard, readVCards } from '../vcard/read';
import { CONTACT_SOURCES, type ContactSource } from './properties';

/** The contacts of one item. */
export interface SourceContacts {
	contacts: CompletedContact[];
	/** What belongs to none of them: text outside of the cards of a file. */
	warnings: FieldWarning[];
}

/** The options of a node that {@link readContacts} looks at. */
const completionOptions = z.object({
	defaultCountry: defaultCountryCode,
	whatsappId: schemaOf((choice): ReadValue<'asGiven' | 'fromPhone'> => {
		if (choice === 'asGiven' || choice === 'fromPhone') return { value: choice };
		if (choice === undefined || choice === null || choice === '') return { value: 'fromPhone' };
		throw new InputError(
			`WhatsApp ID ${quote(typeof choice === 'string' ? choice : JSON.stringify(choice))} is no choice`,
			{
				field: 'whatsappId',
				fix: 'Give "fromPhone" or "asGiven".',
			},
		);
	}),
});

/** The chosen Contact Source, which is the same for all items. */
export function readContactSource(context: IExecuteFunctions): ContactSource {
	const source = context.getNodeParameter('contactSource', 0);
	return readChoice('Contact Source', source, CONTACT_SOURCES);
}

/**
 * Reads an item's contacts, one at least, from its source and completes them.
 *
 * @throws InputError that names the contact where there are several
 */
export async function readContacts(
	context: IExecuteFunctions,
	item: number,
	source: ContactSource,
	options: Readonly<Record<string, unknown>>,
	dialects: readonly Dialect[],
): Promise<SourceContacts> {
	const { contacts, warnings } =
		source === 'file'
			? readText(await readFile(context, item), 'binaryPropertyName', 'The file')
			: readSource(context, item, source, dialects);
	if (contacts.length === 0) {
		throw new InputError('There is no contact', {
			field: 'contactSource',
			fix: 'Give at least one under the chosen Contact Source.',
		});
	}
	return { contacts: completeContacts(contacts, options), warnings };
}

/**
 * Completes the contacts of an item as its options say.
 *
 * @throws InputError that names the contact by its number
 */
export function completeContacts(
	contacts: readonly ReadContact[],
	options: Readonly<Record<string, unknown>>,
): CompletedContact[] {
	const completion = completionOptions.parse(options);
	return contacts.map((contact, index) => completeNumbered(contact, index + 1, completion));
}

function readSource(
	context: IExecuteFunctions,
	item: number,
	source: Exclude<ContactSource, 'file'>,
	dialects: readonly Dialect[],
): { contacts: ReadContact[]; warnings: FieldWarning[] } {
	switch (source) {
		case 'fields':
			return { contacts: readFields(context.getNodeParameter('contacts', item)), warnings: [] };
		case 'flat': {
			const parameters = context.getNodeParameter('flatParameters', item);
			return {
				contacts: flatDialect.read(isObject(parameters) ? parameters : {}, []),
				warnings: [],
			};
		}
		case 'item':
			return {
				contacts: readItem(
					context.getInputData()[item]?.json ?? {},
					readColumns(context.getNodeParameter('columns', item, {})),
					dialects,
				),
				warnings: [],
			};
		case 'json':
			return {
				contacts: readJson(context.getNodeParameter('contactsJson', item), dialects),
				warnings: [],
			};
		case 'vcard': {
			const text = context.getNodeParameter('vcardText', item);
			return readText(typeof text === 'string' ? text : '', 'vcardText', 'The vCard text');
		}
	}
}

function readText(text: string, field: string, what: string) {
	if (isVCard(text)) return readVCards(text);
	throw new InputError(text.trim() === '' ? `${what} is empty` : `${what} holds no vCard`, {
		field,
		fix: 'A vCard begins with the line BEGIN:VCARD and ends with END:VCARD.',
	});
}

async function readFile(context: IExecuteFunctions, item: number): Promise<string> {
	const name = String(context.getNodeParameter('binaryPropertyName', item)).trim();
	const binary = context.getInputData()[item]?.binary;
	if (binary === undefined || !Object.hasOwn(binary, name)) {
		const others = Object.keys(binary ?? {});
		throw new InputError(`The item has no binary field ${quote(name)}`, {
			field: 'binaryPropertyName',
			fix:
				others.length === 0
					? 'Let a node before this one give the .vcf file, such as Read Files from Disk or an e-mail trigger.'
					: `It has ${others.map(quote).join(', ')}: choose one under Input Binary Field.`,
		});
	}
	return decodeVCardFile(await context.helpers.getBinaryDataBuffer(item, name));
}

/** Says which contact of the item it is about, where one cannot be completed. */
function completeNumbered(
	contact: ReadContact,
	number: number,
	options: CompletionOptions,
): CompletedContact {
	const completed = completeContact(contact, options);
	if (!('problem' in completed)) return completed;
	throw new InputError(`Contact ${String(number)} ${completed.problem}`, completed);
}

import type { IExecuteFunctions } from 'n8n-workflow';
import * as z from 'zod/mini';

import { finish, LongTask } from '../../eventLoop/longTask';
import type { Problem } from '../../failures/failure';
import { InputError } from '../../failures/inputError';
import { readChoice } from '../choice';
import { completionSteps, type CompletedContact } from '../complete';
import type { FieldWarning, ReadContact } from '../contact';
import { isObject } from '../object';
import { defaultCountryCode } from '../phone/defaultCountry';
import { isText, textOf, type Dialect } from '../read/dialect';
import { readFields } from '../read/fields';
import { flatDialect } from '../read/flatDialect';
import { readItemSteps } from '../read/item';
import { readJsonSteps } from '../read/json';
import { OTHER_FORMAT_FIX, otherFormat } from '../read/otherFormats';
import { readColumns } from '../rows/columns';
import { schemaOf, type ReadValue } from '../schemas';
import { quote } from '../text';
import { withCheckedPhoto } from '../vcard/longPhoto';
import { readLongVCards, readVCardFile, type Turns, type VCardFile } from '../vcard/read';
import { CONTACT_SOURCES, type ContactSource } from './properties';
import { withPhotoFile } from './readPhoto';
import { sourceParameter, type SourceParameter } from './sourceParameter';

/** The contacts of one item. */
export interface SourceContacts {
	contacts: NumberedContact[];
	/** Warnings that belong to none of them: text outside the cards of a file, contacts that were left out. */
	warnings: FieldWarning[];
}

/** A contact with its place in the input, from 1. */
export interface NumberedContact extends CompletedContact {
	place: number;
}

/** Bytes at the beginning of a file that show what it is if it is no vCard. */
const BLANK = 10_000;

/** The options that {@link readContacts} uses. */
const completionOptions = z.object({
	defaultCountry: defaultCountryCode,
	whatsappId: schemaOf((choice): ReadValue<'asGiven' | 'fromPhone'> => {
		if (choice === 'asGiven' || choice === 'fromPhone') return { value: choice };
		if (choice === undefined || choice === null || choice === '') return { value: 'fromPhone' };
		throw new InputError(
			`WhatsApp ID ${quote(typeof choice === 'string' ? choice : JSON.stringify(choice))} is not one of the choices`,
			{
				field: 'whatsappId',
				fix: 'Use "fromPhone" or "asGiven".',
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
 * Reads an item's contacts, at least one, from its source and completes them.
 *
 * @throws InputError that names the contact if there are several
 */
export async function readContacts(
	context: IExecuteFunctions,
	item: number,
	source: ContactSource,
	options: Readonly<Record<string, unknown>>,
	dialects: readonly Dialect[],
): Promise<SourceContacts> {
	const parameter = sourceParameter(context, item, source);
	return await readContactsFrom(context, parameter, options, dialects);
}

/** {@link readContacts} for a parameter that was evaluated before. */
export async function readContactsFrom(
	context: IExecuteFunctions,
	parameter: SourceParameter,
	options: Readonly<Record<string, unknown>>,
	dialects: readonly Dialect[],
): Promise<SourceContacts> {
	const turns = new LongTask();
	const read = await readSource(context, parameter, dialects, turns);
	if (read.contacts.length === 0) throw noContact(read.warnings);
	for (const [index, contact] of read.contacts.entries()) {
		if (contact.photoBinaryField === undefined) continue;
		read.contacts[index] = await withPhotoFile(context, parameter.item, contact);
	}
	const completed = await completeContacts(read.contacts, options, turns);
	return { ...completed, warnings: [...read.warnings, ...completed.warnings] };
}

/**
 * Completes the contacts of an item or of a message according to the options. If there are several, one with nothing
 * usable is left out with a warning that names its place; with `onUnsupportedField: 'fail'` it is rejected as a single
 * one is.
 *
 * @throws InputError that names the contact by its number
 */
export async function completeContacts(
	contacts: readonly ReadContact[],
	options: Readonly<Record<string, unknown>>,
	turns: Turns,
): Promise<SourceContacts> {
	const completion = completionOptions.parse(options);
	const completed: SourceContacts = { contacts: [], warnings: [] };
	let refused: InputError | undefined;
	for (const [index, contact] of contacts.entries()) {
		const place = index + 1;
		const result =
			contact.refusal ??
			(await finish(completionSteps(await withCheckedPhoto(contact, turns), completion), turns));
		if ('problem' in result) {
			refused ??= refusal(place, contact, result);
			if (options['onUnsupportedField'] === 'fail') throw refused;
			completed.warnings.push(leftOut(place, contact, result));
		} else {
			completed.contacts.push({ ...result, place });
		}
		if (turns.shouldYield) await turns.yieldNow();
	}
	if (refused !== undefined && completed.contacts.length === 0) throw refused;
	return completed;
}

function refusal(place: number, contact: ReadContact, problem: Problem): InputError {
	if (contact.refusal !== undefined) return new InputError(problem.problem, problem);
	return new InputError(`Contact ${String(place)} ${problem.problem}${why(contact)}`, problem);
}

function leftOut(place: number, contact: ReadContact, { problem }: Problem): FieldWarning {
	const message =
		contact.refusal === undefined
			? `Contact ${String(place)} ${problem} and was left out${why(contact)}`
			: `${problem}, so contact ${String(place)} was left out`;
	return { field: 'contacts', message };
}

/** The reader's warnings about a contact, in brackets. */
function why({ warnings }: ReadContact): string {
	const reasons = warnings.map(({ message }) => message);
	return reasons.length === 0 ? '' : ` (${reasons.join('; ')})`;
}

/** Says what was found instead of a contact, if anything. */
function noContact(warnings: readonly FieldWarning[]): InputError {
	const reasons = warnings.map(({ message }) => message);
	return new InputError(
		reasons.length === 0 ? 'There is no contact' : `There is no contact: ${reasons.join('; ')}`,
		{
			field: 'contactSource',
			fix: 'Add at least one under the chosen Contact Source.',
		},
	);
}

async function readSource(
	context: IExecuteFunctions,
	{ item, source, value }: SourceParameter,
	dialects: readonly Dialect[],
	turns: Turns,
): Promise<{ contacts: ReadContact[]; warnings: FieldWarning[] }> {
	switch (source) {
		case 'fields':
			return { contacts: readFields(value), warnings: [] };
		case 'flat':
			return { contacts: readFlatParameters(value), warnings: [] };
		case 'item': {
			const { json = {}, binary = {} } = context.getInputData()[item] ?? {};
			const steps = readItemSteps(json, readColumns(value), dialects, Object.keys(binary));
			return { contacts: await finish(steps, turns), warnings: [] };
		}
		case 'json':
			return { contacts: await finish(readJsonSteps(value, dialects), turns), warnings: [] };
		case 'vcard': {
			const text = typeof value === 'string' ? value : '';
			const file = await readLongVCards(text, turns);
			return asVCards(file, text, 'vcardText', 'The vCard text');
		}
		case 'file':
			return await readFile(context, item, String(value).trim(), turns);
	}
}

function readFlatParameters(parameters: unknown): ReadContact[] {
	const { photoBinaryField, ...flat } = isObject(parameters) ? parameters : {};
	if (!isText(photoBinaryField)) {
		throw new InputError('photoBinaryField must be text', {
			field: 'photoBinaryField',
			fix: 'Enter the name of the binary field, not its contents.',
		});
	}
	const name = textOf(photoBinaryField);
	return flatDialect.read(flat, []).map((read) => ({ ...read, photoBinaryField: name }));
}

/**
 * @param text the input, or its beginning
 * @throws InputError if the input contains no vCard
 */
function asVCards(file: VCardFile, text: string, field: string, what: string): VCardFile {
	if (file.isVCard) return file;
	const format = otherFormat(text);
	if (format !== undefined) {
		throw new InputError(`${what} is ${format}, which cannot be read`, {
			field,
			fix: OTHER_FORMAT_FIX,
		});
	}
	const isEmpty = text.trim() === '';
	throw new InputError(isEmpty ? `${what} is empty` : `${what} contains no vCard`, {
		field,
		fix: 'A vCard begins with the line BEGIN:VCARD and ends with END:VCARD.',
	});
}

async function readFile(
	context: IExecuteFunctions,
	item: number,
	name: string,
	turns: Turns,
): Promise<VCardFile> {
	const binary = context.getInputData()[item]?.binary;
	if (binary === undefined || !Object.hasOwn(binary, name)) {
		const others = Object.keys(binary ?? {});
		throw new InputError(`The item has no binary field ${quote(name)}`, {
			field: 'binaryPropertyName',
			fix:
				others.length === 0
					? 'Add a node before this one that outputs the .vcf file, such as Read/Write Files from Disk or an email trigger.'
					: `It has ${others.map(quote).join(', ')}: choose one under Input Binary Field.`,
		});
	}
	const bytes = await context.helpers.getBinaryDataBuffer(item, name);
	const beginning = bytes.subarray(0, BLANK).toString();
	return asVCards(await readVCardFile(bytes, turns), beginning, 'binaryPropertyName', 'The file');
}

import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { propertyHint } from '../../editor/builderHint';
import { fieldsProperties } from './fields';
import { fileProperties } from './file';
import { flatProperties } from './flat';
import { itemProperties } from './item';
import { jsonProperties } from './json';
import { vcardProperties } from './vcard';

/** The forms in which a person may have a contact. */
export const CONTACT_SOURCES = ['fields', 'item', 'flat', 'json', 'vcard', 'file'] as const;

export type ContactSource = (typeof CONTACT_SOURCES)[number];

const sourceOptions: INodePropertyOptions[] = [
	{
		name: 'Fields',
		value: 'fields',
		description: 'Fill in one or more contacts here',
	},
	{
		name: 'Input Item',
		value: 'item',
		description:
			'The input item itself: a row of a sheet, a record of a CRM, the answers of a form. Needs no expression.',
	},
	{
		name: 'JSON',
		value: 'json',
		description:
			"One or more contacts as JSON, in Meta's or any provider's spelling, or with keys such as name, phone and email",
	},
	{
		name: 'vCard Text',
		value: 'vcard',
		description: 'One or more vCards as text, version 2.1, 3.0 or 4.0',
	},
	{
		name: 'File (.vcf)',
		value: 'file',
		description: 'A vCard file in a binary field, with one or more contacts',
	},
	{
		name: 'Flat Parameters',
		value: 'flat',
		description: "Meta's flat parameters, such as name_formatted_name and phone_1_phone",
	},
];

/** Contact Source and the parameters of each source, for every node that takes contacts. */
export const contactSourceProperties: INodeProperties[] = [
	{
		displayName: 'Contact Source',
		name: 'contactSource',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: sourceOptions,
		description: 'The form in which you have the contact',
		...propertyHint(
			'"item" where the input items are the contacts, such as rows of a sheet, records of a CRM, answers of a form or the output of Convert Contact Card: it needs no expressions and no other parameter. "fields" to type a contact, or where an agent fills it in. "json" for an object inside the item, as ={{ $json.contact }}.',
		),
	},
	...fieldsProperties,
	...itemProperties,
	...flatProperties,
	...jsonProperties,
	...vcardProperties,
	...fileProperties,
];

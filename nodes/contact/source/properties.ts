import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { propertyHint } from '../../editor/builderHint';
import { fieldsProperties } from './fields';
import { fileProperties } from './file';
import { flatProperties } from './flat';
import { itemProperties } from './item';
import { jsonProperties } from './json';
import { vcardProperties } from './vcard';

/** The forms in which a person can provide a contact. */
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
			'The input item itself: a sheet row, a CRM record or a form response. Needs no expression.',
	},
	{
		name: 'JSON',
		value: 'json',
		description:
			"One or more contacts as JSON, in Meta's or any provider's format, or with keys such as name, phone and email",
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

/** Contact Source and the parameters of each source, for every node that accepts contacts. */
export const contactSourceProperties: INodeProperties[] = [
	{
		displayName: 'Contact Source',
		name: 'contactSource',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		options: sourceOptions,
		description: 'Where the contact comes from',
		...propertyHint(
			'"item" when the input items are the contacts, such as sheet rows, CRM records, form responses or the output of Convert Contact Card: it needs no expressions and no other parameter. "fields" to type a contact or to let an agent fill it in. "json" for an object inside the item, such as ={{ $json.contact }}.',
		),
	},
	...fieldsProperties,
	...itemProperties,
	...flatProperties,
	...jsonProperties,
	...vcardProperties,
	...fileProperties,
];

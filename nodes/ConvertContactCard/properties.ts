import type { INodeProperties } from 'n8n-workflow';

import { contactSourceProperties } from '../contact/source/properties';
import { propertyHint } from '../editor/builderHint';

export const OPERATIONS = ['toFile', 'toJson', 'toQrCode', 'fromMessage'] as const;

export type Operation = (typeof OPERATIONS)[number];

/** What an item of `toJson` is. */
export const FORMATS = ['contact', 'flat', 'table', 'vcard'] as const;

export type Format = (typeof FORMATS)[number];

/** Contact Source and its parameters, as in the Send node. */
export const sourceProperties: INodeProperties[] = contactSourceProperties.map((property) => ({
	...property,
	displayOptions: {
		show: { operation: ['toFile', 'toJson', 'toQrCode'], ...property.displayOptions?.show },
	},
}));

export const jsonProperties: INodeProperties[] = [
	{
		displayName: 'Format',
		name: 'format',
		type: 'options',
		noDataExpression: true,
		default: 'contact',
		options: [
			{
				name: 'Contact',
				value: 'contact',
				description: "A contact in Meta's format, which the Send Contact Card node accepts as JSON",
			},
			{
				name: 'Flat Parameters',
				value: 'flat',
				description: 'One value per column, such as name_formatted_name and phone_1_phone',
			},
			{
				name: 'Table Row',
				value: 'table',
				description: 'A row for a sheet, with columns such as Name, Phone, Phone 2 and Email',
			},
			{
				name: 'vCard Text',
				value: 'vcard',
				description: 'A vCard 3.0 in the field vcard',
			},
		],
		description: 'What each item is',
		...propertyHint(
			'"contact" for a Send Contact Card node after this one, "table" for Google Sheets, Excel or a data table',
		),
		displayOptions: { show: { operation: ['toJson'] } },
	},
];

export const fileProperties: INodeProperties[] = [
	{
		displayName: 'Put Output File in Field',
		name: 'outputField',
		type: 'string',
		required: true,
		default: 'data',
		placeholder: 'e.g. data',
		hint: 'The name of the output binary field to put the file in',
		displayOptions: { show: { operation: ['toFile', 'toQrCode'] } },
	},
];

export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Message',
		name: 'message',
		type: 'json',
		required: true,
		default: '={{ $json }}',
		description:
			'What a webhook received from a messaging service, such as Evolution API, Telegram, WAHA, WhatsApp Cloud API or Z-API: its body, or the output of a Webhook or trigger node',
		...propertyHint(
			'Keep ={{ $json }} after a Webhook node or the trigger of a messaging service: the whole item is read, including its body',
		),
		displayOptions: { show: { operation: ['fromMessage'] } },
	},
];

import type { INodeProperties } from 'n8n-workflow';

/** Contact Source: vCard Text. */
export const vcardProperties: INodeProperties[] = [
	{
		displayName: 'vCard Text',
		name: 'vcardText',
		type: 'string',
		typeOptions: { rows: 6 },
		required: true,
		default: '',
		placeholder: 'BEGIN:VCARD…',
		description: 'One or more vCards, version 2.1, 3.0 or 4.0',
		displayOptions: { show: { contactSource: ['vcard'] } },
	},
];

import type { INodeProperties } from 'n8n-workflow';

/** Contact Source: JSON. */
export const jsonProperties: INodeProperties[] = [
	{
		displayName: 'Contacts (JSON)',
		name: 'contactsJson',
		type: 'json',
		required: true,
		default: '',
		placeholder:
			'{ "name": { "formatted_name": "John Doe" }, "phones": [{ "phone": "+5512996130832" }] }',
		description:
			"One contact or a list: Meta's contacts objects, flat parameters, any provider's format, or vCard text",
		displayOptions: { show: { contactSource: ['json'] } },
	},
];

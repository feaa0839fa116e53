import type { INodeProperties } from 'n8n-workflow';

/** The options that only Infobip has. */
export const options: readonly INodeProperties[] = [
	{
		displayName: 'Application ID',
		name: 'applicationId',
		type: 'string',
		default: '',
		description: 'The application of your account that the message belongs to',
	},
	{
		displayName: 'Callback Data',
		name: 'callbackData',
		type: 'string',
		default: '',
		description: 'Text returned with the delivery report, at most 4,000 characters',
	},
	{
		displayName: 'Delivery Report URL',
		name: 'notifyUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/reports',
		description: 'Where Infobip sends the delivery report of this card',
	},
	{
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'string',
		default: '',
		description: 'The entity of your account that the message belongs to',
	},
	{
		displayName: 'Sender',
		name: 'sender',
		type: 'string',
		default: '',
		placeholder: 'e.g. 441134960000',
		description: 'The registered WhatsApp number that sends, instead of the one in the credential',
	},
];

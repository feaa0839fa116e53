import type { INodeProperties } from 'n8n-workflow';

import { PLACEHOLDERS } from './placeholders';

const PLACEHOLDER_LIST = `Placeholders: ${PLACEHOLDERS.map((placeholder) => `[[${placeholder}]]`).join(', ')}`;
const withBody = { show: { customMethod: ['PATCH', 'POST', 'PUT'] } };

/** The parameters that describe a custom service's request, as the editor shows them. */
export const properties: readonly INodeProperties[] = [
	{
		displayName: 'Recipient Is',
		name: 'customRecipient',
		type: 'options',
		default: 'phone',
		options: [
			{
				name: 'A Phone Number or WhatsApp ID (JID)',
				value: 'phone',
				description:
					'Checked as for WhatsApp; anything that is not clearly one of these is rejected',
			},
			{
				name: 'Any Text',
				value: 'text',
				description: 'An email address, a user ID or a channel, sent as you type it',
			},
		],
	},
	{
		displayName: 'Method',
		name: 'customMethod',
		type: 'options',
		default: 'POST',
		options: [
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
	},
	{
		displayName: 'Path',
		name: 'customPath',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /send/contact',
		description:
			'The part after the Base URL of the credential. Placeholders: [[recipient]], [[recipientDigits]] and [[messageId]]; after a ? all of them.',
	},
	{
		displayName: 'Headers',
		name: 'customHeaders',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Header',
		default: {},
		description: 'Put secrets into the credential, not here',
		options: [
			{
				displayName: 'Header',
				name: 'header',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: 'Placeholders: [[recipient]], [[recipientDigits]] and [[messageId]]',
					},
				],
			},
		],
	},
	{
		displayName: 'Body As',
		name: 'customBodyAs',
		type: 'options',
		default: 'json',
		options: [
			{
				name: 'Form',
				value: 'form',
				description: 'Encoded as a web form (application/x-www-form-urlencoded)',
			},
			{ name: 'JSON', value: 'json' },
		],
		displayOptions: withBody,
	},
	{
		displayName: 'Body',
		name: 'customBody',
		type: 'json',
		required: true,
		default:
			'{\n  "to": "[[recipient]]",\n  "name": "[[name]]",\n  "phone": "[[phone]]",\n  "vcard": "[[vcard]]"\n}',
		description: `JSON with placeholders in its texts, each in quotes; "[[contact]]" becomes the whole contact as JSON. ${PLACEHOLDER_LIST}.`,
		displayOptions: { show: { ...withBody.show, customBodyAs: ['json'] } },
	},
	{
		displayName: 'Text Body',
		name: 'customTextBody',
		type: 'json',
		default: '',
		placeholder: 'e.g. {"to": "[[recipient]]", "text": "[[text]]"}',
		description:
			'The JSON that sends a text, for the options Text Before and Text After. Placeholders: [[text]], [[recipient]], [[recipientDigits]] and [[messageId]].',
		displayOptions: withBody,
	},
	{
		displayName: 'Text Path',
		name: 'customTextPath',
		type: 'string',
		default: '',
		placeholder: 'e.g. /send/text',
		description: 'Where texts are sent; leave empty to use the Path of the card',
		displayOptions: withBody,
	},
	{
		displayName: 'Form Fields',
		name: 'customForm',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{ displayName: 'Name', name: 'name', type: 'string', default: '' },
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						description: PLACEHOLDER_LIST,
					},
				],
			},
		],
		displayOptions: { show: { ...withBody.show, customBodyAs: ['form'] } },
	},
	{
		displayName: 'Answer',
		name: 'customAnswer',
		type: 'collection',
		placeholder: 'Add Rule',
		default: {},
		description:
			'What the answer means. By default, a 2xx with a message ID means that the card was sent. Write a path like data.messages[0].key, or header:x-message for a header.',
		options: [
			{
				displayName: 'Chat ID Path',
				name: 'chatIdPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. data.chat',
			},
			{
				displayName: 'Error Code Path',
				name: 'codePath',
				type: 'string',
				default: '',
				placeholder: 'e.g. error.code',
			},
			{
				displayName: 'Error Message Path',
				name: 'messagePath',
				type: 'string',
				default: '',
				placeholder: 'e.g. error.message',
			},
			{
				displayName: 'Message ID Path',
				name: 'messageIdPath',
				type: 'string',
				default: 'id',
				placeholder: 'e.g. data.messages[0].key',
			},
			{
				displayName: 'Not Sent Path',
				name: 'notSentPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. status',
				description: 'Where an answer says that nothing was sent, whatever its status',
			},
			{
				displayName: 'Not Sent Statuses',
				name: 'notSentStatuses',
				type: 'string',
				default: '',
				placeholder: 'e.g. 503',
				description: 'Statuses of 500 or above that mean that nothing was sent',
			},
			{
				displayName: 'Not Sent Value',
				name: 'notSentValue',
				type: 'string',
				default: '',
				placeholder: 'e.g. rejected',
				description: 'What it says there; leave empty to accept anything',
			},
			{
				displayName: 'Retry Statuses',
				name: 'retryStatuses',
				type: 'string',
				default: '',
				placeholder: 'e.g. 503',
				description:
					'Statuses that mean that nothing was sent and the card may be sent again. 429 is always one.',
			},
			{
				displayName: 'Sent Without ID',
				name: 'sentWithoutId',
				type: 'boolean',
				default: false,
				description: 'Whether a 2xx without a message ID means that the card was sent',
			},
			{
				displayName: 'Success Path',
				name: 'successPath',
				type: 'string',
				default: '',
				placeholder: 'e.g. status',
				description: 'Where a 2xx says that the card was sent',
			},
			{
				displayName: 'Success Value',
				name: 'successValue',
				type: 'string',
				default: '',
				placeholder: 'e.g. queued',
				description: 'What it says there; leave empty to accept anything',
			},
		],
	},
];

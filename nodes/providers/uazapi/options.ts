import type { INodeProperties } from 'n8n-workflow';

import { isForwardedOption, mentionAllOption, mentionsOption } from '../persons';
import { delayOption, replyToOption, trackIdOption } from '../targetParameters';

/** The options that every send of uazapiGO takes. */
export const uazapiOptions: readonly INodeProperties[] = [
	delayOption,
	isForwardedOption,
	{
		displayName: 'Mark Chat as Read',
		name: 'readChat',
		type: 'boolean',
		default: false,
		description: 'Whether the chat is marked as read when the card goes out',
	},
	{
		displayName: 'Mark Messages as Read',
		name: 'readMessages',
		type: 'boolean',
		default: false,
		description: 'Whether the last messages of the chat are marked as read when the card goes out',
	},
	mentionAllOption,
	mentionsOption,
	replyToOption,
	{
		displayName: 'Send in Background',
		name: 'inBackground',
		type: 'boolean',
		default: false,
		description:
			'Whether the service answers as soon as it has queued the card. The node is not told of a later failure.',
	},
	trackIdOption,
	{
		displayName: 'Track Source',
		name: 'trackSource',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'Your own name for where the card comes from, which comes back in webhooks',
	},
];

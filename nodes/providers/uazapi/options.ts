import type { INodeProperties } from 'n8n-workflow';

import { isForwardedOption, mentionAllOption, mentionsOption } from '../repliesAndMentions';
import { delayOption, replyToOption, trackIdOption } from '../targetParameters';

/** The options of every message that uazapiGO sends. */
export const uazapiOptions: readonly INodeProperties[] = [
	delayOption,
	isForwardedOption,
	{
		displayName: 'Mark Chat as Read',
		name: 'readChat',
		type: 'boolean',
		default: false,
		description: 'Whether to mark the chat as read when the card is sent',
	},
	{
		displayName: 'Mark Messages as Read',
		name: 'readMessages',
		type: 'boolean',
		default: false,
		description: 'Whether to mark the last messages of the chat as read when the card is sent',
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
			'Whether the service answers as soon as it has queued the card. The node does not find out if it fails later.',
	},
	trackIdOption,
	{
		displayName: 'Track Source',
		name: 'trackSource',
		type: 'string',
		default: '',
		placeholder: 'e.g. n8n',
		description: 'Your own name for the source of the card, returned in webhooks',
	},
];

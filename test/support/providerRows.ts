import type { INodeParameters } from 'n8n-workflow';

import { CHATVOLT, CHERT, GOWA, RYZEAPI } from '../../sandbox/accounts';
import type { ProviderId } from '../../sandbox/http';

/** What the shared tests have to know of a provider. */
export interface ProviderRow {
	/** Parameters of the node that say where to send, for the sandbox's credential. */
	parameters: INodeParameters;
	/** The recipient as outputs name it. */
	recipient: string;
	/** The recipient as the sandbox shows it. */
	arrivesAt: string;
	/** Parameters that have to be refused before any request. */
	refused: readonly INodeParameters[];
}

/** A resource locator, as the editor keeps an ID that was typed. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

/** What an expression gives that finds nothing; n8n itself stops a parameter that is left empty. */
const EMPTY = "={{ '' }}";
const NO_NUMBERS = [EMPTY, '112', '0812 3456', '+62 896, +62 897', 'Ana', 'ana@example.com'];
const noNumbers = NO_NUMBERS.map((recipient): INodeParameters => ({ recipient }));
const NUMBER = '+62 812-3456-7890';

/** One row a provider, by its id. */
export const PROVIDER_ROWS: Readonly<Record<ProviderId, ProviderRow>> = {
	chatvolt: {
		parameters: {
			agentId: byId(CHATVOLT.agentId),
			conversationId: byId(CHATVOLT.conversationId),
		},
		recipient: 'conv-001',
		arrivesAt: 'conv-001',
		refused: [
			{ agentId: byId(EMPTY) },
			{ agentId: byId('..') },
			{ conversationId: byId(EMPTY) },
			{ conversationId: byId('a\r\nb') },
		],
	},
	chert: {
		parameters: { addressBy: 'phone', recipient: NUMBER },
		recipient: '+6281234567890',
		arrivesAt: '+6281234567890',
		refused: [
			...noNumbers,
			{ recipient: GOWA.group },
			{ addressBy: 'chat', chatId: EMPTY },
			{ addressBy: 'chat', chatId: '..' },
			{ addressBy: 'post', chatId: CHERT.chatId },
		],
	},
	gowa: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890@s.whatsapp.net',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [...noNumbers, { options: { duration: 3600 } }],
	},
	ryzeapi: {
		parameters: { instance: byId(RYZEAPI.instance), recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@s.whatsapp.net',
		refused: [...noNumbers, { instance: byId(EMPTY) }, { options: { delay: -1 } }],
	},
	wawp: {
		parameters: { recipient: NUMBER },
		recipient: '6281234567890',
		arrivesAt: '6281234567890@c.us',
		refused: [...noNumbers, { options: { replyTo: { id: 'x' } } }],
	},
};

import { objectAt } from './fields';
import type { IncomingReader } from './reader';
import { readWholeWebMessage } from './webMessage';

/*
 * WWebJS API (wwebjs-api, and whatsapp-api before it): the events `message` and `message_create`.
 * Contract: its source, github.com/avoylenko/wwebjs-api, src/sessions.js.
 *
 *   { dataType: "message", data: { message: a message of whatsapp-web.js }, sessionId }
 *
 * Oddities, and what follows from them:
 * - Both events are on by default, and `message_create` reports received messages a second time: of it, only own
 *   messages are read, so that no card is forwarded twice.
 */

export const wwebjsApi: IncomingReader = {
	provider: 'wwebjsApi',
	displayName: 'WWebJS API',
	recognizes: ({ dataType, sessionId }) =>
		typeof dataType === 'string' && typeof sessionId === 'string',
	read({ dataType, ...body }) {
		if (dataType !== 'message' && dataType !== 'message_create') return [];
		const messages = readWholeWebMessage(objectAt(body, 'data')['message']);
		return dataType === 'message' ? messages : messages.filter(({ own }) => own);
	},
};

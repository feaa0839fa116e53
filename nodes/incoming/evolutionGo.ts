import { isObject } from '../contact/object';
import { objectsIn } from './fields';
import type { IncomingReader } from './reader';
import { readWhatsmeowEvent } from './whatsmeowEvent';

/*
 * Evolution Go: the events `Message` and `SendMessage`.
 * Contract: its source, github.com/EvolutionAPI/evolution-go.
 *
 *   { event: "Message", data: a message of whatsmeow, instanceToken, instanceId, instanceName }
 *
 * Oddities, and what follows from them:
 * - What is sent through the API comes as `SendMessage`, an own message.
 * - The token of the instance is in every body; none of it is used.
 */

export const evolutionGo: IncomingReader = {
	provider: 'evolutionGo',
	displayName: 'Evolution Go',
	recognizes: ({ event, data, ...body }) =>
		typeof event === 'string' &&
		('instanceToken' in body ||
			(isObject(data) && 'Info' in data) ||
			(!('instance' in body) && ('instanceId' in body || 'instanceName' in body))),
	read({ event, data }) {
		const name = String(event).toLowerCase();
		if (name !== 'message' && name !== 'sendmessage') return [];
		return objectsIn(data)
			.flatMap(readWhatsmeowEvent)
			.map((message) => (name === 'sendmessage' ? { ...message, own: true } : message));
	},
};

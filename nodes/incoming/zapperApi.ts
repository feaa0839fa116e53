import { isObject } from '../contact/object';
import { readBaileysMessage } from './baileysMessage';
import { objectsIn } from './fields';
import type { IncomingReader } from './reader';

/*
 * ZapperAPI v2: the event `messages.upsert`.
 * Contract: https://api.zapperapi.com, OpenAPI 3.0.3, names the event; its body as applications read it.
 *
 *   { type: "messages.upsert", instanceId, and beside them a message of Baileys: key, pushName, message, … }
 *
 * How the contact is placed in `message` is inferred: as in every message of Baileys.
 */

export const zapperApi: IncomingReader = {
	provider: 'zapperApi',
	displayName: 'ZapperAPI',
	recognizes: ({ type, instanceId, key }) =>
		typeof type === 'string' &&
		type.includes('.') &&
		(typeof instanceId === 'string' || isObject(key)),
	read({ type, ...body }) {
		if (String(type).toLowerCase() !== 'messages.upsert') return [];
		const given = ['messages', 'data']
			.map((name) => body[name])
			.find((value) => value !== undefined);
		return objectsIn(isObject(body['key']) ? body : given).flatMap((message) =>
			readBaileysMessage(message),
		);
	},
};

import { isObject } from '../contact/object';
import type { IncomingReader } from './reader';
import { readWhatsmeowEvent } from './whatsmeowEvent';

/*
 * wuzapi, and ZapperHUB, which speaks its dialect: the event `Message`.
 * Contract: its source, github.com/asternic/wuzapi, wmiau.go; ZapperHUB as an application reads it.
 *
 *   { type: "Message", event: a message of whatsmeow, instanceName?, userID? }
 *
 * Oddities, and what follows from them:
 * - By default the body is a form, with this object as text in the field `jsonData`, beside the user's token.
 * - ZapperHUB leaves `type` out.
 */

export const wuzapi: IncomingReader = {
	provider: 'wuzapi',
	displayName: 'WuzAPI',
	recognizes: ({ type, event }) => isObject(event) && (typeof type === 'string' || 'Info' in event),
	read({ type, event }) {
		const isMessage = type === undefined || (typeof type === 'string' && /^message$/i.test(type));
		return isMessage ? readWhatsmeowEvent(event) : [];
	},
};

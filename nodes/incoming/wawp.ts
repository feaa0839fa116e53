import { isObject } from '../contact/object';
import type { IncomingReader } from './reader';
import { readWahaEvent } from './waha';

/*
 * Wawp runs WAHA: its answers, and the events that applications read from it, are WAHA's. Its own documents show no
 * body of a webhook.
 *
 *   { event: "message", session: "wawp-84729105", payload: as WAHA's }
 *
 * Sessions are named so in https://api.wawp.net/en/docs/v2/session/info. If the session's name is missing, the
 * `instance_id` in all of Wawp's requests identifies it.
 */

export const wawp: IncomingReader = {
	provider: 'wawp',
	displayName: 'Wawp',
	recognizes: ({ event, session, payload, ...body }) =>
		typeof event === 'string' &&
		isObject(payload) &&
		((typeof session === 'string' && /^wawp-/i.test(session)) || 'instance_id' in body),
	read: readWahaEvent,
};

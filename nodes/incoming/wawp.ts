import { isObject } from '../contact/object';
import type { IncomingReader } from './reader';
import { readWahaEvent } from './waha';

/*
 * Wawp runs WAHA: its answers, and the events that applications read from it, are WAHA's. Its own documents show no
 * body of a webhook.
 *
 *   { event: "message", session: "wawp-84729105", payload: as WAHA's }
 *
 * Sessions are named so in https://api.wawp.net/en/docs/v2/session/info. Where the session's name is left out, the
 * `instance_id` that all of Wawp's requests carry tells it.
 */

export const wawp: IncomingReader = {
	provider: 'wawp',
	displayName: 'Wawp',
	recognises: ({ event, session, payload, ...body }) =>
		typeof event === 'string' &&
		isObject(payload) &&
		((typeof session === 'string' && /^wawp-/i.test(session)) || 'instance_id' in body),
	read: readWahaEvent,
};

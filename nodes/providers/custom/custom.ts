import {
	ContactCardCustomApi,
	TEST_PATH,
} from '../../../credentials/ContactCardCustomApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import { isObject } from '../../contact/object';
import { NO_MESSENGER } from '../networks';
import type { Provider } from '../provider';
import { recipientProperty } from '../targetParameters';
import { DEFAULT_RULES, readingBy } from './answer';
import { filledPath } from './path';
import { carriedIn, textValuesOf, valuesOf } from './places';
import { properties } from './properties';
import { schema, type CustomTarget } from './target';
import { filledJson, filledTexts } from './template';

/*
 * Any HTTP service: the person gives method, path, headers and body with places in them, and says what an answer means.
 * Items, order, pace, retries, receipts, outcomes, preview and masking are the node's own.
 *
 * - One contact goes out in a message, so that a receipt is a contact's.
 * - A 2xx is a receipt where it has a message id; without one only where the person says so, else the outcome is unknown.
 * - What a card carries is what the request has places for; the rest is told by a warning.
 */

export const custom: Provider<CustomTarget> = {
	id: 'custom',
	displayName: 'Custom HTTP',
	network: NO_MESSENGER,
	hosting: 'whatever you connect',
	credential: new ContactCardCustomApi(),
	credentialTest: {
		request: { method: 'GET', path: TEST_PATH },
		acceptsText: true,
		refusals: {
			401: 'Custom HTTP rejected this secret. Check it, and how the service expects it: as a header, a token, a parameter or a password.',
			403: 'Custom HTTP does not allow this secret to use the Test Path. Check the secret, or set another path.',
			404: 'Custom HTTP found nothing at this address. Check the Base URL, and set a Test Path that answers GET and sends nothing.',
			405: 'Custom HTTP does not allow GET at this address. Set a Test Path that answers GET and sends nothing.',
		},
	},
	documentationUrl:
		'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/providers/custom.md',
	limits: { contactsPerCard: 1 },
	carries: CARRIES_ALL,
	carriedTo: ({ places }) => carriedIn(new Set(places)),
	target: { properties: [recipientProperty, ...properties], options: [], schema },

	text: {
		maxLength: undefined,
		request({ id, text: words }, { recipient, method, path, headers, text, rules }) {
			const valueOf = textValuesOf({ id, text: words, recipient });
			const json = filledJson(text?.json ?? {}, valueOf);
			return {
				method,
				path: filledPath(text?.path ?? path, valueOf),
				headers: filledTexts(headers, valueOf),
				...(isObject(json) ? { body: json } : {}),
				...(text?.hasMessageId === true ? { messageId: id } : {}),
				reading: readingBy(rules),
			};
		},
	},

	request({ id, contacts }, { recipient, method, path, headers, body, places, rules }) {
		const valueOf = valuesOf({ id, contacts, recipient });
		const json = body.kind === 'json' ? filledJson(body.json, valueOf) : undefined;
		return {
			method,
			path: filledPath(path, valueOf),
			headers: filledTexts(headers, valueOf),
			...(isObject(json) ? { body: json } : {}),
			...(body.kind === 'form' ? { form: filledTexts(body.form, valueOf) } : {}),
			...(places.includes('messageId') ? { messageId: id } : {}),
			reading: readingBy(rules),
		};
	},

	...readingBy(DEFAULT_RULES),
};

import {
	ContactCardCustomApi,
	TEST_PATH,
} from '../../../credentials/ContactCardCustomApi.credentials';
import { CARRIES_ALL } from '../../carried/carries';
import { isObject } from '../../contact/object';
import { NO_MESSENGER } from '../networks';
import type { Provider } from '../provider';
import { recipientProperty } from '../targetParameters';
import { DEFAULT_RULES, readerBy } from './answer';
import { filledPath } from './path';
import { carriedIn, textValuesOf, valuesOf } from './placeholders';
import { properties } from './properties';
import { schema, type CustomTarget } from './target';
import { filledJson, filledTexts } from './template';

/*
 * Any HTTP service: the person sets method, path, headers and body, with placeholders in them, and says what an answer
 * means. Items, order, pace, retries, receipts, outcomes, preview and masking work as for every other provider.
 *
 * - Each message carries one contact, so that each contact has its own receipt.
 * - A 2xx is a receipt if it has a message ID, or if the person says that it needs none; otherwise the outcome is unknown.
 * - A card carries what the request has placeholders for; a warning names the rest.
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
	carriedTo: ({ placeholders }) => carriedIn(new Set(placeholders)),
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
				reader: readerBy(rules),
			};
		},
	},

	request({ id, contacts }, { recipient, method, path, headers, body, placeholders, rules }) {
		const valueOf = valuesOf({ id, contacts, recipient });
		const json = body.kind === 'json' ? filledJson(body.json, valueOf) : undefined;
		return {
			method,
			path: filledPath(path, valueOf),
			headers: filledTexts(headers, valueOf),
			...(isObject(json) ? { body: json } : {}),
			...(body.kind === 'form' ? { form: filledTexts(body.form, valueOf) } : {}),
			...(placeholders.includes('messageId') ? { messageId: id } : {}),
			reader: readerBy(rules),
		};
	},

	...readerBy(DEFAULT_RULES),
};

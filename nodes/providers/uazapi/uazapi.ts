import { ContactCardUazapiApi } from '../../../credentials/ContactCardUazapiApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { digitsOnWire, checkPhones } from '../../carried/completedByServer';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Provider } from '../provider';
import { defined } from '../requestParts';
import { recipientProperty, SEARCH_RECIPIENTS } from '../targetParameters';
import { instanceTest, receipt, refusal } from './answers';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { uazapiOptions } from './options';
import { textWithoutPlaceholders, withoutPlaceholders } from './placeholders';
import { cardFields, commonFields, schema, type UazapiTarget } from './target';

/*
 * uazapiGO, hosted: POST {base}/send/contact
 * Contract: its OpenAPI description 2.1.0 (https://docs.uazapi.com), read on 2026-11-28; the server's code is not open.
 *
 *   { number, fullName, phoneNumber, organization?, email?, url?, replyid?, mentions?, readchat?, readmessages?, delay?,
 *     forward?, track_source?, track_id?, async? }
 *   200 { messageid, chatid, status, response: { status, message }, … }
 *   4xx and 5xx { error }
 *
 * Text: POST {base}/send/text { number, text, … }, answers as above.
 *
 * Oddities, and what follows from them:
 * - The server replaces `{{name}}` and the like in every text: we never send two opening braces side by side.
 * - Several numbers are one text, separated by commas; a comma inside a number would split it.
 * - How the server builds the vCard is unknown, and so is whether a number may have a `+`: what would break out of its
 *   field is changed, numbers are sent as digits, and a number that does not clearly have a country code is not sent.
 * - `messageid` is WhatsApp's ID; a 200 without one says nothing.
 * - WhatsApp's lock on new chats, 463, comes with status 500 and is never retried.
 * - `delay` is in milliseconds, and the server waits that long before it answers, unless `async` is set.
 * - `track_id` may repeat: it isn't an idempotency key.
 */

const CARRIES: Carries = {
	...CARRIES_NAME,
	phones: 'all',
	emails: 1,
	org: ['company'],
	urls: 1,
};
const ADDED_BY_SERVER = {
	provider: 'uazapiGO',
	action: 'builds the card itself, usually with + before every number',
	showsPlus: true,
};

export const uazapi: Provider<UazapiTarget> = {
	id: 'uazapi',
	displayName: 'uazapiGO',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardUazapiApi(),
	credentialTest: instanceTest,
	documentationUrl: 'https://docs.uazapi.com',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
		options: uazapiOptions,
		schema,
	},
	text: {
		maxLength: undefined,
		request: ({ text }, target) => ({
			method: 'POST',
			path: '/send/text',
			body: { ...commonFields(target), text: textWithoutPlaceholders(text) },
		}),
	},
	lookUp,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	fit(contact) {
		const checked = checkPhones(contact.phones, ADDED_BY_SERVER);
		if ('problem' in checked) return checked;
		if (contact.phones.length === 0) {
			return {
				problem: 'has no phone number',
				field: 'phones',
				fix: 'uazapiGO needs a name and a phone number for every contact: add one.',
			};
		}
		const safe = withoutDelimiters(contact, 'uazapiGO', CARRIES);
		const closed = withoutPlaceholders(safe.contact);
		return {
			contact: closed.contact,
			warnings: [...safe.warnings, ...closed.warnings, ...checked],
		};
	},

	request({ contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/send/contact',
			body: defined({
				...cardFields(target),
				fullName: contact.name.formatted_name,
				phoneNumber: contact.phones.map(digitsOnWire).join(','),
				organization: contact.org.company,
				email: contact.emails[0]?.email,
				url: contact.urls[0]?.url,
			}),
		};
	},

	receipt,
	refusal,
};

import { ContactCardZApi } from '../../../credentials/ContactCardZApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { digitsOnWire, checkPhones } from '../../carried/completedByServer';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact } from '../../contact/contact';
import type { JsonObject } from '../../contact/object';
import type { Provider } from '../provider';
import { defined } from '../requestParts';
import { recipientProperty, SEARCH_RECIPIENTS, replyToOption } from '../targetParameters';
import { receipt, refusal, statusTest } from './answers';
import { zApiDialect } from './dialect';
import { textWithoutWrittenBreaks, withoutWrittenBreaks } from './lineBreaks';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { commonFields, schema, type ZApiTarget } from './target';

/*
 * Z-API, hosted: POST {base}/instances/{instanceId}/token/{token}/send-contact and …/send-contacts
 * Contract: the source of its pages, github.com/Z-API/z-api-docs at 7021b82, read on 2026-11-28; errors as reported by
 * clients of the service. The credential puts instance and token into the path.
 *
 *   send-contact   { phone, contactName, contactPhone, contactBusinessDescription?, messageId?, delayMessage? }
 *   send-contacts  { phone, contacts: [{ name, phones, businessDescription? }], messageId?, delayMessage? }
 *   200 { zaapId, messageId, id }; 200 { error } or { value: false } if nothing was sent
 *   4xx and 5xx { error }
 *
 * Text: POST …/send-text { phone, message, messageId?, delayMessage? }, answers as above.
 *
 * Oddities, and what follows from them:
 * - A 200 is a receipt only with `messageId`. It means that the message is queued: the service keeps up to 1,000 messages
 *   while the phone is offline, and sends them when it is back.
 * - `messageId` in a request is the message that the card replies to.
 * - `delayMessage` is the wait before the next message.
 * - A group is `…-group`, not `…@g.us`.
 * - `%0a` in a text is a line break. How the server builds the vCard is unknown: what would break out of its field is
 *   changed, and a number that does not clearly have a country code is not sent.
 * - The refusal of a wrong Client-Token repeats it, and both tokens must be masked in URLs too.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 'all', org: ['company'] };
const ADDED_BY_SERVER = {
	provider: 'Z-API',
	action: 'builds the card itself, usually with + before every number',
	showsPlus: true,
};

export const zApi: Provider<ZApiTarget> = {
	id: 'zApi',
	displayName: 'Z-API',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardZApi(),
	credentialTest: statusTest,
	documentationUrl: 'https://developer.z-api.io/message/send-message-contact',
	limits: { contactsPerCard: undefined },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
		options: [
			{
				displayName: 'Delay After Message',
				name: 'delayMessage',
				type: 'number',
				default: 0,
				typeOptions: { minValue: 0, maxValue: 15, numberPrecision: 0 },
				description:
					'Seconds that the service waits before the next message, at most 15; 0 for its default of 1 to 3',
			},
			replyToOption,
		],
		schema,
	},
	dialect: zApiDialect,
	text: {
		maxLength: undefined,
		request: ({ text }, target) => ({
			method: 'POST',
			path: '/send-text',
			body: { ...commonFields(target), message: textWithoutWrittenBreaks(text) },
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
				fix: 'Z-API needs a name and a phone number for every contact: add one.',
			};
		}
		const safe = withoutDelimiters(contact, 'Z-API', CARRIES);
		const closed = withoutWrittenBreaks(safe.contact);
		return {
			contact: closed.contact,
			warnings: [...safe.warnings, ...closed.warnings, ...checked],
		};
	},

	request({ contacts }, target) {
		const [contact, ...others] = contacts;
		const { phones } = contact;
		const isOne = others.length === 0 && phones.length === 1;
		return {
			method: 'POST',
			path: isOne ? '/send-contact' : '/send-contacts',
			body: {
				...commonFields(target),
				...(isOne ? oneContact(contact) : { contacts: contacts.map(entryOf) }),
			},
		};
	},

	receipt,
	refusal,
};

function oneContact({ name, phones, org }: Contact): JsonObject {
	return defined({
		contactName: name.formatted_name,
		contactPhone: phones.map(digitsOnWire).join(''),
		contactBusinessDescription: org.company,
	});
}

function entryOf({ name, phones, org }: Contact): JsonObject {
	return defined({
		name: name.formatted_name,
		phones: phones.map(digitsOnWire),
		businessDescription: org.company,
	});
}

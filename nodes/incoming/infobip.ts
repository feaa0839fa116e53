import * as z from 'zod/mini';

import { isObject, type JsonObject } from '../contact/object';
import { anything, entries, id, maybe, objectsIn } from './fields';
import { readMetaContacts } from './metaContact';
import type { IncomingReader } from './reader';

/*
 * Infobip: received WhatsApp messages.
 * Contract:
 * https://www.infobip.com/docs/api/channels/whatsapp/whatsapp-inbound-messages/receive-whatsapp-inbound-messages
 *
 *   { results: [{ from, to, integrationType: "WHATSAPP", messageId, message: { type: "CONTACT",
 *       contacts: [{ name: { firstName, formattedName, … }, phones: [{ phone, waId, type }], … }],
 *       context?: { from, id, groupId } } }], messageCount }
 *
 * Oddities, and what follows from them:
 * - The contacts are Meta's in camelCase, with `prefix` and `suffix` as `namePrefix` and `nameSuffix`.
 * - `result.contact` is who wrote.
 * - Own messages are not reported; delivery reports come as `results` as well, without `message`.
 */

const bodySchema = z.object({
	results: entries(
		z.object({
			from: id,
			messageId: id,
			message: maybe(z.object({ contacts: anything, context: maybe(z.object({ groupId: id })) })),
		}),
	),
});
const META_KEYS: Readonly<Record<string, string>> = {
	firstName: 'first_name',
	lastName: 'last_name',
	middleName: 'middle_name',
	namePrefix: 'prefix',
	nameSuffix: 'suffix',
	formattedName: 'formatted_name',
	waId: 'wa_id',
	countryCode: 'country_code',
};

export const infobip: IncomingReader = {
	provider: 'infobip',
	displayName: 'Infobip',
	recognizes: ({ results }) =>
		objectsIn(results).some(
			(result) =>
				'messageId' in result &&
				['integrationType', 'status', 'message'].some((key) => key in result),
		),
	read: (body) =>
		bodySchema.parse(body).results.flatMap(({ from, messageId, message }) =>
			message === undefined
				? []
				: {
						from,
						chatId: message.context?.groupId ?? from,
						messageId,
						own: false,
						...readMetaContacts(objectsIn(message.contacts).map(inMetaSpelling)),
					},
		),
};

/** The contact with Meta's keys, at every depth. */
function inMetaSpelling(contact: JsonObject): JsonObject {
	return Object.fromEntries(
		Object.entries(contact).map(([key, value]) => [META_KEYS[key] ?? key, spelled(value)]),
	);
}

function spelled(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(spelled);
	return isObject(value) ? inMetaSpelling(value) : value;
}

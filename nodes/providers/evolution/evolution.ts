import * as z from 'zod/mini';

import { ContactCardEvolutionApi } from '../../../credentials/ContactCardEvolutionApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { withoutDelimiters } from '../../carried/delimiters';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient } from '../../contact/phone/recipient';
import { withoutExtension } from '../../contact/phone/typed';
import { quote } from '../../contact/text';
import { identifier, optionalText } from '../parameterSchemas';
import type { Provider, Target } from '../provider';
import { defined, path } from '../requestParts';
import {
	chosenFromList,
	delayOption,
	delaySeconds,
	recipientProperty,
	recipientText,
	replyToOption,
} from '../targetParameters';
import { found, receipt, refusal } from './answers';
import { evolutionDialect } from './dialect';
import { instances } from './lists';
import { MIN_LENGTH, wireContact, withoutIdWarnings } from './wireContact';

/*
 * Evolution API v2, self-hosted: POST {base}/message/sendContact/{instance}
 * Contract: its source, github.com/EvolutionAPI/evolution-api, v2.3 (src/validate/message.schema.ts,
 * src/api/integrations/channel, src/main.ts), and https://doc.evolution-api.com/v2.
 *
 *   { number, contact: [{ fullName, wuid, phoneNumber, organization?, email?, url? }], delay?, quoted?: { key: { id } } }
 *   201 { key: { remoteJid, fromMe, id }, message, messageTimestamp, status: "PENDING" }
 *   4xx and 5xx { status, error, response: { message } }, `message` a text or a list of texts or objects
 *
 * Text: POST {base}/message/sendText/{instance} { number, text, delay?, quoted? }, answers as above; the Baileys channel
 * respects `delay` and `quoted` here.
 * Numbers: POST {base}/chat/whatsappNumbers/{instance} { numbers }, 200 [{ number, exists, jid, lid? }] in any order. `jid`
 * is the account's own, but is also set if `exists` is false; Evolution API caches positive answers. Any failure is a 400.
 *
 * Oddities, and what follows from them:
 * - Name, company, email, URL and number go unescaped into a vCard: what would break out of its field is changed.
 * - Without `wuid`, the server makes one from the digits in `phoneNumber`, even if it isn't a number, and puts a whole JID
 *   into `waid`: we always send one.
 * - `phoneNumber` and `wuid` have at least 10 characters.
 * - A failure during or after the send, such as saving the message, is a 400 with the text of a JavaScript error (`Error:
 *   Timed Out`): such a 400 does not mean that nothing was sent. A failure before it is a 500 with a bare text.
 * - A number that is not on WhatsApp comes as an object, { exists: false, number, jid }.
 * - The Meta channel passes on Meta's error with status 201.
 * - Version 2.4 answers 503 { error, code: "LICENSE_REQUIRED", message } to everything until it is licensed: nothing is sent.
 * - `delay` is in milliseconds. The Baileys channel ignores `delay` and `quoted` for contacts.
 * - A newsletter's JID would become that of a group.
 */

const CARRIES: Carries = {
	...CARRIES_NAME,
	phones: 1,
	emails: 1,
	org: ['company'],
	urls: 1,
	whatsAppIds: true,
};

/** Our limit: the server has none, and asks WhatsApp about all of them at once. */
const NUMBERS_PER_LOOK_UP = 50;
interface EvolutionTarget extends Target {
	instanceName: string;
	delay: number | undefined;
	replyTo: string | undefined;
}

const schema = z.pipe(
	z.object({
		recipient: recipientText,
		instanceName: identifier(
			'instanceName',
			'Instance',
			'Choose it from the list, or type its name as Evolution API shows it.',
		),
		defaultCountry: defaultCountryCode,
		delay: delaySeconds,
		replyTo: optionalText,
	}),
	z.transform(({ recipient, defaultCountry, ...others }): EvolutionTarget => {
		const to = readRecipient(recipient, {
			provider: 'Evolution API',
			jids: ['g.us', 'lid'],
			defaultCountry,
		});
		return {
			recipient: to.kind === 'phone' ? to.digits : to.jid,
			instanceName: others.instanceName,
			delay: others.delay,
			replyTo: others.replyTo,
		};
	}),
);

export const evolution: Provider<EvolutionTarget> = {
	id: 'evolution',
	displayName: 'Evolution API',
	network: 'WhatsApp',
	hosting: 'your own server',
	credential: new ContactCardEvolutionApi(),
	credentialTest: {
		request: { method: 'GET', path: '/instance/fetchInstances' },
		refusals: {
			401: 'Evolution API rejected this API key. Use the global key of the server, or the token of the instance that sends.',
			404: 'Evolution API was not found at this Base URL. Add its base path if it has one, and check the port.',
		},
	},
	documentationUrl:
		'https://doc.evolution-api.com/v2/api-reference/message-controller/send-contact',
	limits: { contactsPerCard: undefined },
	carries: CARRIES,
	target: {
		properties: [
			chosenFromList('searchEvolutionInstances', 'my-instance', {
				displayName: 'Instance',
				name: 'instanceName',
				required: true,
				description: 'The WhatsApp connection that sends the card',
			}),
			recipientProperty,
		],
		options: [delayOption, replyToOption],
		schema,
	},
	dialect: evolutionDialect,
	lists: { searchEvolutionInstances: instances },
	text: {
		maxLength: undefined,
		request: ({ text }, { recipient, instanceName, delay, replyTo }) => ({
			method: 'POST',
			path: path`/message/sendText/${instanceName}`,
			body: defined({
				number: recipient,
				text,
				delay: delay === undefined ? undefined : delay * 1000,
				quoted: replyTo === undefined ? undefined : { key: { id: replyTo } },
			}),
		}),
	},
	lookUp: {
		numbersPerRequest: NUMBERS_PER_LOOK_UP,
		request: (numbers, { instanceName }) => ({
			method: 'POST',
			path: path`/chat/whatsappNumbers/${instanceName}`,
			body: { numbers: [...numbers] },
		}),
		found,
	},

	fit(contact) {
		const fitted = withoutDelimiters(contact, 'Evolution API', CARRIES);
		const [phone] = fitted.contact.phones;
		if (phone === undefined || phone.phone === '') {
			return {
				problem: 'has no phone number',
				field: 'phones',
				fix: 'Evolution API needs a name and a phone number for every contact: add one.',
			};
		}
		const number = withoutExtension(phone.phone);
		if (number.length < MIN_LENGTH) {
			return {
				problem: `has the phone number ${quote(number)}, which is too short for Evolution API`,
				field: 'phones',
				fix: `It accepts numbers of at least ${MIN_LENGTH} characters: write it with + and country code, or set the option Default Country.`,
			};
		}
		return { ...fitted, warnings: [...fitted.warnings, ...withoutIdWarnings(phone)] };
	},

	request({ contacts }, { recipient, instanceName, delay, replyTo }) {
		return {
			method: 'POST',
			path: path`/message/sendContact/${instanceName}`,
			body: defined({
				number: recipient,
				contact: contacts.map(wireContact),
				delay: delay === undefined ? undefined : delay * 1000,
				quoted: replyTo === undefined ? undefined : { key: { id: replyTo } },
			}),
		};
	},

	receipt,
	refusal,
};

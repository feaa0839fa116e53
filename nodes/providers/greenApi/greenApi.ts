import { ContactCardGreenApi } from '../../../credentials/ContactCardGreenApi.credentials';
import { CARRIES_NAME, type Carries } from '../../carried/carries';
import { checkFirstPhone } from '../../carried/completedByServer';
import { withoutDelimiters } from '../../carried/delimiters';
import type { Contact, FieldWarning } from '../../contact/contact';
import { isShortNumber, withoutExtension } from '../../contact/phone/typed';
import { quote } from '../../contact/text';
import type { Fit, Provider } from '../provider';
import { defined } from '../requestParts';
import {
	delayOption,
	recipientProperty,
	SEARCH_RECIPIENTS,
	replyToOption,
} from '../targetParameters';
import { instanceTest, receipt, refusal } from './answers';
import { greenApiDialect } from './dialect';
import { recipients } from './lists';
import { lookUp } from './lookUp';
import { schema, type GreenApiTarget } from './target';

/*
 * GREEN-API: POST {base}/waInstance{idInstance}/sendContact/{apiTokenInstance}; the credential builds the path
 * Contract: https://green-api.com/en/docs/api/sending/SendContact/ and the vendor's own node,
 * github.com/green-api/n8n-nodes-whatsapp-green-api 0.4.12, read on 2026-11-28.
 *
 *   { chatId, contact: { phoneContact, firstName?, middleName?, lastName?, company? }, quotedMessageId?, typingTime? }
 *   200 { idMessage }: the card is in the queue of the instance, for up to 24 hours
 *   400 { statusCode, timestamp, path, message }, 401, 403, 429, 466 { invokeStatus, correspondentsStatus }
 *
 * Text: POST {base}/waInstance{idInstance}/sendMessage/{apiTokenInstance} { chatId, message, quotedMessageId?,
 * typingTime? }, answers as above.
 *
 * Oddities, and what follows from them:
 * - The token is in the path, and a 400 repeats the path: we read only its `message`.
 * - `phoneContact` is an integer, which the server shows with a `+`: a number that does not clearly have a country code
 *   cannot be sent. One page says 11 or 12 digits, another 11 to 16; some countries' numbers have fewer, and no error is
 *   documented for contacts: they are sent with a warning.
 * - The server builds `FN` from the parts of the name: we send the parts only if they make up the display name word for
 *   word; otherwise the display name goes as the first name.
 * - Whether it escapes is unknown: what would break out of its field is changed.
 * - Some failures come with status 200 and a `code`.
 * - 466 means that the plan's quota is used up: we don't retry it.
 * - `typingTime` is from 1,000 to 20,000 milliseconds.
 */

const CARRIES: Carries = { ...CARRIES_NAME, phones: 1, org: ['company'] };

const ADDED_BY_SERVER = {
	provider: 'GREEN-API',
	action: 'puts + before every number',
	showsPlus: true,
};

/** Minimum digits of a contact's number, by the documentation. */
const MIN_DIGITS = 11;

/** Maximum characters of a text, by the documentation. */
const MAX_TEXT = 20_000;

export const greenApi: Provider<GreenApiTarget> = {
	id: 'greenApi',
	displayName: 'GREEN-API',
	network: 'WhatsApp',
	hosting: 'hosted service',
	credential: new ContactCardGreenApi(),
	credentialTest: instanceTest,
	documentationUrl: 'https://green-api.com/en/docs/api/sending/SendContact/',
	limits: { contactsPerCard: 1 },
	carries: CARRIES,
	target: {
		properties: [recipientProperty],
		options: [delayOption, replyToOption],
		schema,
	},
	text: {
		maxLength: MAX_TEXT,
		request: ({ text }, target) => ({
			method: 'POST',
			path: '/sendMessage',
			body: defined({ chatId: target.recipient, message: text, ...optionsOf(target) }),
		}),
	},
	lookUp,
	dialect: greenApiDialect,
	lists: { [SEARCH_RECIPIENTS]: recipients },

	fit,

	request({ contacts: [contact] }, target) {
		return {
			method: 'POST',
			path: '/sendContact',
			body: defined({
				chatId: target.recipient,
				contact: defined({
					phoneContact: Number(digitsOf(contact)),
					...nameOf(contact),
					company: contact.org.company,
				}),
				...optionsOf(target),
			}),
		};
	},

	receipt,
	refusal,
};

function fit(contact: Contact): Fit {
	const fitted = withoutDelimiters(contact, 'GREEN-API', CARRIES);
	const [phone] = contact.phones;
	if (phone === undefined || phone.phone === '') {
		return {
			problem: 'has no phone number',
			field: 'phones',
			fix: 'GREEN-API sends a name and a phone number: add one.',
		};
	}
	if (isShortNumber(phone.phone)) {
		return {
			problem: `has the phone number ${quote(phone.phone)}, which has no country code`,
			field: 'phones',
			fix: 'GREEN-API accepts only full international numbers: put another number of the contact first, or choose another provider.',
		};
	}
	const checked = checkFirstPhone(contact, ADDED_BY_SERVER);
	if ('problem' in checked) return checked;
	const warnings = [...fitted.warnings, ...checked, ...lengthWarnings(contact)];
	return { contact: fitted.contact, warnings };
}

function lengthWarnings(contact: Contact): FieldWarning[] {
	const digits = digitsOf(contact) ?? '';
	if (digits.length >= MIN_DIGITS) return [];
	return [
		{
			field: 'phones',
			message: `GREEN-API documents a minimum of ${String(MIN_DIGITS)} digits, so it may reject +${digits}`,
		},
	];
}

/** The fields that cards and texts share. */
function optionsOf({ delay, replyTo }: GreenApiTarget) {
	return {
		quotedMessageId: replyTo,
		typingTime: delay === undefined ? undefined : delay * 1000,
	};
}

/** The digits of the first phone; undefined if it has no country code. */
function digitsOf({ phones: [first] }: Contact): string | undefined {
	return /^\+(\d+)$/.exec(withoutExtension(first?.phone ?? ''))?.[1];
}

/** The parts of the name if they make up the display name; otherwise the display name as the first name. */
function nameOf({ name }: Contact): Record<string, unknown> {
	const { formatted_name: shown, first_name: first, middle_name: middle, last_name: last } = name;
	const parts = [first, middle, last].filter((part) => part !== undefined);
	if (parts.join(' ') !== shown) return { firstName: shown };
	return { firstName: first, middleName: middle, lastName: last };
}

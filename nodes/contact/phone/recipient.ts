/** Decides who a recipient is: one number, JID or id, or else rejects it. */

import { InputError } from '../../failures/inputError';
import { list, quote } from '../text';
import type { CountryCode } from './countries';
import { readPhone } from './phone';
import { jidNumber, onlyDigits, plainPhone, TRUNK_ZERO, typedNumber } from './typed';
import { readWhatsAppId } from './whatsAppId';

/** The servers of WhatsApp JIDs that are not phone numbers. */
export type JidServer = 'g.us' | 'lid' | 'newsletter';

/** Who receives a card: a phone number, or a WhatsApp group, newsletter or hidden user (lid). */
export type Recipient =
	{ kind: 'phone'; e164: string; digits: string } | { kind: 'jid'; server: JidServer; jid: string };

export interface RecipientRules {
	/** The service in messages to people. */
	provider: string;
	/** JIDs other than phone numbers that the service delivers to. */
	jids: readonly JidServer[];
	/** Reads numbers without `+` as national ones of this country. */
	defaultCountry?: CountryCode | undefined;
}

const JID_WORDS: Record<JidServer, string> = {
	'g.us': 'a group (…@g.us)',
	lid: 'a hidden user (…@lid)',
	newsletter: 'a newsletter (…@newsletter)',
};
/** The id before the `@`; a lid may name one of the person's devices after `:`, and a card goes to all. */
const JID_USERS: Record<JidServer, RegExp> = {
	'g.us': /^(\d{5,20}(?:-\d{5,20})?)$/,
	lid: /^(\d{5,20})(?::\d+)?$/,
	newsletter: /^(\d{5,20})$/,
};
/** A quoted text whose country code is not what it lacks. */
const WITH_COUNTRY_CODE =
	/^"(?:(?:tel|whatsapp|sms|callto):|https?:\/\/|wa\.me\/)?[\s(]*(?:\+|00[1-9])|^"(?:https?:\/\/|wa\.me\/)/i;

/**
 * Reads who is to receive a card. A card to the wrong person cannot be taken back, so whatever is not
 * clearly one number or one JID is rejected: two numbers, an extension, a short or impossible number, digits that could
 * be several numbers, digits that are not dialled from abroad, a JID of a kind that the service does not send to.
 *
 * @throws InputError with the reason and the way out
 */
export function readRecipient(typed: string, rules: RecipientRules): Recipient {
	const text = plainPhone(typed);
	if (text === '') throw refusal('is empty', rules);
	if (text.includes('@')) return readJid(text, rules);

	const phone = readPhone(text, rules.defaultCountry);
	if (phone.kind === 'short') {
		throw refusal(`${quote(typed)} is a short number that cannot receive a card`, rules);
	}
	if (phone.kind === 'unreadable') throw refusal(`${quote(typed)} ${phone.reason}`, rules);
	if (phone.extension !== undefined) throw refusal(`${quote(typed)} has an extension`, rules);
	if (phone.note !== undefined) {
		throw refusal(`${quote(typed)} has ${quote(phone.note)} behind the number`, rules);
	}
	const { e164, digits } = phone;
	if (typedNumber(text).kind === 'international' && !isSpelledOut(text, digits)) {
		throw new InputError(`Recipient ${quote(typed)} has digits that are not dialled from abroad`, {
			field: 'recipient',
			fix: `If you mean ${e164}, write it that way.`,
		});
	}
	return { kind: 'phone', e164, digits };
}

/** Whether the digits are the typed ones, apart from a leading `00` and a trunk zero in brackets. */
function isSpelledOut(text: string, digits: string): boolean {
	return [text, text.replace(TRUNK_ZERO, '')]
		.map((spelling) => onlyDigits(spelling.replace(/\//g, ' '))?.replace(/^00/, ''))
		.includes(digits);
}

function readJid(text: string, rules: RecipientRules): Recipient {
	if (jidNumber(text) !== undefined) {
		const digits = readWhatsAppId(text);
		if (digits !== undefined) return { kind: 'phone', e164: `+${digits}`, digits };
		throw refusal(`${quote(text)} has no country code and number before the @`, rules);
	}
	const at = text.indexOf('@');
	const server = text.slice(at + 1).toLowerCase();
	const known = (['g.us', 'lid', 'newsletter'] as const).find((name) => name === server);
	const id = known === undefined ? undefined : JID_USERS[known].exec(text.slice(0, at))?.[1];
	if (known === undefined || id === undefined) {
		throw refusal(`${quote(text)} is not a JID that a card can go to`, rules);
	}
	if (!rules.jids.includes(known)) {
		throw refusal(
			`${quote(text)} is ${JID_WORDS[known]}, which ${rules.provider} does not send to`,
			rules,
		);
	}
	return { kind: 'jid', server: known, jid: `${id}@${known}` };
}

/** The most common fix first; JIDs only if the value looks like one. */
function refusal(what: string, { provider, jids, defaultCountry }: RecipientRules): InputError {
	const national = !/[\d@]/.test(what)
		? 'Enter a phone number with + and country code, as in +5512996130832.'
		: WITH_COUNTRY_CODE.test(what)
			? 'Enter one phone number with + and country code, and nothing else, as in +5512996130832.'
			: defaultCountry === undefined
				? 'Add the country code, as in +5512996130832, or set Default Country in the options.'
				: `Write it with + and country code, as in +5512996130832. Default Country is ${defaultCountry}.`;
	const others = list(
		jids.map((server) => JID_WORDS[server]),
		'or',
	);
	const fix =
		what.includes('@') && jids.length > 0
			? `${national} ${provider} also sends to ${others}.`
			: national;
	return new InputError(`Recipient ${what}`, { field: 'recipient', fix });
}

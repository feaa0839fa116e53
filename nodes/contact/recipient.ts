import { InputError } from './inputError';
import { readPhone, type CountryCode } from './phone';
import { list, quote } from './text';

/** The servers of a WhatsApp JID that stand for something else than a phone number. */
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
const JID_USERS: Record<JidServer, RegExp> = {
	'g.us': /^\d{5,20}(-\d{5,20})?$/,
	lid: /^\d{5,20}$/,
	newsletter: /^\d{5,20}$/,
};
/** A phone number as a JID; the part after `:` names one of its devices, and a card goes to all. */
const USER_JID = /^(\d{7,20})(?::\d+)?@(?:s\.whatsapp\.net|c\.us)$/i;
/** What people type in and around one phone number: no letters, nothing that parts two numbers. */
const ONE_NUMBER = /^(tel:)?[\d\s+＋().\-\u2010-\u2015\u00a0]+$/i;

/**
 * Reads who shall receive a card. A card to the wrong person cannot be taken back, so whatever is not
 * clearly one number or one JID is refused: two numbers, an extension, a short or impossible number, a
 * number without country code (unless `defaultCountry` is set), a JID of a kind the service does not take.
 *
 * @throws InputError with the reason and the way out
 */
export function readRecipient(typed: string, rules: RecipientRules): Recipient {
	const text = typed.replace(/\p{Cf}/gu, '').trim();
	if (text === '') throw refusal('is empty', rules);
	const at = text.indexOf('@');
	if (at !== -1) return readJid(text, at, rules);

	const asciiOrOtherDigits = text.replace(/\p{Nd}/gu, '0');
	if (!ONE_NUMBER.test(asciiOrOtherDigits)) {
		throw refusal(`${quote(typed)} is not one phone number or JID`, rules);
	}
	const phone = readPhone(text, rules.defaultCountry);
	switch (phone.kind) {
		case 'short':
			throw refusal(`${quote(typed)} is a short number that cannot receive a card`, rules);
		case 'unreadable':
			throw refusal(`${quote(typed)} ${phone.reason}`, rules);
		case 'international':
			if (!phone.possible) {
				throw refusal(`${quote(typed)} has too few or too many digits for its country`, rules);
			}
			if (phone.extension !== undefined) {
				throw refusal(`${quote(typed)} has an extension`, rules);
			}
			return { kind: 'phone', e164: phone.e164, digits: phone.digits };
	}
}

function readJid(text: string, at: number, rules: RecipientRules): Recipient {
	const user = USER_JID.exec(text)?.[1];
	if (user !== undefined) return { kind: 'phone', e164: `+${user}`, digits: user };

	const server = text.slice(at + 1).toLowerCase();
	const id = text.slice(0, at);
	const known = (['g.us', 'lid', 'newsletter'] as const).find((name) => name === server);
	if (known === undefined || !JID_USERS[known].test(id)) {
		throw refusal(`${quote(text)} is no JID`, rules);
	}
	if (!rules.jids.includes(known)) {
		throw refusal(
			`${quote(text)} is ${JID_WORDS[known]}, which ${rules.provider} does not send to`,
			rules,
		);
	}
	return { kind: 'jid', server: known, jid: `${id}@${server}` };
}

function refusal(what: string, { provider, jids, defaultCountry }: RecipientRules): InputError {
	const forms = [
		'a number with + and country code, such as +5512996130832',
		...jids.map((server) => JID_WORDS[server]),
	];
	const national =
		defaultCountry === undefined
			? ' For national numbers, set the option Default Country.'
			: ` Default Country is ${defaultCountry}.`;
	return new InputError(`Recipient ${what}`, {
		field: 'recipient',
		fix: `For ${provider}, give ${list(forms, 'or')}.${national}`,
	});
}

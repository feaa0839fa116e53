import { InputError } from '../failures/inputError';
import { jidNumber, onlyDigits, plainPhone, readPhone, type CountryCode } from './phone';
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
/** The id before the `@`; a lid may name one of the person's devices after `:`, and a card goes to all. */
const JID_USERS: Record<JidServer, RegExp> = {
	'g.us': /^(\d{5,20}(?:-\d{5,20})?)$/,
	lid: /^(\d{5,20})(?::\d+)?$/,
	newsletter: /^(\d{5,20})$/,
};
/** E.164, 6.1: country codes do not begin with 0, and a number has at most 15 digits. */
const JID_NUMBER = /^[1-9]\d{6,14}$/;
/** A trunk zero as people write it for both kinds of callers: `+44 (0)20 7946 0958`. */
const TRUNK_ZERO = /\(0\)/;

/**
 * Reads who shall receive a card. A card to the wrong person cannot be taken back, so whatever is not
 * clearly one number or one JID is refused: two numbers, an extension, a short or impossible number, a
 * number without country code (unless `defaultCountry` is set), one that holds digits which are not dialled
 * from abroad, a JID of a kind the service does not take.
 *
 * @throws InputError with the reason and the way out
 */
export function readRecipient(typed: string, rules: RecipientRules): Recipient {
	const text = plainPhone(typed);
	if (text === '') throw refusal('is empty', rules);
	if (text.includes('@')) return readJid(text, rules);

	const phone = readPhone(text, rules.defaultCountry);
	if (onlyDigits(text) === undefined) {
		const what =
			phone.kind === 'international' && phone.extension !== undefined
				? 'has an extension'
				: 'is not one phone number or JID';
		throw refusal(`${quote(typed)} ${what}`, rules);
	}
	switch (phone.kind) {
		case 'short':
			throw refusal(`${quote(typed)} is a short number that cannot receive a card`, rules);
		case 'unreadable':
			throw refusal(`${quote(typed)} ${phone.reason}`, rules);
		case 'international': {
			const { e164, digits, possible } = phone;
			if (!possible) {
				throw refusal(`${quote(typed)} has too few or too many digits for its country`, rules);
			}
			const national = rules.defaultCountry !== undefined && !text.startsWith('+');
			const spelled = [text, text.replace(TRUNK_ZERO, '')].map(onlyDigits).includes(digits);
			if (!national && !spelled) {
				throw new InputError(
					`Recipient ${quote(typed)} has digits that are not dialled from abroad`,
					{ field: 'recipient', fix: `If ${e164} is meant, write it so.` },
				);
			}
			return { kind: 'phone', e164, digits };
		}
	}
}

function readJid(text: string, rules: RecipientRules): Recipient {
	const user = jidNumber(text);
	if (user !== undefined) {
		if (JID_NUMBER.test(user)) return { kind: 'phone', e164: `+${user}`, digits: user };
		throw refusal(`${quote(text)} has no country code and number before the @`, rules);
	}
	const at = text.indexOf('@');
	const server = text.slice(at + 1).toLowerCase();
	const known = (['g.us', 'lid', 'newsletter'] as const).find((name) => name === server);
	const id = known === undefined ? undefined : JID_USERS[known].exec(text.slice(0, at))?.[1];
	if (known === undefined || id === undefined) {
		throw refusal(`${quote(text)} is no JID that a card can go to`, rules);
	}
	if (!rules.jids.includes(known)) {
		throw refusal(
			`${quote(text)} is ${JID_WORDS[known]}, which ${rules.provider} does not send to`,
			rules,
		);
	}
	return { kind: 'jid', server: known, jid: `${id}@${known}` };
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

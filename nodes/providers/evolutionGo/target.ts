/** Where an Evolution Go card goes, what it replies to, and whom it mentions. */

import * as z from 'zod/mini';

import type { CountryCode } from '../../contact/phone/countries';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type Recipient, type RecipientRules } from '../../contact/phone/recipient';
import { quote } from '../../contact/text';
import { InputError } from '../../failures/inputError';
import { optionalNumber, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { delaySeconds, recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = {
	provider: 'Evolution Go',
	jids: ['g.us', 'lid', 'newsletter'],
};

/** Milliseconds of the option Timeout where it is not set. */
const DEFAULT_TIMEOUT = 30_000;

export interface EvolutionGoTarget extends Target {
	/** The recipient as the server takes it without changing its digits. */
	number: string;
	delay: number | undefined;
	quoted: { messageId: string; participant: string } | undefined;
	mentionAll: boolean | undefined;
	mentionedJid: string[] | undefined;
}

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		delay: delaySeconds,
		mentionAll: z.nullish(z.boolean()),
		mentions: optionalText,
		replyTo: optionalText,
		replyToParticipant: optionalText,
		timeout: optionalNumber,
	}),
	z.transform(({ recipient, defaultCountry, ...options }): EvolutionGoTarget => {
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		return {
			recipient: jidOf(to),
			number: to.kind === 'phone' ? `+${jidOf(to)}` : to.jid,
			delay: delayOf(options.delay, options.timeout ?? DEFAULT_TIMEOUT),
			quoted: quotedOf(to, options.replyTo, options.replyToParticipant, defaultCountry),
			mentionAll: options.mentionAll === true ? true : undefined,
			mentionedJid: mentionsOf(options.mentions, defaultCountry),
		};
	}),
);

/** The server answers only when the delay is over, so that a longer one than the timeout would always look like a failure. */
function delayOf(seconds: number | undefined, timeout: number): number | undefined {
	if (seconds === undefined || seconds === 0) return undefined;
	if (seconds * 1000 < timeout) return seconds;
	throw new InputError('Delay is not shorter than Timeout', {
		field: 'delay',
		fix: 'Evolution Go answers after the delay: lower Delay, or raise the option Timeout.',
	});
}

function jidOf(to: Recipient): string {
	return to.kind === 'phone' ? `${to.digits}@s.whatsapp.net` : to.jid;
}

/** WhatsApp finds the message that is replied to by its ID and by who wrote it; in a person's chat that is the recipient. */
function quotedOf(
	to: Recipient,
	messageId: string | undefined,
	participant: string | undefined,
	defaultCountry: CountryCode | undefined,
): EvolutionGoTarget['quoted'] {
	if (messageId === undefined) return undefined;
	if (participant !== undefined) {
		const author = personIn(
			participant,
			'replyToParticipant',
			'Reply To Participant',
			defaultCountry,
		);
		return { messageId, participant: author };
	}
	if (to.kind === 'jid' && to.server === 'g.us') {
		throw new InputError('Reply To Participant is missing', {
			field: 'replyToParticipant',
			fix: 'A reply in a group needs who wrote the message: set the option to their number or JID.',
		});
	}
	return { messageId, participant: jidOf(to) };
}

function mentionsOf(
	mentions: string | undefined,
	defaultCountry: CountryCode | undefined,
): string[] | undefined {
	const persons = (mentions ?? '').split(/[,;\n]/).filter((person) => person.trim() !== '');
	if (persons.length === 0) return undefined;
	return persons.map((person) => personIn(person, 'mentions', 'Mentions', defaultCountry));
}

/** The JID of a person whom an option names. */
function personIn(
	typed: string,
	field: string,
	label: string,
	defaultCountry: CountryCode | undefined,
): string {
	const jid = personJid(typed, defaultCountry);
	if (jid !== undefined) return jid;
	throw new InputError(`${label}: ${quote(typed.trim())} is no person's number or JID`, {
		field,
		fix: 'Give a number with + and country code, such as +5512996130832, or a hidden user (…@lid).',
	});
}

function personJid(typed: string, defaultCountry: CountryCode | undefined): string | undefined {
	try {
		return jidOf(readRecipient(typed, { ...RECIPIENTS, jids: ['lid'], defaultCountry }));
	} catch {
		// Its words are about the recipient.
		return undefined;
	}
}

/** Where a uazapiGO card goes, and the options of every message. */

import * as z from 'zod/mini';

import type { JsonObject } from '../../contact/object';
import { defaultCountryCode } from '../../contact/phone/defaultCountry';
import { readRecipient, type Recipient, type RecipientRules } from '../../contact/phone/recipient';
import { InputError } from '../../failures/inputError';
import { answeredDelay } from '../answeredDelay';
import { optionalNumber, optionalText } from '../parameterSchemas';
import type { Target } from '../provider';
import { mentioned } from '../repliesAndMentions';
import { defined } from '../requestParts';
import { delaySeconds, recipientText } from '../targetParameters';

export const RECIPIENTS: RecipientRules = {
	provider: 'uazapiGO',
	jids: ['g.us', 'lid', 'newsletter'],
};

export interface UazapiTarget extends Target {
	/** Seconds. */
	delay: number | undefined;
	replyTo: string | undefined;
	mentions: string | undefined;
	isForwarded: boolean | undefined;
	readChat: boolean | undefined;
	readMessages: boolean | undefined;
	inBackground: boolean | undefined;
	trackSource: string | undefined;
	trackId: string | undefined;
}

/** Left out unless it is on, since the default is off. */
const onlyTrue = z.pipe(
	z.nullish(z.boolean()),
	z.transform((value) => (value === true ? true : undefined)),
);

export const schema = z.pipe(
	z.object({
		recipient: recipientText,
		defaultCountry: defaultCountryCode,
		delay: delaySeconds,
		replyTo: optionalText,
		mentionAll: onlyTrue,
		mentions: optionalText,
		isForwarded: onlyTrue,
		readChat: onlyTrue,
		readMessages: onlyTrue,
		inBackground: onlyTrue,
		trackSource: optionalText,
		trackId: optionalText,
		timeout: optionalNumber,
	}),
	z.transform((given): UazapiTarget => {
		const { recipient, defaultCountry, delay, timeout, mentionAll, mentions, ...others } = given;
		const to = readRecipient(recipient, { ...RECIPIENTS, defaultCountry });
		const persons = mentioned(mentions, defaultCountry).map(digitsOf);
		const listed = persons.length === 0 ? undefined : persons.join(',');
		const waits = others.inBackground !== true;
		return {
			...others,
			recipient: to.kind === 'phone' ? to.digits : to.jid,
			delay: answeredDelay(delay, waits ? timeout : Infinity, 'uazapiGO'),
			mentions: mentionAll === true ? 'all' : listed,
		};
	}),
);

/** The service identifies members by their digits only. */
function digitsOf(person: Recipient): string {
	if (person.kind === 'phone') return person.digits;
	throw new InputError(`Mentions: ${person.jid} is a hidden user`, {
		field: 'mentions',
		fix: 'uazapiGO mentions numbers: give one with + and country code, or set Mention Everyone.',
	});
}

/** The fields that cards and texts share. */
export function commonFields(target: UazapiTarget): JsonObject {
	return defined({
		number: target.recipient,
		replyid: target.replyTo,
		readchat: target.readChat,
		readmessages: target.readMessages,
		delay: target.delay === undefined ? undefined : target.delay * 1000,
		track_source: target.trackSource,
		track_id: target.trackId,
		async: target.inBackground,
	});
}

/** The fields that only a card has: a text beside it must not notify anybody again, and was not forwarded. */
export function cardFields(target: UazapiTarget): JsonObject {
	return {
		...commonFields(target),
		...defined({ mentions: target.mentions, forward: target.isForwarded }),
	};
}

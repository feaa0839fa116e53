/**
 * Options of replies and mentions, and the people they name: the author of the quoted message, and those whom a card
 * mentions.
 */

import type { INodeProperties } from 'n8n-workflow';

import type { CountryCode } from '../contact/phone/countries';
import { readRecipient, type Recipient } from '../contact/phone/recipient';
import { quote } from '../contact/text';
import { InputError } from '../failures/inputError';

export const mentionsOption: INodeProperties = {
	displayName: 'Mentions',
	name: 'mentions',
	type: 'string',
	default: '',
	placeholder: 'e.g. +447700900123, +447700900124',
	description: 'Numbers of the group members whom the card should notify',
};

export const mentionAllOption: INodeProperties = {
	displayName: 'Mention Everyone',
	name: 'mentionAll',
	type: 'boolean',
	default: false,
	description: 'Whether to notify every member of the group',
};

export const replyToParticipantOption: INodeProperties = {
	displayName: 'Reply To Participant',
	name: 'replyToParticipant',
	type: 'string',
	default: '',
	placeholder: 'e.g. +447700900123',
	description:
		'Author of the message that the card replies to. Required in a group; in a chat with one person, the recipient is the default.',
};

export const isForwardedOption: INodeProperties = {
	displayName: 'Mark as Forwarded',
	name: 'isForwarded',
	type: 'boolean',
	default: false,
	description: 'Whether to mark the card as forwarded',
};

/** A recipient's full JID, with the server that WhatsApp's protocol uses for people. */
export function jidOf(to: Recipient): string {
	return to.kind === 'phone' ? `${to.digits}@s.whatsapp.net` : to.jid;
}

/**
 * The JID of the author of the message that a card replies to: the one that the option names, otherwise the recipient, who
 * is the only other person in a chat of two.
 *
 * @throws InputError in a group if the option names nobody
 */
export function replyAuthor(
	to: Recipient,
	participant: string | undefined,
	defaultCountry: CountryCode | undefined,
): string {
	if (participant !== undefined) {
		const { name, displayName } = replyToParticipantOption;
		return jidOf(person(participant, name, displayName, defaultCountry));
	}
	if (to.kind === 'jid' && to.server === 'g.us') {
		throw new InputError('Reply To Participant is missing', {
			field: 'replyToParticipant',
			fix: 'A reply in a group needs the author of the message: set the option to their number or JID.',
		});
	}
	return jidOf(to);
}

/**
 * The people in a list, separated by commas, semicolons or line breaks; empty if there are none.
 *
 * @throws InputError for an entry that is not a person's number or JID
 */
export function mentioned(
	mentions: string | undefined,
	defaultCountry: CountryCode | undefined,
): Recipient[] {
	const { name, displayName } = mentionsOption;
	return (mentions ?? '')
		.split(/[,;\n]/)
		.filter((typed) => typed.trim() !== '')
		.map((typed) => person(typed, name, displayName, defaultCountry));
}

function person(
	typed: string,
	field: string,
	label: string,
	defaultCountry: CountryCode | undefined,
): Recipient {
	const read = readPerson(typed, defaultCountry);
	if (read !== undefined) return read;
	throw new InputError(`${label}: ${quote(typed.trim())} is not a person's number or JID`, {
		field,
		fix: 'Give a number with + and country code, such as +5512996130832, or a hidden user (…@lid).',
	});
}

function readPerson(typed: string, defaultCountry: CountryCode | undefined): Recipient | undefined {
	try {
		return readRecipient(typed, { provider: 'WhatsApp', jids: ['lid'], defaultCountry });
	} catch {
		// The message of that error is about the recipient.
		return undefined;
	}
}

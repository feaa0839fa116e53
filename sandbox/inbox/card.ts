/** A card that arrived, as the inbox shows it. */
import { writeVCard } from '../../nodes/contact/vcard/write';
import type { ShownRequest } from '../redact';
import type { ArrivedCard } from '../store';
import type { CardContact } from '../toolkit/contact';
import { isObject } from '../toolkit/http';
import { splitVcards, vcardLines, type VcardLine } from '../toolkit/vcard';
import { chatOf } from './chat';
import { checkCard } from './check/cardCheck';
import type { CardAction, CardMarks, InboxCard, InboxContact, InboxDetails } from './model';
import { dataUri, photoOf, type CardPhoto } from './photo';
import { networkOf } from './providers';

/** Maximum characters of a request or an answer that the page gets; a card with pictures can have millions. */
const MAX_TEXT_LENGTH = 100_000;

interface ReadContact {
	contact: CardContact;
	/** Its vCard, if the service builds or passes on one. */
	vcard: string | null;
	lines: VcardLine[] | null;
	photo: CardPhoto | null;
}

/** A card as shown in its chat. */
export function inboxCard(delivery: ArrivedCard): InboxCard {
	const { id, at, provider, account, copy, messageIds, options, text } = delivery;
	const network = networkOf(provider);
	const read = readContacts(delivery);
	return {
		id,
		at,
		chat: chatOf(delivery),
		account,
		copy,
		...(text === undefined ? {} : { text }),
		contacts: read.map(({ contact, photo }): InboxContact => ({
			...contact,
			actions: actionsOf(contact, network),
			showsPhoto: photo?.kind === 'image',
		})),
		messageIds,
		marks: marksOf(options),
		toldOtherwise: toldOtherwise(delivery),
		check:
			text === undefined
				? checkCard({ network, copy, contacts: read })
				: { score: 100, findings: [] },
	};
}

/** What a click on the card shows. */
export function inboxDetails(delivery: ArrivedCard): InboxDetails {
	const read = readContacts(delivery);
	return {
		id: delivery.id,
		vcards: read.map(({ vcard, contact }) => vcard ?? writtenVcard(contact)),
		written: delivery.vcards.length === 0,
		photos: read.map(({ photo }) => dataUri(photo)),
		request: requestText(delivery.request),
		status: delivery.status,
		response: cut(JSON.stringify(delivery.response, null, 2)),
	};
}

/** The card as a .vcf file: every contact's vCard, one after the other. */
export function vcfFile(delivery: ArrivedCard): string {
	return inboxDetails(delivery)
		.vcards.map((vcard) => `${vcard.trimEnd()}\r\n`)
		.join('');
}

/** A request in readable form: its first line, its headers, and its body with indented JSON. */
export function requestText({ method, url, headers, body }: ShownRequest): string {
	const head = Object.entries(headers).map(
		([name, value]) => `${name}: ${[value].flat().join(', ')}`,
	);
	return cut([`${method} ${url}`, ...head, '', indented(body)].join('\n'));
}

/** Indented JSON; anything else as it is. */
export function indented(text: string): string {
	try {
		return JSON.stringify(JSON.parse(text), null, 2);
	} catch {
		return text;
	}
}

/** A text, cut if it is too long for a page. */
export function cut(text: string): string {
	return text.length <= MAX_TEXT_LENGTH
		? text
		: `${text.slice(0, MAX_TEXT_LENGTH)}\n… ${(text.length - MAX_TEXT_LENGTH).toLocaleString('en')} more characters`;
}

function readContacts({ contacts, vcards }: ArrivedCard): ReadContact[] {
	const texts = vcards.flatMap(splitVcards);
	return contacts.map((contact, index) => {
		const vcard = (texts.length === contacts.length ? texts[index] : vcards[index]) ?? null;
		const lines = vcard === null ? null : vcardLines(vcard);
		return { contact, vcard, lines, photo: lines === null ? null : photoOf(lines) };
	});
}

/**
 * The buttons under a card. WhatsApp has "Message" for a number with a WhatsApp ID and "Invite" for others (Meta's page on
 * contacts messages); other apps only offer to save the contact.
 */
function actionsOf({ phones }: CardContact, network: string): CardAction[] {
	if (network !== 'WhatsApp' || phones.length === 0) return ['add'];
	const hasAccount = phones.some(({ wa_id: id }) => id !== undefined && /^\d+$/.test(id));
	return [hasAccount ? 'message' : 'invite', 'add'];
}

/** What an app shows around the card, from the request's options. */
function marksOf(options: Record<string, unknown>): CardMarks {
	const { isForwarded, duration } = options;
	const replyTo = repliedMessage(options);
	return {
		...(replyTo === undefined ? {} : { replyTo }),
		forwarded: isForwarded === true,
		...(typeof duration === 'number' && duration > 0 ? { disappears: duration } : {}),
	};
}

/**
 * The message that a card replies to, as the services spell it: Telegram `reply_parameters`, Evolution `quoted`, others
 * `replyTo`.
 */
function repliedMessage({
	replyTo,
	reply_parameters: parameters,
	quoted,
}: Record<string, unknown>): string | undefined {
	const key = isObject(quoted) ? quoted['key'] : undefined;
	const id =
		replyTo ??
		(isObject(parameters) ? parameters['message_id'] : undefined) ??
		(isObject(key) ? key['id'] : undefined);
	return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function toldOtherwise({ answered, status }: ArrivedCard): string | null {
	if (answered === undefined || (answered.status === status && answered.reason === '')) return null;
	const answer =
		answered.status === 0
			? 'no answer, the connection was cut'
			: `status ${String(answered.status)}`;
	return answered.reason === '' ? answer : `${answer} (${answered.reason})`;
}

/** A vCard for a contact that a service accepts as fields, so that it can be saved and scanned here. */
function writtenVcard({ photo: _photo, org, ...contact }: CardContact): string {
	return writeVCard({ ...contact, org: org ?? {} });
}

/** What each of WAHA's engines sends for a contact, and what it answers. */
import { namedContact, type CardContact } from '../../toolkit/contact';
import { isObject } from '../../toolkit/http';
import { readVcard, vcardLines, vcardText } from '../../toolkit/vcard';
import type { SendingEngine } from './sessions';

/** A contact as the recipient gets it. */
export interface SentContact {
	shown: CardContact;
	vcard: string;
}

/**
 * The contacts of a request as the engine sends them. No field is validated: a missing one becomes `undefined`, as in
 * WAHA's templates.
 */
export function sentContacts(
	engine: SendingEngine,
	contacts: ReadonlyArray<Readonly<Record<string, unknown>>>,
): SentContact[] {
	if (engine === 'WPP') return contacts.flatMap(throughWpp);
	return contacts.map((contact) => {
		const vcard = wahaVcard(contact);
		const read = readVcard(vcard);
		// GOWS takes the name only from the field; NOWEB sends none, so the phone shows the vCard's own
		const name = engine === 'GOWS' ? textOf(contact['fullName']) : read.name.formatted_name;
		return { vcard, shown: { ...read, name: { ...read.name, formatted_name: name } } };
	});
}

/** A vCard as it is; for fields, the vCard that WAHA builds: no N, no escaping. */
function wahaVcard({
	vcard,
	fullName,
	organization,
	phoneNumber,
	whatsappId,
}: Readonly<Record<string, unknown>>): string {
	if (isFilled(vcard)) return String(vcard);
	return vcardText([
		`FN:${String(fullName)}`,
		...(isFilled(organization) ? [`ORG:${String(organization)};`] : []),
		`TEL;type=CELL;type=VOICE${isFilled(whatsappId) ? `;waid=${String(whatsappId)}` : ''}:${String(phoneNumber)}`,
	]);
}

/**
 * WPP sends a name and a WhatsApp ID: a vCard's first `waid` of any TEL, otherwise the digits of the first TEL, including
 * an extension's. A contact without either is left out.
 */
function throughWpp(contact: Readonly<Record<string, unknown>>): SentContact[] {
	const { name, id } = isFilled(contact['vcard'])
		? partsOfVcard(String(contact['vcard']))
		: {
				name: textOf(contact['fullName']),
				id: digits(textOf(contact['whatsappId']) || textOf(contact['phoneNumber'])),
			};
	if (id === '') return [];
	const vcard = vcardText([`N:;${name};;;`, `FN:${name}`, `TEL;type=CELL;waid=${id}:+${id}`]);
	return [{ vcard, shown: { ...namedContact(name), phones: [{ phone: `+${id}`, wa_id: id }] } }];
}

function partsOfVcard(text: string): { name: string; id: string } {
	const phones = vcardLines(text).filter(({ name }) => name === 'TEL');
	return {
		name: readVcard(text).name.formatted_name,
		id: phones.find(({ waId }) => waId)?.waId ?? digits(phones[0]?.value ?? ''),
	};
}

/** A message that was sent. */
interface SentMessage {
	chatId: string;
	/** WhatsApp's own ID, without the chat. */
	id: string;
	/** Unix time. */
	seconds: number;
	contacts: readonly SentContact[];
}

/** The answer and the ID in it: GOWS and WPP use WhatsApp Web's form, NOWEB its library's. */
export function answerOf(
	engine: SendingEngine,
	{ chatId, id, seconds, contacts }: SentMessage,
): { shownId: string; response: unknown } {
	const chat = chatId.replace('@c.us', '@s.whatsapp.net');
	const shownId = `true_${chatId}_${id}`;
	switch (engine) {
		case 'NOWEB': {
			const cards = contacts.map(({ vcard }) => ({ vcard }));
			const message =
				cards.length === 1
					? { contactMessage: cards[0] }
					: { contactsArrayMessage: { contacts: cards } };
			const key = { remoteJid: chat, fromMe: true, id };
			return {
				shownId: id,
				response: { key, message, messageTimestamp: String(seconds), status: 'PENDING' },
			};
		}
		case 'WPP':
			return {
				shownId,
				response: {
					id: shownId,
					timestamp: seconds,
					from: null,
					fromMe: true,
					to: chatId,
					hasMedia: false,
					ack: 0,
				},
			};
		case 'GOWS':
			return {
				shownId,
				response: {
					id: shownId,
					_data: {
						Info: {
							Chat: chat,
							IsFromMe: true,
							IsGroup: chatId.endsWith('@g.us'),
							ID: id,
							Timestamp: new Date(seconds * 1000).toISOString(),
						},
						Message: null,
					},
				},
			};
	}
}

/** The contacts in a body, or the text of the exception that they cause. */
export function contactsOf(given: unknown): Array<Record<string, unknown>> | string {
	if (given === undefined || given === null)
		return `Cannot read properties of ${String(given)} (reading 'map')`;
	if (!Array.isArray(given)) return 'contacts.map is not a function';
	const entries: unknown[] = given;
	const nothing = entries.find((entry) => entry === null || entry === undefined);
	if (nothing !== undefined)
		return `Cannot read properties of ${String(nothing)} (reading 'vcard')`;
	return entries.map((entry) => (isObject(entry) ? entry : {}));
}

function isFilled(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

function digits(text: string): string {
	return text.replace(/\D/g, '');
}

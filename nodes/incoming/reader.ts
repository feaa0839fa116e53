import type { FieldWarning, ReadContact } from '../contact/contact';
import type { JsonObject } from '../contact/object';

/** The contacts of a message, and what its cards have beside them that is none. */
export interface SharedContacts {
	contacts: ReadContact[];
	/** What is known of a card that could not be read, or that the service keeps for itself. */
	warnings: FieldWarning[];
}

/** A message that came in, with the contacts that it carries, none where it is of another kind. */
export interface IncomingMessage extends SharedContacts {
	/** Who sent it, as the service names people: a number, a JID, a user id. */
	from: string | null;
	/** The chat that it came in, which an answer goes to. */
	chatId: string | null;
	messageId: string | null;
	/** Whether the account that the webhook belongs to sent it itself, from here, by phone or by any other program. */
	own: boolean;
}

/** What one service sends to a webhook when a message comes in. Pure, and lenient in what it does not need. */
export interface IncomingReader {
	/** The `provider` of the output: the id of the provider that sends through this service. */
	readonly provider: string;
	/** The service in messages to people. */
	readonly displayName: string;
	/** Whether the body has this service's envelope, also around other events than messages. */
	recognises(body: JsonObject): boolean;
	/** The messages in a body that it recognises; none for other events. */
	read(body: JsonObject): IncomingMessage[];
}

import type { FieldWarning, ReadContact } from '../contact/contact';
import type { JsonObject } from '../contact/object';

/** The contacts of a message, and warnings about what could not be read. */
export interface SharedContacts {
	contacts: ReadContact[];
	/** Warnings about cards that could not be read, or that the service does not pass on. */
	warnings: FieldWarning[];
}

/** An incoming message with its contacts; none if it is of another kind. */
export interface IncomingMessage extends SharedContacts {
	/** Who sent it, as the service names people: a number, a JID, a user id. */
	from: string | null;
	/** The chat it came in, which replies go to. */
	chatId: string | null;
	messageId: string | null;
	/** Whether the webhook's own account sent it, from here, by phone or with any other program. */
	own: boolean;
}

/** Reads what one service sends to a webhook when a message comes in. Pure, and lenient about what it does not need. */
export interface IncomingReader {
	/** The `provider` of the output: the id of the provider that sends through this service. */
	readonly provider: string;
	/** The service in messages to people. */
	readonly displayName: string;
	/** Whether the body has this service's envelope, including for events that are not messages. */
	recognizes(body: JsonObject): boolean;
	/** The messages in a body that it recognizes; empty for other events. */
	read(body: JsonObject): IncomingMessage[];
}

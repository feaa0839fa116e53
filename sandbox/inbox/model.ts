/** The JSON that the sandbox sends to the inbox's page. */
import type { FaultKind } from '../faults/kinds';
import type { CardContact } from '../toolkit/contact';
import type { CardCheck } from './check/finding';

/** The whole state. Whatever came from a card is plain text. */
export interface InboxState {
	/** When this sandbox was started: what was read counts only for this run. */
	run: string;
	/** The sandbox's URL for n8n. */
	url: string;
	/** Whether the sample workflows can be sent from here. */
	samples: boolean;
	providers: InboxProvider[];
	/** The latest cards, oldest first. */
	cards: InboxCard[];
	/** How many cards are kept, but too old to show. */
	older: number;
	/** The latest requests that were refused or misbehaved, oldest first. */
	refusals: InboxRefusal[];
	faults: InboxFault[];
	faultKinds: Array<{ kind: FaultKind; label: string }>;
}

export interface InboxProvider {
	id: string;
	name: string;
	/** Its color, 0 to 359. */
	hue: number;
	/** What it delivers to, as people say it: WhatsApp, iMessage, Telegram. */
	network: string;
	/** The credential type in n8n. */
	credential: string;
	/** The credential's fields with n8n's labels, and the values that work here. */
	fields: Array<{ label: string; value: string }>;
	/** Which recipients its cards can be sent to. */
	sendTo: string;
}

/** The chat that a card arrives in: one for each recipient of a provider. */
export interface InboxChat {
	/** The same for every spelling of a recipient. */
	key: string;
	provider: string;
	/** The name if the account knows one, otherwise the number as people write it. */
	title: string;
	/** The recipient as the service addresses it. */
	recipient: string;
	kind: 'person' | 'group' | 'channel';
}

export interface InboxCard {
	id: number;
	at: string;
	chat: InboxChat;
	/** Which of the sandbox's accounts sent it. */
	account: string;
	copy: number;
	/** The text, if it is a text message instead of a card. */
	text?: string;
	contacts: InboxContact[];
	messageIds: string[];
	marks: CardMarks;
	/** What the client was told, if it was not that the card was accepted. */
	toldOtherwise: string | null;
	check: CardCheck;
}

/** A button under a card. */
export type CardAction = 'message' | 'invite' | 'add';

export interface InboxContact extends CardContact {
	actions: CardAction[];
	/** Whether the app shows a photo, which is then in the card's details. */
	showsPhoto: boolean;
}

/** What an app shows around a card. */
export interface CardMarks {
	/** The ID of the message that it replies to. */
	replyTo?: string;
	forwarded: boolean;
	/** Seconds after which it disappears. */
	disappears?: number;
}

/** What a click on a card shows in addition. */
export interface InboxDetails {
	id: number;
	/** One vCard for each contact. */
	vcards: string[];
	/** Whether the sandbox wrote the vCards itself, since the service accepts fields and has no vCard. */
	written: boolean;
	/** For each contact, its photo as a data URI, if there is one that a browser can show. */
	photos: Array<string | null>;
	request: string;
	status: number;
	response: string;
}

export interface InboxRefusal {
	id: number;
	at: string;
	/** The provider's id. */
	provider: string;
	recipient: string;
	method: string;
	url: string;
	/** 0 if the connection ended without an answer. */
	status: number;
	reason: string;
	request: string;
	answer: string;
}

/** A fault in force. */
export interface InboxFault {
	/** Its provider's ID, or '' for all. */
	provider: string;
	kind: FaultKind;
	label: string;
	/** How many more times it strikes, or null for always. */
	left: number | null;
	/** Whether the card is accepted anyway. */
	taken: boolean;
}

/** An event sent to an open page. */
export type InboxEvent =
	| { kind: 'state'; state: InboxState }
	| { kind: 'card'; card: InboxCard }
	| { kind: 'refusal'; refusal: InboxRefusal }
	| { kind: 'faults'; faults: InboxFault[] }
	| { kind: 'cleared' };

/** What the sandbox tells the inbox's page, as JSON. */
import type { FaultKind } from '../faults/kinds';
import type { CardContact } from '../toolkit/contact';
import type { CardCheck } from './check/finding';

/** What the sandbox tells its page: everything here is JSON, and what came from a card is plain text. */
export interface InboxState {
	/** When this sandbox was started: what was read belongs to one run. */
	run: string;
	/** Where n8n finds the sandbox. */
	url: string;
	/** Whether the sample workflows can be sent from here. */
	samples: boolean;
	providers: InboxProvider[];
	/** The latest cards, oldest first. */
	cards: InboxCard[];
	/** Cards that are kept, but too old to be shown. */
	older: number;
	/** The latest requests that were refused or misbehaved, oldest first. */
	refusals: InboxRefusal[];
	faults: InboxFault[];
	faultKinds: Array<{ kind: FaultKind; label: string }>;
}

export interface InboxProvider {
	id: string;
	name: string;
	/** Its colour, 0 to 359. */
	hue: number;
	/** What it delivers, for people: WhatsApp, iMessage, Telegram. */
	network: string;
	/** The credential type in n8n. */
	credential: string;
	/** The credential's fields as n8n labels them, with what works here. */
	fields: Array<{ label: string; value: string }>;
	/** Whom its cards can be sent to. */
	sendTo: string;
}

/** The chat that a card arrives in: one for each recipient of a provider. */
export interface InboxChat {
	/** The same for the same recipient in any spelling. */
	key: string;
	provider: string;
	/** The name, where the account knows one, else the number as people write it. */
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
	/** The text, where it is a text message and no card. */
	text?: string;
	contacts: InboxContact[];
	messageIds: string[];
	marks: CardMarks;
	/** What the client was told, where that is not that the card was taken. */
	toldOtherwise: string | null;
	check: CardCheck;
}

/** A button that an app puts under a card. */
export type CardAction = 'message' | 'invite' | 'add';

export interface InboxContact extends CardContact {
	actions: CardAction[];
	/** Whether the app shows a picture: it is then among the card's details. */
	showsPhoto: boolean;
}

/** What an app shows around a card. */
export interface CardMarks {
	/** The id of the message that it answers. */
	replyTo?: string;
	forwarded: boolean;
	/** Seconds after which it disappears. */
	disappears?: number;
}

/** What a click on a card shows beyond the card. */
export interface InboxDetails {
	id: number;
	/** One vCard for each contact. */
	vcards: string[];
	/** Whether the sandbox wrote the vCards itself, since the service takes fields and shows no vCard. */
	written: boolean;
	/** For each contact its picture as a data URI, where the card has one that a browser can show. */
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
	/** 0 when the connection was ended without an answer. */
	status: number;
	reason: string;
	request: string;
	answer: string;
}

/** A fault in force. */
export interface InboxFault {
	/** Its provider's id, or '' for all. */
	provider: string;
	kind: FaultKind;
	label: string;
	/** How often it still strikes, or null for always. */
	left: number | null;
	/** The card is taken all the same. */
	taken: boolean;
}

/** What the page is told while it is open. */
export type InboxEvent =
	| { kind: 'state'; state: InboxState }
	| { kind: 'card'; card: InboxCard }
	| { kind: 'refusal'; refusal: InboxRefusal }
	| { kind: 'faults'; faults: InboxFault[] }
	| { kind: 'cleared' };

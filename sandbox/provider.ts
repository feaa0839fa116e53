/** What a provider's folder in the sandbox must provide, and what it may use. */
import type { NodeParameterValueType } from 'n8n-workflow';
import type { CardContact } from './toolkit/contact';
import type { HttpAnswer, SandboxRequest } from './toolkit/http';

/** One provider in the sandbox: its account and its server. */
export interface SandboxProvider {
	/** The same ID as in nodes/providers; also the name of the folder and of the export. */
	readonly id: string;
	/** Secrets and IDs that the server knows: first those that work, then those that lead to a refusal. */
	readonly account: Readonly<Record<string, unknown>>;
	/** Which recipients its cards can be sent to, in words. */
	readonly sendTo: string;
	/** The node's parameters for a recipient who gets cards. */
	readonly parameters: Readonly<Record<string, NodeParameterValueType>>;
	/** Numbers that only this provider treats specially, by what happens. */
	readonly specialNumbers?: Readonly<Record<string, string>>;
	/** The ID of a misbehaving recipient, if the provider does not address by number. */
	readonly misbehavingId?: (slug: string) => string;
	/** Path prefixes in place of the provider's host, longest first. Default `/<id>`. */
	readonly prefixes?: readonly string[];
	/** The settings of a run, with default values. */
	readonly settings?: object;
	/** The working credential, with the field names of the package's credential type, for a sandbox at this address. */
	credentials(url: string): object;
	/** Further working credentials, for behavior that the first one does not show. */
	otherCredentials?(url: string): Readonly<Record<string, object>>;
	/** A fresh server. */
	createServer(tools: ServerTools, settings: object): ProviderServer;
}

/** A provider's side of the sandbox in one run. */
export interface ProviderServer {
	/** Whether the request is one that sends a card or a text. */
	isSend(request: SandboxRequest): boolean;
	/** The recipient of a sending request, before anything is validated; '' if there is none. */
	recipientOf(request: SandboxRequest): string;
	/** Answers as the provider does. */
	handle(request: SandboxRequest): HttpAnswer | Promise<HttpAnswer>;
	/** The body of the provider's error with this status, for faults. */
	errorBody(status: number, message: string): unknown;
}

/** The parts of the sandbox that a provider's server may use. */
export interface ServerTools {
	/** Milliseconds since 1970, by the sandbox's clock. */
	now: () => number;
	/** The next number in the run, from 1, for IDs. */
	nextNumber: () => number;
	/** Keeps a card that arrived. */
	keepCard: (card: AcceptedCard) => void;
	/** Waits in real time; cut short when the sandbox closes. */
	wait: (ms: number) => Promise<void>;
}

/** A card that a provider's server accepted. */
export interface AcceptedCard {
	/** Which of the sandbox's accounts sent it: a label, never the secret. */
	account: string;
	/** The recipient as the service addresses it: a JID, a chat id or a conversation id. */
	recipient: string;
	/** A name for the chat, if the account knows one. */
	chatName?: string;
	/** The text, if it is a text message instead of a card. */
	text?: string;
	/** The contacts as the recipient sees them; empty for a text. */
	contacts: CardContact[];
	/** The vCards that the server built or passed on; empty if the service has none. */
	vcards: string[];
	messageIds: string[];
	/** The request's options: reply, forwarded mark, duration, delay, … */
	options: Record<string, unknown>;
	request: SandboxRequest;
	status: number;
	response: unknown;
}

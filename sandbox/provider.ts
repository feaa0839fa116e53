/** What a provider's folder of the sandbox has to provide, and what it may use. */
import type { NodeParameterValueType } from 'n8n-workflow';
import type { CardContact } from './toolkit/contact';
import type { HttpAnswer, SandboxRequest } from './toolkit/http';

/** One provider of the sandbox: its account and its server. */
export interface SandboxProvider {
	/** As in nodes/providers; also the name of the folder and of the export. */
	readonly id: string;
	/** Secrets and ids that the server knows: those that work first, then those that lead to a refusal. */
	readonly account: Readonly<Record<string, unknown>>;
	/** Whom its cards can be sent to, for people. */
	readonly sendTo: string;
	/** The node's parameters that lead to a recipient who gets cards. */
	readonly parameters: Readonly<Record<string, NodeParameterValueType>>;
	/** Numbers that this provider alone treats in its own way, by what happens. */
	readonly specialNumbers?: Readonly<Record<string, string>>;
	/** The id that stands for a misbehaving recipient, where the provider does not address by number. */
	readonly misbehavingId?: (slug: string) => string;
	/** Path prefixes that stand for the provider's host, longest first. Default `/<id>`. */
	readonly prefixes?: readonly string[];
	/** What can be set for a run, with its default values. */
	readonly settings?: object;
	/** The working credential, with the field names of the package's credential type, for a sandbox at this address. */
	credentials(url: string): object;
	/** Further working credentials, for the behaviours that the first one does not show. */
	otherCredentials?(url: string): Readonly<Record<string, object>>;
	/** A server without memory of earlier runs. */
	createServer(tools: ServerTools, settings: object): ProviderServer;
}

/** A provider's side of the sandbox in one run. */
export interface ProviderServer {
	/** Whether the request is one that sends a card or a text. */
	isSend(request: SandboxRequest): boolean;
	/** The recipient that a sending request names, before anything is validated; '' when it names none. */
	recipientOf(request: SandboxRequest): string;
	/** Answers as the provider does. */
	handle(request: SandboxRequest): HttpAnswer | Promise<HttpAnswer>;
	/** The body that the provider gives an error of this status, for faults. */
	errorBody(status: number, message: string): unknown;
}

/** What a provider's server may use of the sandbox. */
export interface ServerTools {
	/** Milliseconds since 1970, from the clock that the sandbox was started with. */
	now: () => number;
	/** The next number in the run, from 1: what ids are made of. */
	nextNumber: () => number;
	/** Keeps a card that arrived. */
	keepCard: (card: TakenCard) => void;
	/** Waits in real time; cut short when the sandbox closes. */
	wait: (ms: number) => Promise<void>;
}

/** A card that a provider's server took, as it hands it to the sandbox. */
export interface TakenCard {
	/** Which of the sandbox's accounts sent it: a label, never the secret. */
	account: string;
	/** The recipient as the service addresses it: a JID, a chat id or a conversation id. */
	recipient: string;
	/** A name for the chat, where the account knows one. */
	chatName?: string;
	/** The text, where the message is one and no card. */
	text?: string;
	/** The contacts as the recipient sees them; none in a text. */
	contacts: CardContact[];
	/** The vCards that the server built or passed on; empty where the service has none. */
	vcards: string[];
	messageIds: string[];
	/** What the request asked for beside the contact: reply, forwarded mark, duration, delay, … */
	options: Record<string, unknown>;
	request: SandboxRequest;
	status: number;
	response: unknown;
}

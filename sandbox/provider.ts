import type { Answer, ProviderId, SandboxRequest } from './http';
import type { AcceptedCard } from './store';

/** What a provider's side of the sandbox may use: the clock, the store, and the settings of this run. */
export interface Desk {
	/** Milliseconds since 1970, from the clock that the sandbox was started with. */
	now: () => number;
	/** The next number in the run, from 1: what ids are made of. */
	next: () => number;
	/** Keeps a card that was taken. */
	accept: (card: AcceptedCard) => void;
	/** Waits in real time; cut short when the sandbox closes. */
	wait: (ms: number) => Promise<void>;
	readonly settings: ProviderSettings;
}

export interface ProviderSettings {
	/** RyzeAPI's requests a minute per token. */
	ryzeapiPerMinute: number;
	/** How long GOWA waits for WhatsApp before it answers 504, in milliseconds. */
	gowaTimeoutMs: number;
}

/** One provider's side of the sandbox. */
export interface ProviderServer {
	readonly id: ProviderId;
	/** Path prefixes that stand for the provider's host, longest first. */
	readonly prefixes: readonly string[];
	/** Whether the request is one that sends a card. */
	isSend(request: SandboxRequest): boolean;
	/** The recipient that a sending request names, before anything is validated; '' when it names none. */
	recipientOf(request: SandboxRequest): string;
	/** Answers as the provider does. */
	handle(request: SandboxRequest): Answer | Promise<Answer>;
	/** The body that the provider gives an error of this status, for faults. */
	errorBody(status: number, message: string): unknown;
}

export type ProviderFactory = (desk: Desk) => ProviderServer;

/** A running sandbox, and what it can be started with. */
import type { Fault, FaultRule } from './faults/rules';
import type { OtherCredentials, ProviderSettings, SandboxCredentials } from './registry';
import type { ArrivedCard, CardFilter, LoggedRequest } from './store';
import type { SandboxStats } from './traffic';

export interface SandboxOptions {
	/** 0, the default, takes a free port. */
	port?: number;
	/** The address to listen on. Default 127.0.0.1: this machine alone. */
	host?: string;
	/** The clock, in milliseconds since 1970: signatures, rate-limit windows and timestamps go by it. */
	now?: () => number;
	/** Milliseconds from the arrival of a request to every provider's answer. Default 0. */
	latencyMs?: number;
	/** `counts` keeps no cards and no requests, only numbers: for benchmarks. Default `all`. */
	keep?: 'all' | 'counts';
	/** What is to differ from a provider's default settings. */
	settings?: ProviderSettings;
	/** Sends the sample workflows to this sandbox; its inbox then has a button for it. */
	samples?: (sandbox: Sandbox) => Promise<void>;
}

/** A running sandbox. */
export interface Sandbox {
	readonly url: string;
	readonly port: number;
	/** What to put into n8n's credentials, by provider. */
	readonly credentials: SandboxCredentials;
	readonly otherCredentials: OtherCredentials;
	/** The cards that were taken, in order. Empty with `keep: 'counts'`. */
	deliveries(filter?: CardFilter): ArrivedCard[];
	/** The last 2,000 requests to providers, secrets hidden. Empty with `keep: 'counts'`. */
	requests(): LoggedRequest[];
	/** How many cards were taken. */
	count(filter?: CardFilter): number;
	stats(): SandboxStats;
	/** Puts a fault into force. Throws a ZodError when the rule is none. */
	fault(rule: FaultRule): void;
	faults(): ReadonlyArray<Readonly<Fault & { seen: number; struck: number }>>;
	clearFaults(): void;
	/** Forgets cards, requests and counts. */
	clear(): void;
	/** Forgets faults and rate-limit windows too; ids begin anew. */
	reset(): void;
	/** Ends all connections and stops. */
	close(): Promise<void>;
}

/** The interface of a running sandbox, and its options. */
import type { Fault, FaultRule } from './faults/rules';
import type { OtherCredentials, ProviderSettings, SandboxCredentials } from './registry';
import type { ArrivedCard, CardFilter, LoggedRequest } from './store';
import type { SandboxStats } from './traffic';

export interface SandboxOptions {
	/** 0, the default, picks a free port. */
	port?: number;
	/** The address to listen on. Default 127.0.0.1: only this machine. */
	host?: string;
	/** The clock, in milliseconds since 1970: used for signatures, rate-limit windows and timestamps. */
	now?: () => number;
	/** Milliseconds from the arrival of a request to every provider's answer. Default 0. */
	latencyMs?: number;
	/** `counts` keeps only counts, no cards and requests: for benchmarks. Default `all`. */
	keep?: 'all' | 'counts';
	/** Changes to providers' default settings. */
	settings?: ProviderSettings;
	/** Sends the sample workflows to this sandbox; its inbox then has a button for it. */
	samples?: (sandbox: Sandbox) => Promise<void>;
}

/** A running sandbox. */
export interface Sandbox {
	readonly url: string;
	readonly port: number;
	/** The data for n8n's credentials, by provider. */
	readonly credentials: SandboxCredentials;
	readonly otherCredentials: OtherCredentials;
	/** The accepted cards, in order. Empty with `keep: 'counts'`. */
	deliveries(filter?: CardFilter): ArrivedCard[];
	/** The last 2,000 requests to providers, secrets hidden. Empty with `keep: 'counts'`. */
	requests(): LoggedRequest[];
	/** How many cards were accepted. */
	count(filter?: CardFilter): number;
	stats(): SandboxStats;
	/** Adds a fault. Throws a ZodError if the rule is invalid. */
	fault(rule: FaultRule): void;
	faults(): ReadonlyArray<Readonly<Fault & { seen: number; struck: number }>>;
	clearFaults(): void;
	/** Forgets cards, requests and counts. */
	clear(): void;
	/** Also forgets faults and rate-limit windows, and restarts IDs. */
	reset(): void;
	/** Ends all connections and stops. */
	close(): Promise<void>;
}

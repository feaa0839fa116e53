/** Counts the sandbox's connections and requests. */
import type { ProviderId } from './registry';

/** When a request arrived: for pacing and concurrency. */
export interface Start {
	/** Milliseconds since 1970 with fractions, on the machine's clock (never the injected one). */
	at: number;
	provider: ProviderId | null;
	recipient: string;
}

export interface SandboxStats {
	/** Requests that reached a provider. */
	requests: number;
	/** Accepted cards. */
	cards: number;
	/** Cards that had already been accepted for the same recipient. */
	duplicates: number;
	/** TCP connections now, and the maximum at the same time. */
	connections: { open: number; max: number };
	/** Requests in progress now, the maximum at the same time, and the maximum at the same time for one recipient. */
	inFlight: { open: number; max: number; maxForOneRecipient: number };
	/** The starts of all requests to providers, in order. */
	starts: Start[];
}

/** Counts connections and requests in progress. */
export class Traffic {
	private readonly connections = { open: 0, max: 0 };
	private readonly inFlight = { open: 0, max: 0, maxForOneRecipient: 0 };
	private readonly byRecipient = new Map<string, number>();
	private starts: Start[] = [];

	connected(): void {
		this.connections.open++;
		this.connections.max = Math.max(this.connections.max, this.connections.open);
	}

	disconnected(): void {
		this.connections.open--;
	}

	/** Records the start of a request; the returned function records its end. */
	begin(provider: ProviderId, recipient: string): () => void {
		this.starts.push({ at: performance.timeOrigin + performance.now(), provider, recipient });
		this.inFlight.open++;
		this.inFlight.max = Math.max(this.inFlight.max, this.inFlight.open);
		const key = `${provider} ${recipient}`;
		const same = (this.byRecipient.get(key) ?? 0) + 1;
		if (recipient !== '') {
			this.byRecipient.set(key, same);
			this.inFlight.maxForOneRecipient = Math.max(this.inFlight.maxForOneRecipient, same);
		}
		let ended = false;
		return () => {
			if (ended) return;
			ended = true;
			this.inFlight.open--;
			if (recipient === '') return;
			const left = (this.byRecipient.get(key) ?? 1) - 1;
			if (left === 0) this.byRecipient.delete(key);
			else this.byRecipient.set(key, left);
		};
	}

	stats(cards: number, duplicates: number): SandboxStats {
		return {
			requests: this.starts.length,
			cards,
			duplicates,
			connections: { ...this.connections },
			inFlight: { ...this.inFlight },
			starts: [...this.starts],
		};
	}

	clear(): void {
		this.starts = [];
		this.connections.max = this.connections.open;
		this.inFlight.max = this.inFlight.open;
		this.inFlight.maxForOneRecipient = 0;
	}
}

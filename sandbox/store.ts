/** Stores the cards that arrived and the requests that were made. */
import { createHash } from 'node:crypto';
import type { AcceptedCard } from './provider';
import { hideSecrets, type ShownRequest } from './redact';
import type { ProviderId } from './registry';
import type { SandboxRequest } from './toolkit/http';
import { recipientKey } from './toolkit/recipient';

/** How many requests the log keeps; older ones are dropped. */
const LOGGED_REQUESTS = 2000;

/** A card that arrived, with its provider. */
interface ReceivedCard extends AcceptedCard {
	provider: ProviderId;
}

/** A card that arrived, as the sandbox shows it. */
export interface ArrivedCard extends Omit<ReceivedCard, 'request'> {
	/** The number of the card, from 1. */
	id: number;
	/** ISO time on the sandbox's clock. */
	at: string;
	/**
	 * How many times this exact card has been accepted for this recipient, including this one: 2 means that it arrived twice.
	 */
	copy: number;
	request: ShownRequest;
	/** What the client got, once it has been answered: a fault may have changed the provider's answer. */
	answered?: Answered;
}

/** How a request ended for the client that made it. */
export interface Answered {
	/** 0 if the connection ended without an answer. */
	status: number;
	/** Why it was refused, or which fault struck. */
	reason: string;
}

/** A change in the store, for its watchers. `id` is the ID of the card or of the logged request. */
export type StoreEvent = { kind: 'card' | 'request'; id: number } | { kind: 'cleared' };

/** A request as the log shows it. */
export interface LoggedRequest extends ShownRequest {
	/** The number of the request, from 1. */
	id: number;
	at: string;
	provider: ProviderId | null;
	/** The recipient of a sending request; '' for others. */
	recipient: string;
	/** 0 if the connection ended without an answer. */
	status: number;
	/** Why it was refused, or which fault struck. */
	reason: string;
	/** The answer's body, at most 2,000 characters. */
	answer: string;
}

export interface LogEntry {
	at: number;
	provider: ProviderId | null;
	recipient: string;
	request: SandboxRequest;
	status: number;
	reason: string;
	answer: string;
}

export interface CardFilter {
	provider?: ProviderId;
	/** Matches with or without `+` and the part after `@`. */
	recipient?: string;
}

interface NumberedEntry extends LogEntry {
	id: number;
}

interface KeptCard extends ReceivedCard {
	id: number;
	at: number;
	copy: number;
}

/** A sandbox's cards and requests. Requests are kept as they came; secrets are hidden when they are shown. */
export class Store {
	private cards: KeptCard[] = [];
	private log: NumberedEntry[] = [];
	private readonly counts = new Map<string, number>();
	private readonly copies = new Map<string, number>();
	private readonly watchers = new Set<(event: StoreEvent) => void>();
	private readonly cardOf = new WeakMap<SandboxRequest, number>();
	private readonly answers = new WeakMap<SandboxRequest, Answered>();
	private taken = 0;
	private repeated = 0;
	private logged = 0;

	constructor(private readonly kept: 'all' | 'counts') {}

	keep(card: ReceivedCard, at: number): void {
		this.taken++;
		const chat = `${card.provider} ${recipientKey(card.recipient)}`;
		this.counts.set(chat, (this.counts.get(chat) ?? 0) + 1);
		const fingerprint = `${chat} ${createHash('sha1').update(cardText(card)).digest('base64')}`;
		const copy = (this.copies.get(fingerprint) ?? 0) + 1;
		this.copies.set(fingerprint, copy);
		if (copy > 1) this.repeated++;
		if (this.kept === 'counts') return;
		this.cards.push({ ...card, id: this.taken, at, copy });
		this.cardOf.set(card.request, this.taken);
		this.tell({ kind: 'card', id: this.taken });
	}

	logRequest(entry: LogEntry): void {
		if (this.kept === 'counts') return;
		const id = ++this.logged;
		this.log.push({ ...entry, id });
		if (this.log.length > LOGGED_REQUESTS) this.log.shift();
		this.answers.set(entry.request, { status: entry.status, reason: entry.reason });
		const card = this.cardOf.get(entry.request);
		if (card !== undefined && this.cards[card - 1]?.request === entry.request)
			this.tell({ kind: 'card', id: card });
		this.tell({ kind: 'request', id });
	}

	/** Calls the watcher on every change. The returned function stops it. */
	watch(watcher: (event: StoreEvent) => void): () => void {
		this.watchers.add(watcher);
		return () => this.watchers.delete(watcher);
	}

	deliveries(filter: CardFilter = {}): ArrivedCard[] {
		return this.cards.filter((card) => matches(card, filter)).map((card) => this.show(card));
	}

	/** The card with this number. */
	delivery(id: number): ArrivedCard | undefined {
		const card = this.cards[id - 1];
		return card === undefined ? undefined : this.show(card);
	}

	requests(): LoggedRequest[] {
		return this.log.map(showEntry);
	}

	/** The logged request with this number. */
	request(id: number): LoggedRequest | undefined {
		const entry = this.log.find((candidate) => candidate.id === id);
		return entry === undefined ? undefined : showEntry(entry);
	}

	/** How many cards were accepted, kept or not. */
	count(filter: CardFilter = {}): number {
		let sum = 0;
		for (const [chat, count] of this.counts) {
			const [provider = '', recipient = ''] = chat.split(' ');
			if (filter.provider !== undefined && filter.provider !== provider) continue;
			if (filter.recipient !== undefined && recipientKey(filter.recipient) !== recipient) continue;
			sum += count;
		}
		return sum;
	}

	/** How many cards had been accepted before for the same recipient. */
	duplicates(): number {
		return this.repeated;
	}

	clear(): void {
		this.cards = [];
		this.log = [];
		this.counts.clear();
		this.copies.clear();
		this.taken = 0;
		this.repeated = 0;
		this.tell({ kind: 'cleared' });
	}

	private show(card: KeptCard): ArrivedCard {
		const answered = this.answers.get(card.request);
		return {
			...card,
			at: new Date(card.at).toISOString(),
			request: hideSecrets(card.request),
			...(answered === undefined ? {} : { answered }),
		};
	}

	private tell(event: StoreEvent): void {
		for (const watcher of this.watchers) watcher(event);
	}
}

function cardText(card: ReceivedCard): string {
	if (card.text !== undefined) return `text ${card.text}`;
	return card.vcards.length > 0 ? card.vcards.join('\n') : JSON.stringify(card.contacts);
}

function matches(card: KeptCard, filter: CardFilter): boolean {
	if (filter.provider !== undefined && card.provider !== filter.provider) return false;
	return (
		filter.recipient === undefined ||
		recipientKey(card.recipient) === recipientKey(filter.recipient)
	);
}

function showEntry({ request, at, answer, ...entry }: NumberedEntry): LoggedRequest {
	return {
		...entry,
		...hideSecrets(request),
		at: new Date(at).toISOString(),
		answer: answer.slice(0, 2000),
	};
}

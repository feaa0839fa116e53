import { isObject } from '../contact/object';
import type { Receipt } from '../providers/provider';
import { itemOfKey, type NamedMessage } from './message';
import type { MessageResult } from './outcome';

/** A receipt with the provider's answer, which `output: raw` shows. It contains no secrets. */
export interface KeptReceipt extends Receipt {
	/** Whether it belongs to a text before or after the card. */
	isText?: true;
	response?: unknown;
}

/** What became of a message earlier in the same execution. */
export type KnownMessage =
	| {
			outcome: 'sent';
			receipt: KeptReceipt;
			/** Of a card: whether a text was to follow it. */
			isFollowed?: true;
			/** Of a text: what it said, see {@link contentName}. */
			said?: string;
	  }
	/** `title`: why nobody knows, as a sentence without its full stop. */
	| { outcome: 'unknown'; title: string; repeatable?: Repeatable };

/** A request that its service carries out once, however often it is sent. */
export interface Repeatable {
	/** What the request said, see {@link contentName}: a different one would be carried out as well. */
	request: string;
	/** Unix milliseconds; later the service has forgotten it. */
	until: number;
}

type Entry =
	| KnownMessage
	/** Written before the request. If this process is not sending it, the process that was has ended. */
	| { outcome: 'underWay' }
	/** Another contact of a message; what became of it is stored under the first contact. */
	| { outcome: 'sameAs'; key: string };

const CUT_OFF = 'n8n ended while it was being sent';
const UNREADABLE = 'its receipt cannot be read';

interface UnderWay {
	keys: ReadonlySet<string>;
	sending: Promise<MessageResult | undefined>;
}

/** How a message was sent: by this call, by another one at the same time, or not, since another one sent a part of it. */
export type SentOnce =
	| { by: 'this' | 'other'; result: MessageResult | undefined }
	| { by: 'otherInPart'; result?: undefined };

/** The journals that are open in this process, by the execution's store and the name of the run. */
const opened = new WeakMap<object, Map<string, Journal>>();

/**
 * What was sent in a run of the node, so that nothing is sent twice: neither when n8n's *Retry On Fail* or *Retry* runs
 * the whole node again with the same items, nor when an agent makes the same tool call again.
 *
 * It is kept in the execution's own data, as plain JSON, since n8n may store it: it ends with the execution, and no other
 * execution sees it. Everyone who opens the same run shares one journal, including calls that run in parallel.
 */
export class Journal {
	/** The messages that this process is sending, by their first key. */
	private readonly underWay = new Map<string, UnderWay>();

	private constructor(
		private readonly store: Record<string, unknown>,
		private readonly run: string,
		private entries: Record<string, unknown>,
	) {}

	/**
	 * @param store the execution's context of the node, `getContext('node')`
	 * @param run names the run of the node within the execution
	 */
	static open(store: Record<string, unknown>, run: string): Journal {
		const kept = store[run];
		const runs = opened.get(store) ?? new Map<string, Journal>();
		opened.set(store, runs);
		const known = runs.get(run);
		if (known !== undefined && (kept === undefined || kept === known.entries)) return known;
		const journal = new Journal(store, run, isObject(kept) ? kept : {});
		runs.set(run, journal);
		return journal;
	}

	/** What became of a message that is not being sent right now; the same object for each of its contacts. */
	find(key: string): KnownMessage | undefined {
		if (this.entries[key] === undefined) return undefined;
		const first = this.firstKey(key);
		if (this.underWay.has(first)) return undefined;
		const stored = this.entries[first];
		if (stored === undefined) return undefined;
		const entry = readEntry(stored);
		if (entry?.outcome === 'sent' || entry?.outcome === 'unknown') return entry;
		const title = entry?.outcome === 'underWay' ? CUT_OFF : UNREADABLE;
		const doubt: KnownMessage = { outcome: 'unknown', title };
		this.entries[first] = doubt;
		return doubt;
	}

	/**
	 * What became of a message that is not being sent right now: of a text, if it was sent for any of its contacts; of a
	 * card, only if all of its contacts were in the same message. See {@link hasPartOf} for the others.
	 */
	findMessage({ kind, keys }: Pick<NamedMessage, 'kind' | 'keys'>): KnownMessage | undefined {
		const known = this.findAll(keys);
		if (kind === 'card' && known.size > 1) return undefined;
		return [...known].find((message) => message !== undefined);
	}

	/** Whether only some of the contacts were in a message, or not all in the same one. */
	hasPartOf(keys: readonly string[]): boolean {
		return this.findAll(keys).size > 1;
	}

	/** The messages that contacts were in, with undefined if one of them was in none. */
	private findAll(keys: readonly string[]): Set<KnownMessage | undefined> {
		return new Set(keys.map((key) => this.find(key)));
	}

	/** Whether anything of these went out, or may have, by their input items. */
	byItem(): Map<number, Set<KnownMessage>> {
		const found = new Map<number, Set<KnownMessage>>();
		for (const key of Object.keys(this.entries)) {
			const item = itemOfKey(key);
			const known = this.find(key);
			if (item === undefined || known === undefined) continue;
			found.set(item, (found.get(item) ?? new Set()).add(known));
		}
		return found;
	}

	/**
	 * Sends a message, unless another call in this process is sending the same one: then waits for its result. If another
	 * call is sending a part of it, it waits too, and sends only if no part turns out to have been sent.
	 *
	 * @param keys the names of the message, the first of which stands for all
	 * @returns with the result of `send`, or of the other call; undefined if nothing was sent and nothing failed
	 */
	async sendOnce(
		keys: readonly string[],
		send: () => Promise<MessageResult | undefined>,
	): Promise<SentOnce> {
		for (;;) {
			const other = this.overlapping(keys);
			if (other === undefined) break;
			const result = await other.sending;
			if (result === undefined) continue;
			const isSame = other.keys.size === keys.length && keys.every((key) => other.keys.has(key));
			if (isSame) return { by: 'other', result };
			if (result.outcome !== 'notSent') return { by: 'otherInPart' };
		}
		if (this.hasPartOf(keys)) return { by: 'otherInPart' };
		const [first = ''] = keys;
		const sending = send();
		this.underWay.set(first, { keys: new Set(keys), sending });
		try {
			return { by: 'this', result: await sending };
		} finally {
			this.underWay.delete(first);
		}
	}

	/** Waits until no call in this process is sending the message or a part of it. */
	async settled(keys: readonly string[]): Promise<void> {
		for (let other = this.overlapping(keys); other; other = this.overlapping(keys)) {
			await other.sending;
		}
	}

	private overlapping(keys: readonly string[]): UnderWay | undefined {
		for (const other of this.underWay.values()) {
			if (keys.some((key) => other.keys.has(key))) return other;
		}
		return undefined;
	}

	/** Records what is known about a message, under all of its names. */
	note(
		[first = '', ...others]: readonly string[],
		entry: KnownMessage | { outcome: 'underWay' },
	): void {
		this.entries[first] = entry;
		for (const key of others) this.entries[key] = { outcome: 'sameAs', key: first };
		this.store[this.run] = this.entries;
	}

	/** Removes the record that a message is under way: it is known not to have been sent. */
	forget(keys: readonly string[]): void {
		for (const key of keys) Reflect.deleteProperty(this.entries, key);
	}

	/** Forgets everything. Only for a run that has finished every item, since no later attempt may know less than this one. */
	clear(): void {
		this.entries = {};
		this.store[this.run] = this.entries;
	}

	private firstKey(key: string): string {
		const entry = readEntry(this.entries[key]);
		return entry?.outcome === 'sameAs' ? entry.key : key;
	}
}

/** An entry as it was stored; undefined if it is not a valid entry. */
function readEntry(stored: unknown): Entry | undefined {
	return isEntry(stored) ? stored : undefined;
}

function isEntry(stored: unknown): stored is Entry {
	if (!isObject(stored)) return false;
	switch (stored['outcome']) {
		case 'sent':
			return isObject(stored['receipt']) && Array.isArray(stored['receipt']['messageIds']);
		case 'unknown':
			return typeof stored['title'] === 'string' && isRepeatable(stored['repeatable']);
		case 'underWay':
			return true;
		case 'sameAs':
			return typeof stored['key'] === 'string';
		default:
			return false;
	}
}

function isRepeatable(stored: unknown): boolean {
	if (stored === undefined) return true;
	return (
		isObject(stored) && typeof stored['request'] === 'string' && typeof stored['until'] === 'number'
	);
}

import { isObject } from '../contact/object';
import type { Receipt } from '../providers/provider';
import { itemOfKey } from './message';
import type { MessageResult } from './outcome';

/** A receipt with the provider's answer, which `output: raw` shows. It contains no secrets. */
export interface KeptReceipt extends Receipt {
	/** Whether it belongs to a text before or after the card. */
	isText?: true;
	response?: unknown;
}

/** What became of a message earlier in the same execution. */
export type KnownMessage =
	| { outcome: 'sent'; receipt: KeptReceipt }
	/** `title`: why nobody knows, as a sentence without its full stop. */
	| { outcome: 'unknown'; title: string; repeatable?: Repeatable };

/** A request that its service carries out once, however often it is sent. */
export interface Repeatable {
	/** What the request said, see {@link contentKeys}: a different one would be carried out as well. */
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
	private readonly underWay = new Map<string, Promise<MessageResult | undefined>>();

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
	 * Sends a message, unless another call in this process is sending the same one: then waits for its result.
	 *
	 * @param keys the names of the message, the first of which stands for all
	 * @returns the result of `send`, or of the other call; undefined if nothing was sent and nothing failed
	 */
	async sendOnce(
		[first = '']: readonly string[],
		send: () => Promise<MessageResult | undefined>,
	): Promise<{ result: MessageResult | undefined; isOwn: boolean }> {
		for (;;) {
			const other = this.underWay.get(first);
			if (other === undefined) break;
			const result = await other;
			if (result !== undefined) return { result, isOwn: false };
		}
		const sending = send();
		this.underWay.set(first, sending);
		try {
			return { result: await sending, isOwn: true };
		} finally {
			this.underWay.delete(first);
		}
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

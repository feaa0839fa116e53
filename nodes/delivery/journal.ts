import { createHash } from 'crypto';
import * as z from 'zod/mini';

import type { ProviderRequest, Receipt } from '../providers/provider';

const receiptSchema = z.object({
	messageIds: z.array(z.string()),
	chatId: z.nullable(z.string()),
	response: z.optional(z.unknown()),
});
const entrySchema = z.union([
	z.object({ outcome: z.literal('sent'), receipt: receiptSchema }),
	z.object({ outcome: z.literal('unknown'), title: z.string() }),
]);
const journalSchema = z.record(z.string(), entrySchema);

/** What became of a message in an earlier try of the same execution. */
export type JournalEntry = z.infer<typeof entrySchema>;

/**
 * What was sent in this execution, so that n8n's *Retry On Fail*, which runs the whole node again with the same
 * items, sends nothing twice. It is kept in the execution's own data: it ends with the execution, and no other
 * one sees it.
 */
export class Journal {
	private constructor(
		private readonly store: Record<string, unknown>,
		private readonly run: string,
		private readonly entries: Record<string, JournalEntry>,
	) {}

	/**
	 * @param store the execution's context of the node, `getContext('node')`
	 * @param run names the run of the node within the execution
	 */
	static open(store: Record<string, unknown>, run: string): Journal {
		const kept = journalSchema.safeParse(store[run]);
		return new Journal(store, run, kept.success ? kept.data : {});
	}

	find(message: string): JournalEntry | undefined {
		return this.entries[message];
	}

	/** Notes that a message went out, or may have. */
	note(message: string, entry: JournalEntry): void {
		this.entries[message] = entry;
		this.store[this.run] = this.entries;
	}

	/** Forgets everything: a run without a failure is not tried again. */
	clear(): void {
		this.store[this.run] = {};
	}
}

/** A receipt with the provider's answer, which `output: raw` shows. */
export interface KeptReceipt extends Receipt {
	response?: unknown;
}

/**
 * A short name of a request's content. An agent that calls the node as its tool again with the same card, or
 * whose call n8n repeats, comes with a new run each time: only the content tells that it is the same card.
 */
export function contentKey(request: ProviderRequest): string {
	return createHash('sha256').update(JSON.stringify(request)).digest('base64');
}

import type { IExecuteFunctions } from 'n8n-workflow';

import { Journal } from '../delivery/journal';
import {
	contactKeys,
	contentKeys,
	destinationOf,
	messageId,
	type PlannedMessage,
} from '../delivery/message';
import type { Provider } from '../providers/provider';

/*
 * How the node knows what it has sent.
 *
 * A node that n8n runs again comes with the same items, so a message is known by its item and place; by its text it
 * would not be, since an expression may give another one each time. An agent's call has no items of its own, and an agent
 * that is unsure makes the same call again, or twice at once: there the content counts, in the whole execution.
 */

/** What went out in this run, and how a message is known there. */
export interface Receipts {
	journal: Journal;
	/** The names of a message in the journal. */
	keysOf: (provider: Provider, message: PlannedMessage, recipient: string) => string[];
	/**
	 * The id of a message that goes to a place, the same whenever it is repeated.
	 *
	 * @param content what the message says
	 */
	idOf: (keys: readonly string[], content: () => unknown) => string;
	/** What to tell of a card that had gone out before. */
	noticesOfSentBefore: readonly string[];
	/** Whether the journal may be emptied once every item of the run was sent. */
	endsWithRun: boolean;
}

const SENT_BEFORE =
	'The same card went out before in this execution, so it was not sent again; these are its message IDs';

export function openReceipts(context: IExecuteFunctions): Receipts {
	const store = context.getContext('node');
	const scope = [context.getExecutionId(), context.getNode().id];
	if (isAgentTool(context)) {
		return {
			// n8n repeats a tool's call as another run of the node.
			journal: Journal.open(store, 'tool'),
			keysOf: (_provider, message) => contentKeys(message),
			idOf: (keys, content) => messageId(...scope, ...keys, JSON.stringify(content())),
			noticesOfSentBefore: [SENT_BEFORE],
			endsWithRun: false,
		};
	}
	const run = `run ${String(context.getWorkflowDataProxy(0)['$runIndex'])}`;
	return {
		// n8n repeats a failed node as the same run; a round of a loop is another.
		journal: Journal.open(store, run),
		idOf: (keys) => messageId(...scope, run, ...keys),
		keysOf: (provider, message, recipient) =>
			contactKeys(message, destinationOf(provider, recipient)),
		noticesOfSentBefore: [],
		endsWithRun: true,
	};
}

/** Whether an agent calls the node. Since agents of version 3, n8n runs their tools as plain nodes, of a type of their own. */
function isAgentTool(context: IExecuteFunctions): boolean {
	return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}

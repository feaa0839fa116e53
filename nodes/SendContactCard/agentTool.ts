import type { IExecuteFunctions } from 'n8n-workflow';

import { Journal } from '../delivery/journal';
import {
	contactKeys,
	contentKeys,
	destinationOf,
	messageId,
	type PlannedMessage,
} from '../delivery/message';
import type { NumberStatus, Provider } from '../providers/provider';
import { numbersLookedUp } from './numbersLookedUp';

/*
 * How the node knows what it has sent.
 *
 * When n8n runs a node again, the items are the same, so a message is identified by its item and place. Its text would
 * not do, since an expression may return a different one each time. An agent's call has no items of its own, and an
 * unsure agent makes the same call again, or twice at once, so there the content counts, in the whole execution.
 */

/** What was sent in this run, and how a message is identified in it. */
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
	/** What a provider has said about numbers, see {@link numbersLookedUp}. */
	lookedUp: (provider: Provider) => Map<string, NumberStatus>;
	/** Warnings for a card that had been sent before. */
	noticesOfSentBefore: readonly string[];
	/** Whether the journal may be cleared once every item of the run was sent. */
	endsWithRun: boolean;
}

const SENT_BEFORE =
	'The same card was already sent in this execution, so it was not sent again; these are its message IDs';

export function openReceipts(context: IExecuteFunctions): Receipts {
	const store = context.getContext('node');
	const scope = [context.getExecutionId(), context.getNode().id];
	if (isAgentTool(context)) {
		return {
			// n8n repeats a tool's call as another run of the node.
			journal: Journal.open(store, 'tool'),
			lookedUp: (provider) => numbersLookedUp(store, 'tool', provider),
			keysOf: (_provider, message) => contentKeys(message),
			idOf: (keys, content) => messageId(...scope, ...keys, JSON.stringify(content())),
			noticesOfSentBefore: [SENT_BEFORE],
			endsWithRun: false,
		};
	}
	const run = `run ${String(context.getWorkflowDataProxy(0)['$runIndex'])}`;
	return {
		// n8n repeats a failed node as the same run; each round of a loop is a new run.
		journal: Journal.open(store, run),
		lookedUp: (provider) => numbersLookedUp(store, run, provider),
		idOf: (keys) => messageId(...scope, run, ...keys),
		keysOf: (provider, message, recipient) =>
			contactKeys(message, destinationOf(provider, recipient)),
		noticesOfSentBefore: [],
		endsWithRun: true,
	};
}

/** Whether an agent calls the node. Since version 3 of the agent, n8n runs its tools as nodes with a type of their own. */
function isAgentTool(context: IExecuteFunctions): boolean {
	return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}

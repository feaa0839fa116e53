import type { IExecuteFunctions } from 'n8n-workflow';

import { Journal } from '../delivery/journal';
import {
	contactKeys,
	contentName,
	destinationOf,
	messageId,
	type PlannedMessage,
} from '../delivery/message';
import type { NumberStatus, Provider, Target } from '../providers/provider';
import { asAsked } from './asAsked';
import { numbersLookedUp } from './numbersLookedUp';
import type { PreparedContact } from './prepareItems';

/*
 * How the node knows what it has sent.
 *
 * When n8n runs a node again, the items are the same, so a message is identified by its item and place. Its text would
 * not do, since an expression may return a different one each time. An agent's call has no items of its own, and an
 * unsure agent makes the same call again, or twice at once, so there the content counts, in the whole execution: the
 * contact and where it goes. What it replies to and the texts around it do not count, since an agent that makes a call
 * again words it anew.
 */

/** What was sent in this run, and how a message is identified in it. */
export interface Receipts {
	journal: Journal;
	/** The name of a contact that goes to a target, where its item and place do not last. */
	nameOf: (provider: Provider, contact: PreparedContact, target: Target) => string | undefined;
	/** The names of a message in the journal. */
	keysOf: (
		provider: Provider,
		message: Pick<PlannedMessage, 'kind' | 'contacts'>,
		recipient: string,
	) => string[];
	/**
	 * The id of a message that goes to a place, the same whenever it is repeated.
	 *
	 * @param text what it says, if it is a text
	 */
	idOf: (keys: readonly string[], text?: string) => string;
	/** What a provider has said about numbers, see {@link numbersLookedUp}. */
	lookedUp: (provider: Provider) => Map<string, NumberStatus>;
	/** Whether other calls share it, as an agent's do: the output then says what one of them had already sent. */
	hasOtherCalls: boolean;
	/** Whether the journal may be cleared once every item of the run was sent. */
	endsWithRun: boolean;
}

export function openReceipts(context: IExecuteFunctions): Receipts {
	const store = context.getContext('node');
	const scope = [context.getExecutionId(), context.getNode().id];
	if (isAgentTool(context)) {
		return {
			// n8n repeats a tool's call as another run of the node.
			journal: Journal.open(store, 'tool'),
			lookedUp: (provider) => numbersLookedUp(store, 'tool', provider),
			nameOf: ({ id }, contact, target) =>
				contentName([id, asAsked(contact), { ...target, replyTo: undefined }]),
			keysOf: (_provider, message) => contactKeys(message, ''),
			idOf: (keys, text = '') => messageId(...scope, ...keys, text),
			hasOtherCalls: true,
			endsWithRun: false,
		};
	}
	const run = `run ${String(context.getWorkflowDataProxy(0)['$runIndex'])}`;
	return {
		// n8n repeats a failed node as the same run; each round of a loop is a new run.
		journal: Journal.open(store, run),
		lookedUp: (provider) => numbersLookedUp(store, run, provider),
		nameOf: () => undefined,
		idOf: (keys) => messageId(...scope, run, ...keys),
		keysOf: (provider, message, recipient) =>
			contactKeys(message, destinationOf(provider, recipient)),
		hasOtherCalls: false,
		endsWithRun: true,
	};
}

/** Whether an agent calls the node. Since version 3 of the agent, n8n runs its tools as nodes with a type of their own. */
function isAgentTool(context: IExecuteFunctions): boolean {
	return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}

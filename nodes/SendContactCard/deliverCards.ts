import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';

import { deliver } from '../delivery/deliver';
import type { CardResult } from '../delivery/sendCard';
import { paceOf, type SenderTools } from '../delivery/sendMessage';
import { createTransport } from '../delivery/transport';
import { systemClock } from '../eventLoop/clock';
import type { Receipts } from './agentTool';
import { deliveredResults, type ItemResult } from './outputs';
import type { Card } from './planCards';
import type { Run } from './readRun';

/** What the requests of a run need on their way; all of them go through one gate. */
export function senderTools(context: IExecuteFunctions, run: Run): SenderTools {
	const { provider, credential, settings, redact, stop } = run;
	return {
		provider,
		transport: createTransport(context, credential, settings.timeout),
		clock: systemClock,
		redact,
		stop,
		pace: paceOf(settings, systemClock),
	};
}

/**
 * Delivers the cards of a run, and keeps its receipts for as long as n8n may try the run again.
 *
 * @param refused how many items could not be read: where the node is not to continue on failures, no card starts then
 * @throws NodeOperationError when the workflow was stopped
 */
export async function deliverCards(
	context: IExecuteFunctions,
	cards: readonly Card[],
	run: Run,
	{ journal, keysOf, noticesOfSentBefore, endsWithRun }: Receipts,
	refused: number,
	tools: SenderTools,
): Promise<ItemResult[]> {
	const { provider, settings, stop } = run;
	const continueOnFail = context.continueOnFail();
	const results = await deliver(
		cards,
		{ ...settings, continueOnFail, keepResponses: settings.output === 'raw' },
		{
			...tools,
			journal,
			keysOf: (message, recipient) => keysOf(provider, message, recipient),
		},
		refused > 0 && !continueOnFail,
	);
	if (stop.aborted) throw stoppedError(context, results, cards.length);
	const isOver = refused === 0 && results.every(({ outcome }) => outcome === 'sent');
	if (isOver && endsWithRun) journal.clear();
	return await deliveredResults(cards, results, run, noticesOfSentBefore);
}

/** Message ids that the log's text names; most of n8n's log formats leave out the rest. */
const LOGGED_IDS = 100;

/** Nobody reads the output of a workflow that was stopped; what went out by then is in the log. */
export function stoppedError(
	context: IExecuteFunctions,
	results: readonly CardResult[],
	cards: number,
): NodeOperationError {
	const sent = results.filter(({ outcome }) => outcome === 'sent').length;
	const ids = results.flatMap(({ receipts }) => receipts.flatMap(({ messageIds }) => messageIds));
	// n8n takes an error for a stop, and starts no error workflow, by this very word.
	const message = `The workflow was canceled: ${String(sent)} of ${String(cards)} cards were sent`;
	const more = ids.length > LOGGED_IDS ? ` and ${String(ids.length - LOGGED_IDS)} more` : '';
	const listed = ids.length === 0 ? '' : ` (${ids.slice(0, LOGGED_IDS).join(', ')}${more})`;
	context.logger.info(`${context.getNode().name}: ${message}${listed}`, { messageIds: ids });
	return new NodeOperationError(context.getNode(), message);
}

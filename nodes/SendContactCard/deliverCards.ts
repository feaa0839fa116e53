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

/** What the requests of a run need; all of them share one pace. */
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
 * @param refused how many items could not be read: if there are any, no card starts unless the node continues on failures
 * @throws NodeOperationError when the workflow was stopped
 */
export async function deliverCards(
	context: IExecuteFunctions,
	cards: readonly Card[],
	run: Run,
	{ journal, keysOf, hasOtherCalls, endsWithRun }: Receipts,
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
	return await deliveredResults(cards, results, run, hasOtherCalls);
}

/** Maximum number of message ids in the text of the log line; most of n8n's log formats leave out the metadata. */
const LOGGED_IDS = 100;

/** Nobody reads the output of a stopped workflow, so the log says what had been sent by then. */
export function stoppedError(
	context: IExecuteFunctions,
	results: readonly CardResult[],
	cards: number,
): NodeOperationError {
	const sent = results.filter(({ outcome }) => outcome === 'sent').length;
	const ids = results.flatMap(({ receipts }) => receipts.flatMap(({ messageIds }) => messageIds));
	// By this exact wording n8n recognizes a stop, and starts no error workflow.
	const message = `The workflow was canceled: ${String(sent)} of ${String(cards)} cards were sent`;
	const more = ids.length > LOGGED_IDS ? ` and ${String(ids.length - LOGGED_IDS)} more` : '';
	const listed = ids.length === 0 ? '' : ` (${ids.slice(0, LOGGED_IDS).join(', ')}${more})`;
	context.logger.info(`${context.getNode().name}: ${message}${listed}`, { messageIds: ids });
	return new NodeOperationError(context.getNode(), message);
}

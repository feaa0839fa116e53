import {
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';
import * as z from 'zod/mini';

import { deliver, type CardDelivery, type CardResult } from '../delivery/deliver';
import { contentKey, Journal } from '../delivery/journal';
import { createTransport } from '../delivery/transport';
import { systemClock } from '../eventLoop/clock';
import { LongTask } from '../eventLoop/longTask';
import type { Failure, ItemFailure } from '../failures/failure';
import { failureError, report } from '../failures/report';
import { resultOf } from '../failures/result';
import { failedItem, previewItem, sentItem } from './outputs';
import { planCards, type Card } from './planCards';
import { prepareItem, type PreparedItem } from './prepareItems';
import { readRun, type Run } from './readRun';

/** What became of one or several input items, with the output that tells so. */
interface ItemResult {
	items: readonly number[];
	/** The output, made when all is over; undefined where the card was not started. */
	output?: INodeExecutionData;
	failed?: ItemFailure;
}

/**
 * The Send Contact Card node: items → contacts → cards → requests → outcomes → items.
 *
 * Every item is read before anything is sent; if one cannot be, and the node is not to continue on failures, nothing is
 * sent. Outputs come in the order of the input items.
 */
export async function sendContactCards(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData().map((_item, index) => index);
	if (items.length === 0) return [[]];
	const attempted = await resultOf(async () => await readRun(this));
	if ('failure' in attempted) {
		const refused = items.map((item) => refusedItem(item, attempted.failure));
		return outputsOf(this, refused, 'sent');
	}
	const run = attempted.value;
	const stop = this.getExecutionCancelSignal() ?? new AbortController().signal;
	const { prepared, refused } = await prepareItems(this, items, run, stop);
	if (stop.aborted) throw stopped(this, [], items.length, run);
	const cards = planCards(prepared, run.provider, run.settings.combineItems);

	if (run.operation === 'preview') {
		const shown = cards.map(async (card) => ({
			items: card.items,
			output: await previewItem(card, run),
		}));
		return outputsOf(this, [...refused, ...(await Promise.all(shown))], 'shown');
	}
	if (refused.length > 0 && !this.continueOnFail()) {
		const waiting = cards.map((card) => ({ items: card.items }));
		return outputsOf(this, [...refused, ...waiting], 'sent');
	}
	return outputsOf(this, [...refused, ...(await sendCards(this, cards, run, stop))], 'sent');
}

/** Reads the items, until the workflow is stopped. */
async function prepareItems(
	context: IExecuteFunctions,
	items: readonly number[],
	run: Run,
	stop: AbortSignal,
) {
	const prepared: PreparedItem[] = [];
	const refused: ItemResult[] = [];
	const task = new LongTask();
	for (const item of items) {
		const result = await resultOf(() => prepareItem(context, item, run));
		if ('value' in result) prepared.push(result.value);
		else refused.push(refusedItem(item, result.failure));
		if (!task.shouldYield) continue;
		await task.yieldNow();
		if (stop.aborted) break;
	}
	return { prepared, refused };
}

async function sendCards(
	context: IExecuteFunctions,
	cards: readonly Card[],
	run: Run,
	stop: AbortSignal,
): Promise<ItemResult[]> {
	const { provider, credential, settings } = run;
	const asTool = isTool(context);
	// n8n repeats a tool's call as another run of the node; a failed node it repeats as the same run.
	const runName = asTool ? 'tool' : `run ${String(context.getWorkflowDataProxy(0)['$runIndex'])}`;
	const journal = Journal.open(context.getContext('node'), runName);
	const deliveries = cards.map(({ target, requests, items }): CardDelivery => ({
		recipient: target.recipient,
		messages: requests.map(({ request }, index) => ({
			// Who retries a failed execution may have changed the workflow: a card to someone else is another card.
			key: asTool
				? contentKey(request)
				: `${target.recipient} ${String(items[0])}/${String(index)}`,
			request,
		})),
	}));
	const known = deliveries.map(
		({ messages }) => asTool && messages.every(({ key }) => journal.find(key)?.outcome === 'sent'),
	);
	const results = await deliver(
		deliveries,
		{
			...settings,
			continueOnFail: context.continueOnFail(),
			keepResponses: settings.output === 'raw',
		},
		{
			provider,
			transport: createTransport(context, credential, settings.timeout),
			journal,
			clock: systemClock,
			redact: run.redact,
			stop,
		},
	);
	if (stop.aborted) throw stopped(context, results, cards.length, run);
	if (!asTool && results.every(({ outcome }) => outcome === 'sent')) journal.clear();

	return cards.map((card, index): ItemResult => {
		const result = results[index];
		if (result === undefined || result.outcome === 'notStarted') return { items: card.items };
		if (result.outcome === 'sent') {
			const notices = known[index] === true ? [SENT_BEFORE] : [];
			return { items: card.items, output: sentItem(card, result.receipts, run, notices) };
		}
		return { items: card.items, failed: failedCard(card, result, run) };
	});
}

/** Whether an agent calls the node. Since agents of version 3, n8n runs their tools as plain nodes, of a type of their own. */
function isTool(context: IExecuteFunctions): boolean {
	return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}

const SENT_BEFORE =
	'The same card went out before in this execution, so it was not sent again; these are its message IDs';

function failedCard(
	card: Card,
	{ failure, receipts, message }: Extract<CardResult, { failure: Failure }>,
	{ redact }: Run,
): ItemFailure {
	const subject = card.requests.length > 1 ? card.requests[message]?.subject : undefined;
	return report(
		failure,
		{
			item: card.items[0] ?? 0,
			sentMessageIds: receipts.flatMap(({ messageIds }) => messageIds).map(redact),
			...(subject === undefined ? {} : { subject }),
		},
		redact,
	);
}

/** The outputs in the order of the items; or the error that ends the node, if it is not to continue on failures. */
function outputsOf(
	context: IExecuteFunctions,
	endings: readonly ItemResult[],
	done: 'sent' | 'shown',
): INodeExecutionData[][] {
	const ordered = [...endings].sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
	const failures = ordered.flatMap(({ failed }) => failed ?? []);
	const [first] = failures;
	if (first !== undefined && !context.continueOnFail()) {
		throw nodeError(context, first, ordered, failures.length, done);
	}
	const provider = z.catch(z.string(), '').parse(context.getNodeParameter('provider', 0));
	const outputs = ordered.flatMap(({ items, output, failed }) => {
		if (failed !== undefined) return failedItem(context.getNode(), failed, items, provider);
		return output ?? [];
	});
	return [outputs];
}

function nodeError(
	context: IExecuteFunctions,
	failed: ItemFailure,
	endings: readonly ItemResult[],
	failures: number,
	done: 'sent' | 'shown',
): NodeApiError | NodeOperationError {
	if (endings.length === 1) return failureError(context.getNode(), failed);
	const finished = endings.filter(({ output }) => output !== undefined).length;
	const more = failures === 1 ? '' : `, ${String(failures)} failed`;
	const summary = `${String(finished)} of ${String(endings.length)} cards were ${done}${more}`;
	return failureError(context.getNode(), failed, summary);
}

/** Message ids that the log's text names; most of n8n's log formats leave out the rest. */
const LOGGED_IDS = 100;

/** Nobody reads the output of a workflow that was stopped; what went out by then is in the log. */
function stopped(
	context: IExecuteFunctions,
	results: readonly CardResult[],
	cards: number,
	{ redact }: Run,
): NodeOperationError {
	const sent = results.filter(({ outcome }) => outcome === 'sent').length;
	const ids = results
		.flatMap(({ receipts }) => receipts.flatMap(({ messageIds }) => messageIds))
		.map(redact);
	// n8n takes an error for a stop, and starts no error workflow, by this very word.
	const message = `The workflow was canceled: ${String(sent)} of ${String(cards)} cards were sent`;
	const more = ids.length > LOGGED_IDS ? ` and ${String(ids.length - LOGGED_IDS)} more` : '';
	const listed = ids.length === 0 ? '' : ` (${ids.slice(0, LOGGED_IDS).join(', ')}${more})`;
	context.logger.info(`${context.getNode().name}: ${message}${listed}`, { messageIds: ids });
	return new NodeOperationError(context.getNode(), message);
}

function refusedItem(item: number, failure: Failure): ItemResult {
	return { items: [item], failed: report(failure, { item, sentMessageIds: [] }, (text) => text) };
}

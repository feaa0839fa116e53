import {
	ApplicationError,
	BaseError,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type NodeApiError,
} from 'n8n-workflow';
import { z } from 'zod';

import { InputError } from '../contact/inputError';
import { systemClock } from '../delivery/clock';
import { deliver, type Delivery, type DeliveryResult } from '../delivery/deliver';
import { failureError, report, type FailureReport } from '../delivery/failures';
import { contentKey, Journal } from '../delivery/journal';
import type { Failure } from '../delivery/outcome';
import { createTransport } from '../delivery/transport';
import { planCards, type CardPlan } from './cards';
import { failedItem, previewItem, sentItem } from './output';
import { prepareItem, type PreparedItem } from './prepare';
import { readRun, type Run } from './run';

/** What became of one or several input items, with the output that tells so. */
interface Ending {
	items: readonly number[];
	/** The output, made when all is over; undefined where the card was not started. */
	output?: INodeExecutionData;
	failed?: FailureReport;
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
	const attempted = await attempt(async () => await readRun(this));
	if ('failure' in attempted) {
		return finish(
			this,
			items.map((item) => refusedItem(item, attempted.failure)),
			'none',
		);
	}
	const run = attempted.value;
	const { prepared, refused } = await prepareItems(this, items, run);
	const cards = planCards(prepared, run.provider, run.settings.combineItems);

	if (run.operation === 'preview') {
		const shown = cards.map(async (card) => ({
			items: card.items,
			output: await previewItem(card, run),
		}));
		return finish(this, [...refused, ...(await Promise.all(shown))], run.provider.id);
	}
	if (refused.length > 0 && !this.continueOnFail()) {
		const waiting = cards.map((card) => ({ items: card.items }));
		return finish(this, [...refused, ...waiting], run.provider.id);
	}
	return finish(this, [...refused, ...(await sendCards(this, cards, run))], run.provider.id);
}

async function prepareItems(context: IExecuteFunctions, items: readonly number[], run: Run) {
	const prepared: PreparedItem[] = [];
	const refused: Ending[] = [];
	for (const item of items) {
		const result = await attempt(async () => await prepareItem(context, item, run));
		if ('value' in result) prepared.push(result.value);
		else refused.push(refusedItem(item, result.failure));
	}
	return { prepared, refused };
}

async function sendCards(
	context: IExecuteFunctions,
	cards: readonly CardPlan[],
	run: Run,
): Promise<Ending[]> {
	const { provider, credential, settings } = run;
	const asTool = context.isToolExecution();
	// n8n repeats a tool's call as another run of the node; a failed node it repeats as the same run.
	const runName = asTool ? 'tool' : `run ${String(context.getWorkflowDataProxy(0)['$runIndex'])}`;
	const journal = Journal.open(context.getContext('node'), runName);
	const deliveries = cards.map(({ target, requests, items }): Delivery => ({
		recipient: target.recipient,
		messages: requests.map(({ request }, index) => ({
			key: asTool ? contentKey(request) : `${String(items[0])}/${String(index)}`,
			request,
		})),
	}));
	const known = deliveries.map(({ messages }) =>
		messages.every(({ key }) => journal.find(key)?.outcome === 'sent'),
	);
	const stop = context.getExecutionCancelSignal() ?? new AbortController().signal;
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
			stop,
		},
	);
	if (stop.aborted) throw stopped(context, cards, results);
	if (!asTool && results.every(({ outcome }) => outcome === 'sent')) journal.clear();

	return cards.map((card, index): Ending => {
		const result = results[index];
		if (result === undefined || result.outcome === 'notStarted') return { items: card.items };
		if (result.outcome === 'sent') {
			const notices = asTool && known[index] === true ? [SENT_BEFORE] : [];
			return { items: card.items, output: sentItem(card, result.receipts, run, notices) };
		}
		return { items: card.items, failed: failedCard(card, result, run) };
	});
}

const SENT_BEFORE =
	'The same card went out before in this execution, so it was not sent again; these are its message IDs';

function failedCard(
	card: CardPlan,
	{ failure, receipts, message }: Extract<DeliveryResult, { failure: Failure }>,
	{ redact }: Run,
): FailureReport {
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
function finish(
	context: IExecuteFunctions,
	endings: readonly Ending[],
	provider: string,
): INodeExecutionData[][] {
	const ordered = [...endings].sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
	const failures = ordered.flatMap(({ failed }) => failed ?? []);
	const [first] = failures;
	if (first !== undefined && !context.continueOnFail()) {
		throw ending(context, first, ordered, failures.length);
	}
	const outputs = ordered.flatMap(({ items, output, failed }) => {
		if (failed !== undefined) return failedItem(context.getNode(), failed, items, provider);
		return output ?? [];
	});
	return [outputs];
}

function ending(
	context: IExecuteFunctions,
	failed: FailureReport,
	endings: readonly Ending[],
	failures: number,
): NodeApiError | NodeOperationError {
	if (endings.length === 1) return failureError(context.getNode(), failed);
	const sent = endings.filter(({ output }) => output !== undefined).length;
	const more = failures === 1 ? '' : `, ${String(failures)} failed`;
	const summary = `${String(sent)} of ${String(endings.length)} cards were sent${more}`;
	return failureError(context.getNode(), failed, summary);
}

/** Nobody reads the output of a workflow that was stopped; what went out by then is in the log. */
function stopped(
	context: IExecuteFunctions,
	cards: readonly CardPlan[],
	results: readonly DeliveryResult[],
): NodeOperationError {
	const sent = results.filter(({ outcome }) => outcome === 'sent').length;
	const ids = results.flatMap(({ receipts }) => receipts.flatMap(({ messageIds }) => messageIds));
	const message = `The workflow was stopped: ${String(sent)} of ${String(cards.length)} cards were sent`;
	context.logger.info(`${context.getNode().name}: ${message}`, { messageIds: ids });
	return new NodeOperationError(context.getNode(), message);
}

function refusedItem(item: number, failure: Failure): Ending {
	return { items: [item], failed: report(failure, { item, sentMessageIds: [] }, (text) => text) };
}

/** The value, or why there is none, as a card that was not sent. */
async function attempt<T>(make: () => Promise<T>): Promise<{ value: T } | { failure: Failure }> {
	try {
		return { value: await make() };
	} catch (error) {
		if (error instanceof InputError) {
			return { failure: { outcome: 'notSent', title: error.message, fix: error.fix } };
		}
		return { failure: { outcome: 'notSent', ...unexpected(error) } };
	}
}

/**
 * n8n's own errors, such as an expression that fails or a credential that is not set, are for people. Those of JavaScript
 * are not, and their messages may quote anything.
 */
function unexpected(error: unknown): { title: string; fix: string } {
	if (error instanceof BaseError || error instanceof ApplicationError) {
		const { description } = z
			.object({ description: z.string().nullish().catch(undefined) })
			.parse(error);
		return { title: error.message, fix: description ?? '' };
	}
	return {
		title: `The node failed by a mistake of its own (${error instanceof Error ? error.name : typeof error})`,
		fix: 'Nothing was sent for this item. Please report it with the input that leads to it.',
	};
}

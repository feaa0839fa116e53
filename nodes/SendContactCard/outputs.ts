import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import * as z from 'zod/mini';

import type { FieldWarning } from '../contact/contact';
import { shownContact } from '../contact/shownContact';
import type { KeptReceipt } from '../delivery/journal';
import type { CardResult } from '../delivery/sendCard';
import { LongTask } from '../eventLoop/longTask';
import { errorItem, pairedItems } from '../failures/errorItem';
import type { ItemFailure } from '../failures/failure';
import { failureError, failureJson, report } from '../failures/report';
import { providers } from '../providers';
import type { Receipts } from './agentTool';
import { doneHint, type CardWarning } from './hint';
import type { PreviewJson, SentJson } from './outputShapes';
import type { Card } from './planCards';
import { previewRequest } from './previewRequest';
import type { RefusedItem } from './readItems';
import type { Run } from './readRun';
import { withheldWarnings } from './withheldWarnings';

/** What became of one or several input items, with the output that says so. */
export interface ItemResult {
	items: readonly number[];
	/** Undefined if the card was not started. */
	output?: INodeExecutionData;
	/** Shown above the output, and in it. */
	warnings?: readonly CardWarning[];
	failed?: ItemFailure;
}

/** The results of items that cannot be read, with what an earlier attempt had sent for them. */
export function refusedResults(
	refused: readonly RefusedItem[],
	{ journal }: Receipts,
): ItemResult[] {
	const earlier = refused.length === 0 ? undefined : journal.byItem();
	return refused.map(({ item, failure }): ItemResult => {
		const known = [...(earlier?.get(item) ?? [])];
		const isUnknown = known.some(({ outcome }) => outcome === 'unknown');
		const sentMessageIds = known.flatMap((message) =>
			message.outcome === 'sent' ? message.receipt.messageIds : [],
		);
		const outcome = isUnknown ? 'unknown' : failure.outcome;
		const failed = report({ ...failure, outcome }, { item, sentMessageIds }, (text) => text);
		return { items: [item], failed };
	});
}

/** The results of cards that are only previewed. */
export async function shownResults(cards: readonly Card[], run: Run): Promise<ItemResult[]> {
	const task = new LongTask();
	const results: ItemResult[] = [];
	for (const card of cards) {
		const warnings = await warningsOf(card, [], task);
		results.push({
			items: card.items,
			output: await previewItem(card, run, warnings, task),
			warnings,
		});
		if (task.shouldYield) await task.yieldNow();
	}
	return results;
}

/** The results of cards that were delivered, or were not. */
export async function deliveredResults(
	cards: readonly Card[],
	results: readonly CardResult[],
	run: Run,
	hasOtherCalls: boolean,
): Promise<ItemResult[]> {
	const task = new LongTask();
	const made: ItemResult[] = [];
	for (const [index, card] of cards.entries()) {
		const result = results[index];
		const { items } = card;
		if (result === undefined || result.outcome === 'notStarted') {
			made.push({ items });
		} else if (result.outcome === 'sent') {
			const withheld = withheldWarnings(card, result, hasOtherCalls);
			const warnings = await warningsOf(card, withheld, task);
			made.push({
				items,
				output: await sentItem(card, result.receipts, run, warnings, task),
				warnings,
			});
		} else {
			made.push({ items, failed: failedCard(card, result, run) });
		}
		if (task.shouldYield) await task.yieldNow();
	}
	return made;
}

/**
 * The outputs in the order of the items.
 *
 * @throws NodeApiError or NodeOperationError for the first failure, unless the node continues on failures
 */
export async function outputsOf(
	context: IExecuteFunctions,
	results: readonly ItemResult[],
	done: 'sent' | 'shown',
): Promise<INodeExecutionData[][]> {
	const ordered = [...results].sort((a, b) => (a.items[0] ?? 0) - (b.items[0] ?? 0));
	const failures = ordered.flatMap(({ failed }) => failed ?? []);
	const [first] = failures;
	if (first !== undefined && !context.continueOnFail()) {
		const finished = ordered.filter(({ output }) => output !== undefined).length;
		const more = failures.length === 1 ? '' : `, ${String(failures.length)} failed`;
		const summary =
			ordered.length === 1
				? undefined
				: `${String(finished)} of ${String(ordered.length)} cards were ${done}${more}`;
		const isCertain = failures.every(({ outcome }) => outcome === 'notSent');
		throw failureError(context.getNode(), first, summary, isCertain);
	}
	const provider = z.catch(z.string(), '').parse(context.getNodeParameter('provider', 0));
	const node = context.getNode();
	const task = new LongTask();
	const outputs: INodeExecutionData[] = [];
	for (const { items, output, failed } of ordered) {
		if (failed !== undefined) {
			outputs.push(errorItem(node, failed, failureJson(failed, provider), items));
		} else if (output !== undefined) {
			outputs.push(output);
		}
		if (task.shouldYield) await task.yieldNow();
	}
	const hint = doneHint({
		operation: done === 'shown' ? 'preview' : 'send',
		provider: providers.find(({ id }) => id === provider)?.displayName ?? provider,
		cards: ordered.length,
		failed: failures.length,
		warnings: ordered.flatMap(({ warnings = [] }) => warnings),
	});
	if (hint !== undefined) context.addExecutionHints(hint);
	return [outputs];
}

async function sentItem(
	card: Card,
	receipts: readonly KeptReceipt[],
	{ provider, settings }: Run,
	warnings: readonly CardWarning[],
	task: LongTask,
): Promise<INodeExecutionData> {
	const ofCard = receipts.filter(({ isText }) => isText !== true);
	const messageIds = ofCard.flatMap((receipt) => receipt.messageIds);
	const ofTexts = receipts.filter(({ isText }) => isText === true);
	const json: SentJson = {
		provider: provider.id,
		status: 'sent',
		recipient: card.recipient,
		messageId: messageIds[0] ?? null,
		messageIds,
		...(ofTexts.length === 0
			? {}
			: { textMessageIds: ofTexts.flatMap((receipt) => receipt.messageIds) }),
		chatId: [...ofCard, ...ofTexts].map(({ chatId }) => chatId).find((id) => id !== null) ?? null,
		warnings: warnings.map(shownWarning),
		contacts: await shownContacts(card, task),
	};
	if (settings.output === 'raw') {
		json.responses = receipts.map(({ response }) => response ?? null);
	}
	return { json: { ...json }, pairedItem: pairedItems(card.items) };
}

async function previewItem(
	card: Card,
	run: Run,
	warnings: readonly CardWarning[],
	task: LongTask,
): Promise<INodeExecutionData> {
	const requests = card.messages.map(
		async ({ request }) => await previewRequest(request, run, task),
	);
	const json: PreviewJson = {
		provider: run.provider.id,
		recipient: card.recipient,
		requests: await Promise.all(requests),
		warnings: warnings.map(shownWarning),
		contacts: await shownContacts(card, task),
	};
	return { json: { ...json }, pairedItem: pairedItems(card.items) };
}

function failedCard(
	card: Card,
	{ failure, receipts, message }: Extract<CardResult, { message: number }>,
	{ redact }: Run,
): ItemFailure {
	const subject = card.messages.length > 1 ? card.messages[message]?.subject : undefined;
	return report(
		failure,
		{
			item: card.items[0] ?? 0,
			sentMessageIds: receipts.flatMap(({ messageIds }) => messageIds),
			...(subject === undefined ? {} : { subject }),
		},
		redact,
	);
}

async function warningsOf(
	card: Card,
	withheld: readonly FieldWarning[],
	task: LongTask,
): Promise<CardWarning[]> {
	const [item = 0] = card.items;
	const all = [...withheld, ...card.warnings].map((warning): CardWarning => ({ item, ...warning }));
	for (const { warnings, number } of card.contacts) {
		for (const warning of warnings) all.push({ item, contact: number, ...warning });
		if (task.shouldYield) await task.yieldNow();
	}
	return all;
}

/** A warning as the output has it. */
function shownWarning({ contact, field, message }: CardWarning): IDataObject {
	return contact === undefined ? { field, message } : { contact, field, message };
}

async function shownContacts({ contacts }: Card, task: LongTask): Promise<IDataObject[]> {
	const shown: IDataObject[] = [];
	for (const { contact } of contacts) {
		shown.push(shownContact(contact));
		if (task.shouldYield) await task.yieldNow();
	}
	return shown;
}

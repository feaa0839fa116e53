import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { resultOf } from '../failures/result';
import { openReceipts } from './agentTool';
import { deliverCards, senderTools, stoppedError } from './deliverCards';
import { embedPhotos } from './embedPhotos';
import { lookUpNumbers } from './lookUpNumbers';
import { outputsOf, refusedResults, shownResults } from './outputs';
import { planCards } from './planCards';
import { prepareItems } from './prepareItems';
import { readItems } from './readItems';
import { readRun } from './readRun';

/**
 * The Send Contact Card node: items → contacts → cards → requests → outcomes → items.
 *
 * Every item is read before anything is sent; if one cannot be read, nothing is sent unless the node continues on failures.
 * Outputs come in the order of the input items.
 */
export async function sendContactCards(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	if (items.length === 0) return [[]];
	const receipts = openReceipts(this);
	const read = await resultOf(async () => await readRun(this));
	if ('failure' in read) {
		const refused = items.map((_, item) => ({ item, failure: read.failure }));
		return await outputsOf(this, refusedResults(refused, receipts), 'sent');
	}
	const run = read.value;
	const tools = senderTools(this, run);
	const { read: given, refused: unread } = await readItems(this, run);
	const sendsNothing = unread.length > 0 && !this.continueOnFail();
	const lookedUp = receipts.lookedUp(run.provider);
	const known = sendsNothing ? given : await lookUpNumbers(given, run, tools, lookedUp);
	const embedded = sendsNothing ? known : await embedPhotos(this, known, run);
	const { prepared, refused: unfit } = await prepareItems(embedded, run);
	const refused = [...unread, ...unfit];
	if (run.stop.aborted) throw stoppedError(this, [], items.length);
	const unreadable = refusedResults(refused, receipts);
	const cards = await planCards(prepared, run, receipts);
	if (run.operation === 'preview') {
		return await outputsOf(this, [...unreadable, ...(await shownResults(cards, run))], 'shown');
	}
	const results = await deliverCards(this, cards, run, receipts, refused.length, tools);
	return await outputsOf(this, [...unreadable, ...results], 'sent');
}

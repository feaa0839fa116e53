import type { IDataObject, INode, INodeExecutionData } from 'n8n-workflow';

import type { KeptReceipt } from '../delivery/journal';
import { errorItem, pairedItems } from '../failures/errorItem';
import type { ItemFailure } from '../failures/failure';
import { redactDeep } from '../failures/redaction';
import { failureJson } from '../failures/report';
import type { Card } from './planCards';
import { previewRequest } from './previewRequest';
import type { Run } from './readRun';

/** The output of a card that was sent. */
export function sentItem(
	card: Card,
	receipts: readonly KeptReceipt[],
	run: Run,
	notices: readonly string[],
): INodeExecutionData {
	const messageIds = receipts.flatMap((receipt) => receipt.messageIds).map(run.redact);
	const chatId = receipts.map((receipt) => receipt.chatId).find((id) => id !== null) ?? null;
	const json: IDataObject = {
		provider: run.provider.id,
		status: 'sent',
		recipient: card.target.recipient,
		messageId: messageIds[0] ?? null,
		messageIds,
		chatId: chatId === null ? null : run.redact(chatId),
		contacts: card.contacts.map(({ contact }) => contact),
		warnings: warningsOf(card, notices),
	};
	if (run.settings.output === 'raw') {
		json['responses'] = receipts.map(({ response }) => redactDeep(response, run.redact));
	}
	return { json, pairedItem: pairedItems(card.items) };
}

/** The output of a card that is only shown: the requests that would be made. */
export async function previewItem(card: Card, run: Run): Promise<INodeExecutionData> {
	const requests = card.requests.map(async ({ request }) => await previewRequest(request, run));
	return {
		json: {
			provider: run.provider.id,
			recipient: card.target.recipient,
			requests: await Promise.all(requests),
			contacts: card.contacts.map(({ contact }) => contact),
			warnings: warningsOf(card, []),
		},
		pairedItem: pairedItems(card.items),
	};
}

/** The output of a card that failed, where the workflow goes on. */
export function failedItem(
	node: INode,
	failed: ItemFailure,
	items: readonly number[],
	provider: string,
): INodeExecutionData {
	return errorItem(node, failed, failureJson(failed, provider), items);
}

function warningsOf(card: Card, notices: readonly string[]): IDataObject[] {
	return [
		...notices.map((message) => ({ field: 'recipient', message })),
		...card.warnings.map(({ field, message }) => ({ field, message })),
		...card.contacts.flatMap(({ warnings }, index) =>
			warnings.map(({ field, message }) => ({ contact: index + 1, field, message })),
		),
	];
}

import {
	NodeApiError,
	NodeOperationError,
	type IDataObject,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { MAY_HAVE_ARRIVED, type Failure, type ItemFailure } from './failure';
import { helpPage } from './helpPage';
import { escapeHtml } from './html';
import type { Redactor } from './redaction';

/**
 * A failure as it is shown: of an input item, without secrets.
 *
 * @param subject what the title is about, for a card of several messages: `Contact 2`
 */
export function report(
	failure: Failure,
	{ item, subject, sentMessageIds }: { item: number; subject?: string; sentMessageIds: string[] },
	redact: Redactor,
): ItemFailure {
	const { title, fix, words, code, outcome } = failure;
	const mayHaveArrived = outcome === 'unknown' && !fix.includes('may have arrived');
	return {
		...failure,
		title: redact(subject === undefined ? title : `${subject}: ${title}`),
		fix: redact(mayHaveArrived ? `${MAY_HAVE_ARRIVED} ${fix}`.trim() : fix),
		...(words === undefined ? {} : { words: redact(words) }),
		...(code === undefined ? {} : { code: redact(code) }),
		item,
		sentMessageIds,
	};
}

/** One text to act on: "Contact 2 has no phone number [item 3]. Add one.", with the item as n8n counts, from 0. */
function messageOf({ title, fix, item }: ItemFailure): string {
	return `${title} [item ${String(item)}]. ${fix}`.trim();
}

/** The provider's words, where the message does not have them all. */
function newWords({ title, fix, words }: ItemFailure): string[] {
	if (words === undefined || words === '') return [];
	const said = `${title} ${fix}`;
	return said.includes(words.replace(/[.\s]+$/, '')) ? [] : [words];
}

/** The output item's JSON of a failed card, all of it plain text. */
export function failureJson(failed: ItemFailure, provider: string): IDataObject {
	const { httpCode, code, outcome, sentMessageIds } = failed;
	return {
		...failureText(failed),
		...(httpCode === undefined ? {} : { httpCode }),
		...(code === undefined ? {} : { code }),
		provider,
		outcome,
		sentMessageIds: [...sentMessageIds],
	};
}

/** `error`, and `description` where there is more to say, as plain text. */
export function failureText(failed: ItemFailure): { error: string; description?: string } {
	const error = messageOf(failed);
	const [words] = newWords(failed);
	return words === undefined ? { error } : { error, description: `The provider says: ${words}` };
}

/** The description of an error, which n8n renders as HTML. */
function descriptionOf(failed: ItemFailure): string | undefined {
	const page = helpPage(failed);
	const { sentMessageIds } = failed;
	const lines = [
		...newWords(failed).map((words) => escapeHtml(`The provider says: ${words}`)),
		...(sentMessageIds.length === 0
			? []
			: [escapeHtml(`Sent before it failed: ${sentMessageIds.join(', ')}`)]),
		...(page === undefined ? [] : [`<a href="${page}" target="_blank">More about it</a>`]),
	];
	return lines.length === 0 ? undefined : lines.join('<br>');
}

/**
 * Why it failed, for n8n 2.40 and later; earlier versions pass over it. An outcome that is unknown has no cause there,
 * since none may make anybody try again.
 */
function causeOf({ outcome, httpCode, field, isBug, retryAfterMs }: ItemFailure) {
	if (outcome === 'unknown') return undefined;
	if (isBug === true) return { cause: 'node-defect' };
	if (httpCode === '429') {
		return { cause: 'rate-limited', ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
	}
	if (httpCode === '401') return { cause: 'credential-invalid' };
	if (httpCode === '402') return { cause: 'quota-exhausted' };
	return field === 'baseUrl' ? { cause: 'configuration-invalid' } : undefined;
}

/**
 * The error that ends the node. n8n's error classes rewrite messages that hold a system's code, so the texts are set
 * again afterwards.
 *
 * @param summary what became of the other cards, before the item: `3 of 10 cards were sent`
 * @param isCertain whether it is known of every card what became of it
 */
export function failureError(
	node: INode,
	failed: ItemFailure,
	summary?: string,
	isCertain = true,
): NodeApiError | NodeOperationError {
	const { title, fix, httpCode, item } = failed;
	const message =
		summary === undefined
			? messageOf(failed)
			: `${summary}. Item ${String(item)}: ${title}. ${fix}`.trim();
	const description = descriptionOf(failed);
	const nothing: JsonObject = {};
	const error =
		httpCode === undefined
			? new NodeOperationError(node, message, { itemIndex: item })
			: new NodeApiError(node, nothing, { message, httpCode, itemIndex: item });
	error.message = message;
	error.description = description;
	error.messages = [];
	const failure = isCertain ? causeOf(failed) : undefined;
	return failure === undefined ? error : Object.assign(error, { failure });
}

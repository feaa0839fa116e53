import { NodeApiError, NodeOperationError, type IDataObject, type INode } from 'n8n-workflow';

import type { Failure } from '../delivery/outcome';
import { MAY_HAVE_ARRIVED } from '../delivery/outcome';
import { escapeHtml, type Redactor } from './redaction';

/** A failed card as a person reads it: redacted, ready for an error or an output item. */
export interface FailureReport {
	/** What happened, without a full stop. */
	title: string;
	/** What to do, as whole sentences. */
	fix: string;
	/** More of it, as HTML: the provider's own words, and whether the card may have arrived. */
	description: string;
	outcome: Failure['outcome'];
	httpCode?: string;
	code?: string;
	/** The input item, from 0 as n8n counts. */
	item: number;
	sentMessageIds: string[];
}

/**
 * Puts a failure into words, without secrets.
 *
 * @param subject what the title is about, for a card of several messages: `Contact 2`
 */
export function report(
	failure: Failure,
	{ item, subject, sentMessageIds }: { item: number; subject?: string; sentMessageIds: string[] },
	redact: Redactor,
): FailureReport {
	const what = subject === undefined ? failure.title : `${subject}: ${failure.title}`;
	const { words, httpCode, code } = failure;
	const details = [
		failure.fix,
		...(words === undefined ? [] : [`The provider says: ${words}`]),
		...(sentMessageIds.length === 0 ? [] : [`Sent before it failed: ${sentMessageIds.join(', ')}`]),
		...(failure.outcome === 'notSent' || failure.fix.includes(MAY_HAVE_ARRIVED)
			? []
			: [MAY_HAVE_ARRIVED]),
	];
	return {
		title: redact(what),
		fix: redact(failure.fix),
		description: details.map((line) => escapeHtml(redact(line))).join('<br>'),
		outcome: failure.outcome,
		...(httpCode === undefined ? {} : { httpCode }),
		...(code === undefined ? {} : { code: redact(code) }),
		item,
		sentMessageIds,
	};
}

/** One text to act on: "Contact 2 has no phone number [item 3]. Add one.", with the item as n8n counts, from 0. */
function messageOf({ title, fix, item }: FailureReport): string {
	return `${title} [item ${String(item)}]. ${fix}`.trim();
}

/** The output item's JSON of a failed card. */
export function failureJson(failed: FailureReport, provider: string): IDataObject {
	const { description, httpCode, code, outcome, sentMessageIds } = failed;
	return {
		error: messageOf(failed),
		description,
		...(httpCode === undefined ? {} : { httpCode }),
		...(code === undefined ? {} : { code }),
		provider,
		outcome,
		sentMessageIds,
	};
}

/**
 * The error that ends the node. n8n's error classes rewrite messages that hold a system's code, so the texts are set
 * again afterwards.
 *
 * @param summary what became of the other cards, before the item: `3 of 10 cards were sent`
 */
export function failureError(
	node: INode,
	failed: FailureReport,
	summary?: string,
): NodeApiError | NodeOperationError {
	const { title, fix, description, httpCode, item } = failed;
	const message =
		summary === undefined
			? messageOf(failed)
			: `${summary}. Item ${String(item)}: ${title}. ${fix}`.trim();
	const error =
		httpCode === undefined
			? new NodeOperationError(node, message, { description, itemIndex: item })
			: new NodeApiError(node, {}, { message, description, httpCode, itemIndex: item });
	error.message = message;
	error.description = description;
	error.messages = [];
	return error;
}

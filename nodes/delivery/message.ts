import { createHash } from 'crypto';

import type { Provider, ProviderRequest } from '../providers/provider';

/** What a message is to its card. They go out in this order. */
export type MessageKind = 'textBefore' | 'card' | 'textAfter';

/** Where a contact stands: its input item, and its place in that item, both from 0. */
export interface ContactPlace {
	item: number;
	place: number;
}

/** One request's worth of a card. */
export interface PlannedMessage {
	kind: MessageKind;
	/** The contacts that it carries, or that a text belongs to. */
	contacts: readonly ContactPlace[];
	request: ProviderRequest;
	/**
	 * What tells it from others where it has no item and place that would last: the request, unless told. A text is one of its
	 * card, and what was looked up may be another the next time.
	 */
	content?: unknown;
	/** What it carries, for messages to people: `Contact 2`, `Text before`. */
	subject: string;
}

/** Where a card goes, as the journal keeps it: a card that goes elsewhere is another card. */
export function destinationOf({ id }: Provider, recipient: string): string {
	return `${id} ${recipient}`;
}

/**
 * The names by which the journal knows a message: one for each of its contacts, so that a contact keeps its receipt
 * where another try of the node makes other messages of the same contacts.
 */
export function contactKeys(
	{ kind, contacts }: Pick<PlannedMessage, 'kind' | 'contacts'>,
	destination: string,
): string[] {
	return contacts.map(
		({ item, place }) => `${String(item)}/${String(place)} ${kind} ${destination}`,
	);
}

/** The input item in a name that {@link contactKeys} made; undefined for other names. */
export function itemOfKey(key: string): number | undefined {
	const item = /^(\d+)\/\d+ /.exec(key)?.[1];
	return item === undefined ? undefined : Number(item);
}

/** The name of a message by what it says, where it has no item and place that would last. */
export function contentKeys({
	request,
	content = request,
}: Pick<PlannedMessage, 'request' | 'content'>): string[] {
	return [createHash('sha256').update(JSON.stringify(content)).digest('base64')];
}

/** An id for a message, as `Message.id` describes it, made of names that last for as long as it may be repeated. */
export function messageId(...names: readonly string[]): string {
	const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex');
	return hash.slice(0, 32).toUpperCase();
}

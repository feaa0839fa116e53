import { createHash } from 'crypto';

import type { Provider, ProviderRequest } from '../providers/provider';

/** The part that a message plays in its card. They are sent in this order. */
export type MessageKind = 'textBefore' | 'card' | 'textAfter';

/** Where a contact stands: its input item, and its place in that item, both from 0. */
export interface ContactPlace {
	item: number;
	place: number;
	/** What identifies it where items and places do not last, see {@link contentName}. */
	name?: string;
}

/** One request's worth of a card. */
export interface PlannedMessage {
	kind: MessageKind;
	/** The contacts that it carries, or that a text belongs to. */
	contacts: readonly ContactPlace[];
	request: ProviderRequest;
	/** What a text says; absent for a card. */
	words?: string;
	/** What it carries, for messages to people: `Contact 2`, `Text Before`. */
	subject: string;
}

/** A message with its names in the journal. */
export interface NamedMessage extends PlannedMessage {
	keys: readonly string[];
}

/** Where a card goes, as the journal stores it: a card that goes elsewhere is a different card. */
export function destinationOf({ id }: Provider, recipient: string): string {
	return `${id} ${recipient}`;
}

/**
 * The names by which the journal knows a message: one for each of its contacts, so that a contact keeps its receipt
 * even if another attempt of the node groups the same contacts into different messages.
 */
export function contactKeys(
	{ kind, contacts }: Pick<PlannedMessage, 'kind' | 'contacts'>,
	destination: string,
): string[] {
	const names = contacts.map(({ item, place, name }) => name ?? `${String(item)}/${String(place)}`);
	return [...new Set(names)].map((name) => `${name} ${kind} ${destination}`);
}

/** The input item in a name that {@link contactKeys} made; undefined for other names. */
export function itemOfKey(key: string): number | undefined {
	const item = /^(\d+)\/\d+ /.exec(key)?.[1];
	return item === undefined ? undefined : Number(item);
}

/** A name for what something says: the same for the same JSON, and it does not show what that is. */
export function contentName(content: unknown): string {
	return createHash('sha256').update(JSON.stringify(content)).digest('base64');
}

/** An id for a message, as `Message.id` describes it, made of names that last for as long as it may be repeated. */
export function messageId(...names: readonly string[]): string {
	const hash = createHash('sha256').update(JSON.stringify(names)).digest('hex');
	return hash.slice(0, 32).toUpperCase();
}

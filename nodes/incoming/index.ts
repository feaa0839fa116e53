import { isObject, type JsonObject } from '../contact/object';
import { count, list } from '../contact/text';
import { InputError } from '../failures/inputError';
import { evolution } from './evolution';
import { gowa } from './gowa';
import type { IncomingMessage, IncomingReader } from './reader';
import { telegram } from './telegram';
import { waha } from './waha';
import { whatsAppCloud } from './whatsAppCloud';
import { zapi } from './zapi';

/** Every service whose messages are read; the first that recognises a body reads it. */
export const incomingReaders: readonly IncomingReader[] = [
	evolution,
	gowa,
	telegram,
	waha,
	whatsAppCloud,
	zapi,
];

export interface ReceivedMessage extends IncomingMessage {
	provider: string;
}

/**
 * The messages in what a service sent: the body of a webhook, the output of n8n's Webhook node or of a service's trigger
 * node, or a list of them. Events of a known service that are no messages give none.
 *
 * @throws InputError for what no known service sends, since it shows that the workflow hands on something else
 */
export function readMessages(given: unknown): ReceivedMessage[] {
	if (Array.isArray(given)) return given.flatMap(readMessages);
	if (!isObject(given)) {
		throw new InputError('The message is no JSON object', { field: 'message', fix: FIX });
	}
	if (isWebhookOutput(given)) return readMessages(given['body']);
	const reader = incomingReaders.find((candidate) => candidate.recognises(given));
	if (reader !== undefined) {
		return reader.read(given).map((message) => ({ provider: reader.provider, ...message }));
	}
	const keys = Object.keys(given);
	const has =
		keys.length === 0
			? 'it is empty'
			: `it has ${count(keys.length, 'key')}: ${list(keys.slice(0, 5))}`;
	throw new InputError(`The message is of no known service (${has})`, {
		field: 'message',
		fix: FIX,
	});
}

const FIX = `Give the whole body that the webhook got, as ${list(
	incomingReaders.map(({ displayName }) => displayName),
	'or',
)} sends it.`;

/** The output of n8n's Webhook node: `{ headers, params, query, body, webhookUrl, executionMode }`. */
function isWebhookOutput({ headers, query, body }: JsonObject): boolean {
	return isObject(headers) && isObject(query) && typeof body === 'object' && body !== null;
}

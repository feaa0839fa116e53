import type { FieldWarning } from '../contact/contact';
import { isObject, type JsonObject } from '../contact/object';
import { count, list } from '../contact/text';
import { InputError } from '../failures/inputError';
import { jsonIn, valueOf } from './jsonText';
import type { IncomingMessage } from './reader';
import { incomingReaders, incomingServices } from './readers';

export interface ReceivedMessage extends IncomingMessage {
	provider: string;
}

export interface ReceivedMessages {
	messages: ReceivedMessage[];
	/** What was left out of a list of bodies. */
	warnings: FieldWarning[];
}

/** What was read, or the value that no known service sends. */
type Found = ReceivedMessages | { unknown: unknown };

/** Levels of wrappers: no route from a service to a workflow has more. */
const MAX_DEPTH = 8;
/** What n8n's Webhook node puts around a body. */
const WEBHOOK_KEYS = ['headers', 'params', 'query', 'body', 'webhookUrl', 'executionMode'];
/** Keys that contain the body on other routes from a service to a workflow; WuzAPI's forms have `jsonData`. */
const CARRIERS = [
	'body',
	'rawBody',
	'jsonData',
	'payload',
	'data',
	'json',
	'message',
	'messages',
	'event',
	'events',
	'items',
	'results',
	'records',
	'Records',
];

/**
 * The messages in what a service sent: the body of a webhook, the output of n8n's Webhook node or of a service's trigger
 * node, as an object, as JSON text or as a form, or a list of such. Events of a known service that are not messages
 * return none. Entries of a list that no known service sends are left out with a warning.
 *
 * @throws InputError for anything that no known service sends, since it shows that the workflow passes on something else
 */
export function readMessages(given: unknown): ReceivedMessages {
	const found = read(given, 0);
	if (!('unknown' in found)) return found;
	const { unknown } = found;
	throw new InputError(
		isObject(unknown)
			? `The message is not from a known service (${contentOf(unknown)})`
			: `The message is ${Array.isArray(unknown) ? 'an empty list' : 'not a JSON object'}`,
		{
			field: 'message',
			fix: `Pass the whole body that the webhook received, as ${list(incomingServices, 'or')} sends it.`,
		},
	);
}

function read(given: unknown, depth: number): Found {
	if (depth > MAX_DEPTH) return { unknown: given };
	if (typeof given === 'string') {
		const value = valueOf(given);
		return value === undefined ? { unknown: given } : read(value, depth + 1);
	}
	if (Array.isArray(given)) return readList(given, depth);
	if (!isObject(given)) return { unknown: given };
	if (isWebhookOutput(given)) return read(given['body'], depth + 1);
	return readBody(given) ?? readInside(given, depth) ?? { unknown: given };
}

function readList(given: readonly unknown[], depth: number): Found {
	const found = given.map((entry) => read(entry, depth + 1));
	const known = found.filter((entry) => 'messages' in entry);
	const [first] = found;
	if (known.length === 0) return first ?? { unknown: given };
	return {
		messages: known.flatMap(({ messages }) => messages),
		warnings: found.flatMap((entry, index) =>
			'messages' in entry ? entry.warnings : [leftOut(index + 1, entry.unknown)],
		),
	};
}

function readBody(given: JsonObject): ReceivedMessages | undefined {
	// The fields of a form may contain the objects of the body as JSON text
	const body = Object.fromEntries(
		Object.entries(given).map(([key, value]) => [key, jsonIn(value)]),
	);
	const reader = incomingReaders.find((candidate) => candidate.recognizes(body));
	if (reader === undefined) return undefined;
	const { provider } = reader;
	return {
		messages: reader.read(body).map((message) => ({ provider, ...message })),
		warnings: [],
	};
}

/** What is in a field of something that is not itself a body. */
function readInside(given: JsonObject, depth: number): ReceivedMessages | undefined {
	for (const key of CARRIERS) {
		const value = jsonIn(given[key]);
		const found = typeof value === 'object' ? read(value, depth + 1) : { unknown: value };
		if ('messages' in found) return found;
	}
	return undefined;
}

/** The output of n8n's Webhook node, or its `body` alone. */
function isWebhookOutput(given: JsonObject): boolean {
	return 'body' in given && Object.keys(given).every((key) => WEBHOOK_KEYS.includes(key));
}

function leftOut(place: number, unknown: unknown): FieldWarning {
	const content = isObject(unknown) ? contentOf(unknown) : 'it is not a JSON object';
	return {
		field: 'message',
		message: `Entry ${place} of the list is not from a known service (${content}) and was left out`,
	};
}

function contentOf(body: JsonObject): string {
	const keys = Object.keys(body);
	if (keys.length === 0) return 'it is empty';
	return `it has ${count(keys.length, 'key')}: ${list(keys.slice(0, 5))}`;
}

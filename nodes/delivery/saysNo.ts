/** Whether an answer with a 2xx status says that the message was not sent, and whether it may have been: one rule for all providers. */

import { isObject, type JsonObject } from '../contact/object';
import type { ProviderResponse, Refusal } from '../providers/provider';
import { namedIds } from './messageIds';

const DONE = /^(success|successful|ok|accepted|created|queued|pending|sent|delivered)$/i;
/** What some services put into their fields for codes and errors where there is no error. */
const NO_ERROR = /^(none|null|no|false|0+|2\d\d)$/i;
const FAILED =
	/^(error|err|fail|failed|failure|rejected|not[ _-]?sent|undelivered|undeliverable|expired|cancell?ed|denied)$/i;
const YES = /^(true|1|yes)$/i;
const NO = /^(false|0|no)$/i;
/** An HTTP status that a proxy or a framework wrote into a body. */
const HTTP_ERROR = /^[45]\d\d$/;
const YES_OR_NO = ['success', 'ok', 'sent'];
const STATUSES = ['status', 'statusCode', 'status_code', 'code'];
/** Where a single word says how it went. */
const WORDS = ['status', 'code', 'result', 'state'];
/** The same, deeper in an answer. */
const DEEP_WORDS = [...WORDS, 'groupName', 'ackName', 'message_status'];
const ERRORS = [
	'error',
	'errors',
	'err',
	'errorCode',
	'error_code',
	'errorMessage',
	'error_message',
];
/** Where services put what they say, one level down. */
const WRAPPERS = ['data', 'result', 'results', 'response', 'message'];
/** How deep errors are looked for: `data.messages[0].status`. */
const MAX_DEPTH = 5;

/**
 * Whether the JSON of a 2xx answer, or what it wraps, has `success`, `ok` or `sent` false or an error, or a `status`,
 * `code`, `result` or `state` that says so; or a code that the provider's own reading treats as an error.
 */
export function saysNo({ json }: ProviderResponse, { code }: Refusal): boolean {
	if (code !== undefined && isError(code)) return true;
	if (!isObject(json)) return false;
	if (/^false$/i.test(textOf(json['status']))) return true;
	if (STATUSES.some((key) => HTTP_ERROR.test(textOf(json[key])))) return true;
	return [json, ...WRAPPERS.map((key) => json[key])].some(
		(part) => isObject(part) && (denies(part) || saysFailed(part, WORDS)),
	);
}

function denies(part: JsonObject): boolean {
	return (
		// The state of a message that failed, in whatsapp-web.js and what builds on it
		part['ack'] === -1 ||
		YES_OR_NO.some((key) => NO.test(textOf(part[key]))) ||
		ERRORS.some((key) => isError(part[key]))
	);
}

function saysFailed(part: JsonObject, keys: readonly string[]): boolean {
	return keys.some((key) => FAILED.test(textOf(part[key])));
}

/** Whether any part of an answer says no, however deep it is. */
export function deniesAnywhere(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return false;
	if (depth > MAX_DEPTH) return false;
	const isDenied = isObject(value) && (denies(value) || saysFailed(value, DEEP_WORDS));
	return isDenied || Object.values(value).some((part) => deniesAnywhere(part, depth + 1));
}

/** Whether a field for codes or errors has one: services also return such a field with nothing or a zero in it. */
function isError(value: unknown, depth = 0): boolean {
	if (depth > MAX_DEPTH) return true;
	if (typeof value === 'object' && value !== null) {
		return Object.values(value).some((part) => isError(part, depth + 1));
	}
	const text = textOf(value).trim();
	return text !== '' && !NO_ERROR.test(text) && !DONE.test(text);
}

/** Whether an answer shows that the message may have been sent, whatever else it says. */
export function mayBeSent(json: unknown): boolean {
	return saysYes(json) || namesMessage(json);
}

/** Whether an answer calls itself a success. */
export function saysYes(json: unknown): boolean {
	if (!isObject(json)) return false;
	return (
		YES_OR_NO.some((key) => YES.test(textOf(json[key]))) ||
		WORDS.some((key) => DONE.test(textOf(json[key])))
	);
}

/** Text, numbers, true and false as text; the empty text for anything else. */
function textOf(value: unknown): string {
	return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

/** Whether an answer has the ID of a message. */
function namesMessage(json: unknown): boolean {
	return namedIds(json).some(({ value }) => isFilled(value));
}

function isFilled(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value);
}

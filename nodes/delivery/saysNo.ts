/** Whether the body of a 2xx answer says that the message was not sent, or names one that was: one rule for all providers. */

import { isObject, type JsonObject } from '../contact/object';
import type { ProviderResponse, Refusal } from '../providers/provider';

/** Codes that some services return with a success as well. */
const NO_ERROR = /^(success|ok|none|0|2\d\d)$/i;
const FAILED = /^(error|err|fail|failed|failure|rejected|not_?sent|undelivered|denied)$/i;
const NO = new Set<unknown>([false, 'false', 0, '0', 'no']);
/** An HTTP status that a proxy or a framework wrote into a body. */
const HTTP_ERROR = /^[45]\d\d$/;
const YES_OR_NO = ['success', 'ok'];
const STATUSES = ['status', 'statusCode', 'status_code', 'code'];
/** Keys whose value may be a single word that says how it went. */
const WORDS = ['status', 'code', 'result', 'state'];
const ERRORS = ['error', 'errors', 'err'];
const ERROR_DETAILS = ['errorCode', 'error_code', 'errorMessage', 'error_message'];
/** Keys of an object that has the above one level down. */
const WRAPPERS = ['data', 'result', 'results', 'response'];

/**
 * Whether the JSON of a 2xx answer, or what it wraps, has `success` or `ok` false, an error that is not empty; or itself
 * a `status`, `code`, `result` or `state` that says so; or a code that the provider's own reading treats as an error.
 */
export function saysNo({ json }: ProviderResponse, { code }: Refusal): boolean {
	if (code !== undefined && !NO_ERROR.test(code)) return true;
	if (!isObject(json)) return false;
	const { status } = json;
	if (status === false || status === 'false') return true;
	if (WORDS.some((key) => FAILED.test(textOf(json[key])))) return true;
	if (STATUSES.some((key) => HTTP_ERROR.test(textOf(json[key])))) return true;
	return [json, ...WRAPPERS.map((key) => json[key])].some((part) => isObject(part) && denies(part));
}

function denies(part: JsonObject): boolean {
	return (
		YES_OR_NO.some((key) => NO.has(part[key])) ||
		ERRORS.some((key) => isFilled(part[key])) ||
		ERROR_DETAILS.some((key) => isFilled(part[key]) && !NO_ERROR.test(textOf(part[key])))
	);
}

function isFilled(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
	return Boolean(value);
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Keys of a message's ID. A bare `id` may be that of the request. */
const MESSAGE_ID = /^(message_?id|message_?ids|id_?message|wamid)$/i;
/** Keys of what has the ID of a message as its `id`. */
const MESSAGE = /^(message|messages|key|info)$/i;
/** Levels of objects and lists that are searched: `data.messages[0].key.id` has four. */
const MAX_DEPTH = 5;

/** Whether the JSON of an answer has the ID of a message, whatever else it says: then the message may have been sent. */
export function namesMessage(json: unknown): boolean {
	return hasMessageId(json, false, 0);
}

/** @param isMessage whether an `id` in the value is that of a message */
function hasMessageId(value: unknown, isMessage: boolean, depth: number): boolean {
	if (depth > MAX_DEPTH) return false;
	if (Array.isArray(value)) {
		return value.some((entry) => hasMessageId(entry, isMessage, depth + 1));
	}
	if (!isObject(value)) return false;
	return Object.entries(value).some(([key, entry]) =>
		MESSAGE_ID.test(key) || (isMessage && /^id$/i.test(key))
			? isFilled(entry)
			: hasMessageId(entry, MESSAGE.test(key), depth + 1),
	);
}

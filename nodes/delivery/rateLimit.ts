import { isObject } from '../contact/object';
import type { ProviderResponse, Refusal } from '../providers/provider';

/** Seconds in a year. A longer wait, even one too large for a number, is reported as this. */
export const MAX_WAIT = 365 * 24 * 60 * 60;

/** Numbers from here on are unix milliseconds, as some services give them: as seconds they would be the year 5138. */
const FIRST_IN_MILLISECONDS = 1e11;

/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3),
 * `retry_after` in the body, `X-RateLimit-Reset` in unix seconds or milliseconds. Undefined if the answer says
 * nothing, or names a moment that has passed: then one of the two clocks is wrong. At most {@link MAX_WAIT}.
 *
 * @param now unix milliseconds
 */
export function waitAskedFor(
	{ headers, json }: ProviderResponse,
	{ retryAfter }: Refusal,
	now: number,
): number | undefined {
	const header = headers['retry-after']?.trim();
	if (header !== undefined && header !== '') {
		if (/^\d+(\.\d+)?$/.test(header)) return milliseconds(Number(header));
		const wait = waitUntil(Date.parse(header), now);
		if (wait !== undefined) return wait;
	}
	const inBody = [retryAfter, ...retryAfterInBody(json)].find(isWait);
	if (inBody !== undefined) return milliseconds(inBody);
	return resetWait(headers, now);
}

/**
 * How long to hold back after an answer that used up the limit (`X-RateLimit-Remaining: 0`), in milliseconds.
 *
 * @param now unix milliseconds
 */
export function usedUpWait({ headers }: ProviderResponse, now: number): number | undefined {
	return headers['x-ratelimit-remaining']?.trim() === '0' ? resetWait(headers, now) : undefined;
}

function resetWait(headers: ProviderResponse['headers'], now: number): number | undefined {
	const reset = headers['x-ratelimit-reset']?.trim();
	if (reset === undefined || !/^\d+(\.\d+)?$/.test(reset)) return undefined;
	const moment = Number(reset);
	return waitUntil(moment < FIRST_IN_MILLISECONDS ? moment * 1000 : moment, now);
}

/** @param moment unix milliseconds; NaN if there is none */
function waitUntil(moment: number, now: number): number | undefined {
	return moment > now ? milliseconds((moment - now) / 1000) : undefined;
}

function milliseconds(seconds: number): number {
	return Math.min(seconds, MAX_WAIT) * 1000;
}

function isWait(seconds: unknown): seconds is number {
	return typeof seconds === 'number' && seconds >= 0;
}

/** The values of `retry_after`, at the top of the body or one level down (`error`, `parameters`). */
function retryAfterInBody(json: unknown): unknown[] {
	if (!isObject(json)) return [];
	return [json, ...Object.values(json).filter(isObject)]
		.map((place) => place['retry_after'])
		.map((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value));
}

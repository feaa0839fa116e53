import type { ProviderResponse, Refusal } from '../providers/provider';

/**
 * How long an answer asks to wait, in milliseconds: `Retry-After` in seconds or as a date (RFC 9110, 10.2.3),
 * `retry_after` in the body, `X-RateLimit-Reset` in unix seconds. Undefined where the answer says nothing, or
 * names a moment that has passed: then one of the two clocks is off.
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
		if (/^\d+(\.\d+)?$/.test(header)) return Number(header) * 1000;
		const wait = waitUntil(Date.parse(header), now);
		if (wait !== undefined) return wait;
	}
	if (retryAfter !== undefined) return retryAfter * 1000;
	const inBody = retryAfterInBody(json);
	if (inBody !== undefined) return inBody * 1000;
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
	return waitUntil(Number(reset) * 1000, now);
}

/** @param moment unix milliseconds; NaN where there is none */
function waitUntil(moment: number, now: number): number | undefined {
	return moment > now ? moment - now : undefined;
}

/** `retry_after` in seconds, at the top of the body or one level down (`error`, `parameters`). */
function retryAfterInBody(json: unknown): number | undefined {
	if (!isRecord(json)) return undefined;
	const places = [json, ...Object.values(json).filter(isRecord)];
	return places
		.map((place) => place['retry_after'])
		.map((value) => (typeof value === 'string' && value.trim() !== '' ? Number(value) : value))
		.find((value): value is number => typeof value === 'number' && value >= 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

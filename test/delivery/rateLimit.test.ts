import { usedUpWait, waitAskedFor } from '../../nodes/delivery/rateLimit';
import { answer } from '../support/responses';

const NOON = Date.UTC(2026, 6, 1, 12);

describe('how long a provider asks to wait', () => {
	it.each([
		['Retry-After in seconds', { 'retry-after': '30' }, 30_000],
		['Retry-After with a fraction', { 'retry-after': '1.5' }, 1500],
		['Retry-After of no time at all', { 'retry-after': '0' }, 0],
		['Retry-After as a date', { 'retry-after': 'Wed, 01 Jul 2026 12:00:45 GMT' }, 45_000],
		[
			'X-RateLimit-Reset in unix seconds',
			{ 'x-ratelimit-reset': String(NOON / 1000 + 20) },
			20_000,
		],
		[
			'X-RateLimit-Reset in unix milliseconds',
			{ 'x-ratelimit-reset': String(NOON + 20_000) },
			20_000,
		],
		[
			'Retry-After before X-RateLimit-Reset',
			{ 'retry-after': '5', 'x-ratelimit-reset': String(NOON / 1000 + 20) },
			5000,
		],
	])('reads %s', (_name, headers: Record<string, string>, wait) => {
		expect(waitAskedFor(answer(429, '', headers), {}, NOON)).toBe(wait);
	});

	it.each([
		['at the top', { retry_after: 7 }],
		['as text', { retry_after: '7' }],
		['in the error', { error: { code: 1007, retry_after: 7 } }],
		['in the parameters', { ok: false, parameters: { retry_after: 7 } }],
	])('reads retry_after %s of the body', (_name, body) => {
		expect(waitAskedFor(answer(429, body), {}, NOON)).toBe(7000);
	});

	it('takes what the provider’s own reader found in the body', () => {
		expect(waitAskedFor(answer(429, {}), { retryAfter: 3 }, NOON)).toBe(3000);
	});

	const YEAR = 365 * 24 * 60 * 60 * 1000;
	it.each([
		['a text that no number holds', {}, { retry_after: '1e400' }],
		['a number of centuries', {}, { retry_after: 1e300 }],
		['a header of 400 digits', { 'retry-after': '9'.repeat(400) }, ''],
		['a reset of 400 digits', { 'x-ratelimit-reset': '9'.repeat(400) }, ''],
	])('treats %s as a year', (_name, headers: Record<string, string>, body) => {
		expect(waitAskedFor(answer(429, body, headers), {}, NOON)).toBe(YEAR);
	});

	it('limits what the provider’s own reader found to a year as well, and ignores what is no time', () => {
		expect(waitAskedFor(answer(429, {}), { retryAfter: Infinity }, NOON)).toBe(YEAR);
		expect(waitAskedFor(answer(429, {}), { retryAfter: -1 }, NOON)).toBeUndefined();
		expect(waitAskedFor(answer(429, {}), { retryAfter: NaN }, NOON)).toBeUndefined();
	});

	it.each([
		['nothing', {}, ''],
		['text that is no number', {}, { retry_after: 'NaN' }],
		['words', { 'retry-after': 'soon' }, ''],
		['an empty header', { 'retry-after': ' ' }, ''],
		['a negative number', { 'retry-after': '-5' }, ''],
		['a date that has passed', { 'retry-after': 'Wed, 01 Jul 2026 11:59:00 GMT' }, ''],
		['a reset that has passed', { 'x-ratelimit-reset': String(NOON / 1000 - 1) }, ''],
		['a reset that is no moment', { 'x-ratelimit-reset': 'tomorrow' }, ''],
		['a body with words', {}, { retry_after: 'later' }],
		['a body with nothing in it', {}, { retry_after: ' ' }],
		['a body with a negative number', {}, { retry_after: -1 }],
		['a body that is a list', {}, [null, 5]],
	])('finds no time in %s', (_name, headers: Record<string, string>, body) => {
		expect(waitAskedFor(answer(429, body, headers), {}, NOON)).toBeUndefined();
	});
});

describe('a limit that is used up', () => {
	const reset = String(NOON / 1000 + 12);

	it('is held until its reset', () => {
		const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
		expect(usedUpWait(answer(200, {}, headers), NOON)).toBe(12_000);
	});

	it.each([
		['requests are left', { 'x-ratelimit-remaining': '1', 'x-ratelimit-reset': reset }],
		['no reset is given', { 'x-ratelimit-remaining': '0' }],
		['nothing is given', {}],
	])('holds nothing where %s', (_name, headers: Record<string, string>) => {
		expect(usedUpWait(answer(200, {}, headers), NOON)).toBeUndefined();
	});
});

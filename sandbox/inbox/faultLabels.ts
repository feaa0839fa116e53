/** The faults, in words. */
import { FAULT_KINDS, type FaultKind } from '../faults/kinds';
import type { Fault } from '../faults/rules';
import type { InboxFault } from './model';

/** A label for every way to misbehave. */
const LABELS: Readonly<Record<FaultKind, string>> = {
	'429-retry-after': '429 Too many requests, with Retry-After',
	'429-retry-date': '429 Too many requests, Retry-After as a date',
	'429-reset': '429 Too many requests, with X-RateLimit-Reset',
	'429-body': '429 Too many requests, the wait in the body',
	'429-bare': '429 Too many requests, no wait given',
	'500-json': '500 Internal Server Error',
	'502-html': '502 Bad Gateway, as a web page',
	'503-xml': '503 Service Unavailable, as XML',
	'504': '504 Gateway Time-out',
	'401': '401 Unauthorized',
	slow: 'A slow answer',
	hang: 'No answer: the connection stays open',
	'hang-after': 'The card is accepted, then no answer',
	'reset-before': 'The connection is cut at once',
	'reset-after': 'The card is accepted, then the connection is cut',
	'wrong-content-type': 'The right answer, labeled as HTML',
	'html-200': '200 with a sign-in page',
	'empty-200': '200 with an empty body',
	truncated: 'An answer that is cut off',
	'success-false': '200 that says it failed',
	'redirect-302': '302 redirect',
	'redirect-307': '307 redirect',
	echo: '500 that repeats the request, secrets too',
};

/** The ways to misbehave that a person can choose. */
export function faultKinds(): Array<{ kind: FaultKind; label: string }> {
	return FAULT_KINDS.map((kind) => ({ kind, label: LABELS[kind] }));
}

/** The faults that have not finished striking. */
export function inboxFaults(
	faults: ReadonlyArray<Readonly<Fault & { struck: number }>>,
): InboxFault[] {
	return faults
		.filter(({ times, struck }) => times === undefined || struck < times)
		.map(({ provider, kind, times, struck, taken }) => ({
			provider: provider ?? '',
			kind,
			label: LABELS[kind],
			left: times === undefined ? null : times - struck,
			taken,
		}));
}

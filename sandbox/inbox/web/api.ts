/** The page's requests to the sandbox. */
import type { FaultRule } from '../../faults/rules';
import type { InboxDetails, InboxEvent } from '../model';

const INBOX = '/_sandbox/inbox/';

/** Fetches what a click on a card shows. */
export async function fetchDetails(id: number): Promise<InboxDetails> {
	const response = await fetch(`${INBOX}cards/${String(id)}`);
	if (!response.ok) throw new Error('This card is no longer there');
	const details: unknown = await response.json();
	if (!isDetails(details)) throw new Error('The sandbox answered with something other than a card');
	return details;
}

/** Parses an event from the stream. */
export function readEvent(data: string): InboxEvent | null {
	const event: unknown = JSON.parse(data);
	return isEvent(event) ? event : null;
}

/** The path of a card's .vcf file. */
export function vcfAddress(id: number): string {
	return `${INBOX}cards/${String(id)}.vcf`;
}

/** The path of the stream of events. */
export const EVENTS = `${INBOX}events`;

/** Forgets every card and request. */
export async function clearAll(): Promise<void> {
	await call('DELETE', '/_sandbox/deliveries');
}

/** Sends the sample workflows; resolves when all are sent. */
export async function sendSamples(): Promise<void> {
	await call('POST', `${INBOX}samples`, {});
}

/** Adds a fault. */
export async function addFault(rule: FaultRule): Promise<void> {
	await call('POST', '/_sandbox/faults', rule);
}

/** Ends every fault. */
export async function clearFaults(): Promise<void> {
	await call('DELETE', '/_sandbox/faults');
}

// Both sides are of the same version: this only needs to tell one kind of answer from another
function isDetails(value: unknown): value is InboxDetails {
	return typeof value === 'object' && value !== null && 'vcards' in value;
}

function isEvent(value: unknown): value is InboxEvent {
	return typeof value === 'object' && value !== null && 'kind' in value;
}

async function call(method: string, address: string, body?: unknown): Promise<void> {
	const response = await fetch(address, {
		method,
		...(body === undefined
			? {}
			: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
	if (response.ok) return;
	const answer: unknown = await response.json().catch(() => null);
	const error =
		typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : '';
	throw new Error(error || `The sandbox answered ${String(response.status)}`);
}

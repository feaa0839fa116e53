/** What the page asks of the sandbox. */
import type { FaultRule } from '../../faults/rules';
import type { InboxDetails, InboxEvent } from '../model';

const INBOX = '/_sandbox/inbox/';

/** What a click on a card shows. */
export async function fetchDetails(id: number): Promise<InboxDetails> {
	const response = await fetch(`${INBOX}cards/${String(id)}`);
	if (!response.ok) throw new Error('This card is no longer there');
	const details: unknown = await response.json();
	if (!isDetails(details)) throw new Error('The sandbox answered with something else than a card');
	return details;
}

/** What the stream of news sends, read. */
export function readEvent(data: string): InboxEvent | null {
	const event: unknown = JSON.parse(data);
	return isEvent(event) ? event : null;
}

/** Where a card's .vcf file is. */
export function vcfAddress(id: number): string {
	return `${INBOX}cards/${String(id)}.vcf`;
}

/** Where the news come from. */
export const EVENTS = `${INBOX}events`;

/** Forgets every card and request. */
export async function clearAll(): Promise<void> {
	await call('DELETE', '/_sandbox/deliveries');
}

/** Sends the sample workflows; ends when all are sent. */
export async function sendSamples(): Promise<void> {
	await call('POST', `${INBOX}samples`, {});
}

/** Makes requests fail. */
export async function addFault(rule: FaultRule): Promise<void> {
	await call('POST', '/_sandbox/faults', rule);
}

/** Ends every fault. */
export async function clearFaults(): Promise<void> {
	await call('DELETE', '/_sandbox/faults');
}

// Both sides are of one project and of one version: it is enough to know which of its answers this is
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
	const told =
		typeof answer === 'object' && answer !== null && 'error' in answer ? String(answer.error) : '';
	throw new Error(told || `The sandbox answered ${String(response.status)}`);
}

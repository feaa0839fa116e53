import { kindOfBody, shorten } from '../failures/providerWords';
import type { Redactor } from '../failures/redaction';
import type { Outcome, Provider, ProviderResponse, Refusal } from '../providers/provider';

/** Maximum characters of the provider's own words, or of an address, in a title. */
const TITLE_WORDS = 200;

const JSON_TEXT = /^(?:\{|\[[[{"\d])/;

/** Whether a status names another address (RFC 9110, 15.4); a 304 and other statuses below 400 mean nothing after a POST. */
export function isRedirect(status: number): boolean {
	return [300, 301, 302, 303, 307, 308].includes(status);
}

/** What happened, as a sentence without its full stop. `words` and `code` are redacted already. */
export function answerTitle(
	{ displayName }: Provider,
	response: ProviderResponse,
	{ words, code, redact }: { words: string; code: string | undefined; redact: Redactor },
	outcome: Outcome,
	what: 'card' | 'text',
): string {
	const { status, headers } = response;
	if (isRedirect(status)) {
		const location = headers['location'];
		return `${displayName} redirects to another address${location === undefined ? '' : ` (${shorten(redact(location), TITLE_WORDS)})`}`;
	}
	if (status < 400 && outcome === 'unknown') {
		return `${displayName} answered ${String(status)} with ${kindOfBody(response)}, which is not a receipt`;
	}
	// JSON without any words says nothing to a person
	const short = JSON_TEXT.test(words) ? '' : withoutFullStop(shorten(words, TITLE_WORDS));
	const details = new Set([String(status), code]);
	details.delete(short);
	details.delete(undefined);
	const verb = outcome === 'notSent' ? `refused the ${what}` : 'failed';
	return `${displayName} ${verb} (${[...details].join(' ')})${short === '' ? '' : `: ${short}`}`;
}

function withoutFullStop(text: string): string {
	let end = text.length;
	while (/[.\s]/.test(text.charAt(end - 1))) end -= 1;
	return text.slice(0, end);
}

/** What to do, as one sentence; empty if nobody can know. */
export function answerFix(
	{ status }: ProviderResponse,
	{ advice }: Refusal,
	outcome: Outcome,
): string {
	if (isRedirect(status)) {
		return 'In the credential, set the Base URL to an address that does not redirect.';
	}
	if (advice !== undefined) return advice;
	if (outcome === 'notSent')
		return STATUS_ADVICE[status] ?? 'Correct what the provider names, then send again.';
	return status < 400 ? 'Check that the Base URL in the credential is the address of the API.' : '';
}

const STATUS_ADVICE: Record<number, string> = {
	401: 'Check the credential.',
	402: 'Check the plan and the balance of the account.',
	403: 'Check the credential and its permissions.',
	404: 'Check the Base URL in the credential, and the IDs.',
	405: 'Check the Base URL in the credential: it is not the address of the API.',
	407: 'A proxy between n8n and the service asks for a login: ask whoever runs n8n.',
	413: 'Leave out the photo, or send fewer contacts in one card.',
	429: 'Wait, or lower Messages per Minute.',
	503: 'Send it again in a minute.',
};

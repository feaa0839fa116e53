import type { Failure } from './failure';

/** The page of this package's documentation with a heading for each failure. */
const TROUBLESHOOTING =
	'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/blob/main/docs/troubleshooting.md';

/** Where people report bugs. */
export const ISSUES = 'https://github.com/n8n-nodes-contact-card/n8n-nodes-contact-card/issues';

/** The page that says more about a failure; undefined if there is none. */
export function helpPage({ outcome, httpCode, code, field, isBug }: Failure): string | undefined {
	if (isBug === true) return undefined;
	if (outcome === 'unknown') return `${TROUBLESHOOTING}#the-card-may-have-arrived`;
	if (httpCode === '429') return `${TROUBLESHOOTING}#too-many-requests`;
	if (httpCode !== undefined) return `${TROUBLESHOOTING}#the-card-was-refused`;
	if (code !== undefined || field === 'baseUrl') {
		return `${TROUBLESHOOTING}#the-provider-could-not-be-reached`;
	}
	return field === 'recipient' ? `${TROUBLESHOOTING}#the-recipient-is-refused` : undefined;
}

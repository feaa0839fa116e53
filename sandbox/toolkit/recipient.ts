/** A recipient without `+`, spaces and the part after `@`, so that its spellings compare equal. */
export function recipientKey(recipient: string): string {
	return (recipient.split('@')[0] ?? '').replace(/[\s+]/g, '');
}

/** A recipient without `+`, spaces and the part after `@`, so that all its spellings are equal. */
export function recipientKey(recipient: string): string {
	return (recipient.split('@')[0] ?? '').replace(/[\s+]/g, '');
}

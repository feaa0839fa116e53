/** The accounts of the sandbox's WWebJS API: invented, and good for nothing elsewhere. */
export const account = {
	apiKey: 'sandbox-wwebjs-key',
	session: 'sales',
	secondSession: 'support',
	/** Waits for its QR code to be scanned: 404 `session_not_connected`. */
	unpairedSession: 'unpaired',
	/** Its browser is gone: 404 `browser tab closed`. */
	crashedSession: 'crashed',
	group: '120363040000000001@g.us',
	/** A message of the recipient's that can be replied to; others are not there. */
	knownMessage: 'false_447700900001@c.us_3EB0AA',
} as const;

/** The sandbox's WWebJS API accounts: invented, and useless elsewhere. */
export const account = {
	apiKey: 'sandbox-wwebjs-key',
	session: 'sales',
	secondSession: 'support',
	/** Its QR code has not been scanned: 404 `session_not_connected`. */
	unpairedSession: 'unpaired',
	/** Its browser has crashed: 404 `browser tab closed`. */
	crashedSession: 'crashed',
	group: '120363040000000001@g.us',
	/** The only message from the recipient that a card can reply to. */
	knownMessage: 'false_447700900001@c.us_3EB0AA',
} as const;

/** The accounts of the sandbox's WAHA: invented, and good for nothing elsewhere. */
export const account = {
	apiKey: 'sandbox-waha-key',
	/** A key for the session `sales` alone: 403 for others. */
	salesKey: 'sandbox-waha-sales-key',
	/** Of the engine GOWS. */
	session: 'default',
	secondSession: 'sales',
	/** Of the engine NOWEB, which answers with the message of its library. */
	nowebSession: 'noweb',
	/** NOWEB of 2024, which answers with nothing. */
	silentSession: 'noweb-2024',
	/** WPP, which sends a name and one number of each contact, and no reply. */
	wppSession: 'wpp',
	/** WEBJS, whose engine sends no contact cards: 501, and 422 in 2024. */
	webjsSession: 'webjs',
	oldWebjsSession: 'webjs-2024',
	/** Waits for its QR code to be scanned: 422. */
	unpairedSession: 'unpaired',
	/** Is starting: 422, once, then it works. */
	startingSession: 'starting',
	failedSession: 'failed',
	/** Known, but not running: 404. */
	stoppedSession: 'stopped',
} as const;

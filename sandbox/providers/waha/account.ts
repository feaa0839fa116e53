/** The sandbox's WAHA accounts: invented, and useless elsewhere. */
export const account = {
	apiKey: 'sandbox-waha-key',
	/** A key for the session `sales` only: 403 for others. */
	salesKey: 'sandbox-waha-sales-key',
	/** Runs the engine GOWS. */
	session: 'default',
	secondSession: 'sales',
	/** Runs the engine NOWEB, which answers with its library's message. */
	nowebSession: 'noweb',
	/** NOWEB of 2024, whose answers are empty. */
	silentSession: 'noweb-2024',
	/** WPP, which sends a name and one number of each contact, and cannot reply. */
	wppSession: 'wpp',
	/** WEBJS, which cannot send contact cards: 501, or 422 in 2024. */
	webjsSession: 'webjs',
	oldWebjsSession: 'webjs-2024',
	/** Its QR code has not been scanned: 422. */
	unpairedSession: 'unpaired',
	/** Still starting the first time: 422, then it works. */
	startingSession: 'starting',
	failedSession: 'failed',
	/** Known, but not running: 404. */
	stoppedSession: 'stopped',
} as const;

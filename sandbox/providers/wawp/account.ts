/** The sandbox's Wawp accounts: invented, and useless elsewhere. */
export const account = {
	accessToken: 'sandbox-wawp-token',
	instanceId: 'SANDBOX00001',
	/** 401 as XML. */
	xmlToken: 'sandbox-wawp-xml-token',
	/** A session that no longer exists: 404 with `code: invalid_session`. */
	goneInstance: 'SANDBOXGONE1',
	/** 404 as XML. */
	xmlInstance: 'SANDBOXXML01',
	/** Its QR code has not been scanned: 422, as in WAHA. */
	unpairedInstance: 'SANDBOXSCAN1',
} as const;

/** Recipients that Wawp refuses in its own formats: its documentation lists JSON, XML, HTML and plain text. */
export const specialNumbers = {
	/** 400 as XML. */
	xml400: '12025550194',
	/** 400 as plain text. */
	text400: '12025550195',
	/** 500 as HTML. */
	html500: '12025550196',
	/** 502 as JSON. */
	json502: '12025550197',
	/** 502 as XML. */
	xml502: '12025550198',
	/** 200 with an error code inside. */
	code200: '12025550199',
	/** 429 as JSON, without a wait. */
	json429: '12025550189',
} as const;

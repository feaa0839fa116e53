/** The accounts of the sandbox's Wawp: invented, and good for nothing elsewhere. */
export const account = {
	accessToken: 'sandbox-wawp-token',
	instanceId: 'SANDBOX00001',
	/** 401 as XML. */
	xmlToken: 'sandbox-wawp-xml-token',
	/** A session that is gone: 404 with `code: invalid_session`. */
	goneInstance: 'SANDBOXGONE1',
	/** 404 as XML. */
	xmlInstance: 'SANDBOXXML01',
	/** Waits for its QR code to be scanned: 422, as WAHA answers. */
	unpairedInstance: 'SANDBOXSCAN1',
} as const;

/** Recipients that Wawp refuses in forms that only it has: its documents list JSON, XML, HTML and plain text. */
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
	/** 429 as JSON, no time given. */
	json429: '12025550189',
} as const;

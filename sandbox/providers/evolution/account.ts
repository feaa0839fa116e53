/** The sandbox's Evolution accounts: invented, and useless elsewhere. */
export const account = {
	/** The global key, for all instances. */
	apiKey: 'sandbox-evolution-key',
	/** The token of `sales`. */
	instanceToken: 'sandbox-evolution-token-sales',
	instance: 'sales',
	secondInstance: 'support',
	/** Not connected to WhatsApp: 500 `Connection Closed`. */
	closedInstance: 'offline',
	/** Sends through Meta's Cloud API, whose errors come with status 201. */
	metaInstance: 'official',
	/** Known, but not loaded: 500. */
	unloadedInstance: 'asleep',
	/** Of a version 2.4 server without a license: 503. */
	unlicensedInstance: 'unlicensed',
	group: '120363040000000001@g.us',
} as const;

/** A recipient to whom Evolution sends, but then cannot save the message: 400 with the text of an error. */
export const specialNumbers = { savesNothing: '12025550188' } as const;

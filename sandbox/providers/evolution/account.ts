/** The accounts of the sandbox's Evolution: invented, and good for nothing elsewhere. */
export const account = {
	/** The global key: all instances. */
	apiKey: 'sandbox-evolution-key',
	/** The token of `sales`. */
	instanceToken: 'sandbox-evolution-token-sales',
	instance: 'sales',
	secondInstance: 'support',
	/** Not connected to WhatsApp: 500 `Connection Closed`. */
	closedInstance: 'offline',
	/** Through Meta's Cloud API, whose errors come with status 201. */
	metaInstance: 'official',
	/** Known, and not loaded: 500. */
	unloadedInstance: 'asleep',
	/** Of a server of version 2.4 that has no license yet: 503. */
	unlicensedInstance: 'unlicensed',
	group: '120363040000000001@g.us',
} as const;

/** Recipients to whom Evolution sends what it then cannot save: 400 with an error's text. */
export const specialNumbers = { savesNothing: '12025550188' } as const;

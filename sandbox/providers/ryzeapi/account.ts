/** The accounts of the sandbox's RyzeAPI: invented, and good for nothing elsewhere. */
export const account = {
	/** TokenAccount: all instances. */
	accountToken: 'sandbox-token',
	/** TokenInstance of `sales`. */
	instanceToken: 'sandbox-token-sales',
	instance: 'sales',
	secondInstance: 'support',
	/** Not connected to WhatsApp: 503. */
	offlineInstance: 'offline',
} as const;

export const settings = {
	/** Requests a minute per token, as documented. */
	perMinute: 100,
};
export type RyzeapiSettings = typeof settings;

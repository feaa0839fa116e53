/** The sandbox's RyzeAPI accounts: invented, and useless elsewhere. */
export const account = {
	/** TokenAccount, for all instances. */
	accountToken: 'sandbox-token',
	/** TokenInstance, for `sales`. */
	instanceToken: 'sandbox-token-sales',
	instance: 'sales',
	secondInstance: 'support',
	/** Not connected to WhatsApp: 503. */
	offlineInstance: 'offline',
} as const;

export const settings = {
	/** Requests per minute and token, as documented. */
	perMinute: 100,
};
export type RyzeapiSettings = typeof settings;

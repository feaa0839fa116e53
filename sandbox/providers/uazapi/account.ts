/** The sandbox's uazapiGO accounts: invented, and useless elsewhere. */
export const account = {
	token: 'sandbox-uazapi-token',
	/** An instance that is not connected to WhatsApp: 500. */
	offlineToken: 'sandbox-uazapi-offline',
	adminToken: 'sandbox-uazapi-admin',
	group: '120363040000000001@g.us',
} as const;

/** A recipient for whom the server answers once that there are too many requests. */
export const specialNumbers = { tooMany: '12025550186' } as const;

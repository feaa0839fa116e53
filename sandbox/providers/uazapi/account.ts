/** The accounts of the sandbox's uazapiGO: invented, and good for nothing elsewhere. */
export const account = {
	token: 'sandbox-uazapi-token',
	/** An instance that is not connected to WhatsApp: 500. */
	offlineToken: 'sandbox-uazapi-offline',
	adminToken: 'sandbox-uazapi-admin',
	group: '120363040000000001@g.us',
} as const;

/** A recipient to whom the server answers that it is asked too often, once. */
export const specialNumbers = { tooMany: '12025550186' } as const;

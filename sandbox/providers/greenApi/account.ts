/** The sandbox's GREEN-API accounts: invented, and useless elsewhere. */
export const account = {
	idInstance: '7103000001',
	apiTokenInstance: 'sandbox-green-api-token-000000000000000000000000000',
	/** An instance that is not linked to WhatsApp, with the same token: 400. */
	unlinkedInstance: '7103000002',
	/** An instance whose quota is used up: 466. */
	usedUpInstance: '7103000003',
	/** An instance that answers a wrong token with 200 and a `code`. */
	oddInstance: '7103000004',
	group: '120363040000000001@g.us',
} as const;

/** A number whose look-up takes too long: 400. */
export const specialNumbers = { isCheckedTooLong: '12025550188' } as const;

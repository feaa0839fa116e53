/** The sandbox's WuzAPI accounts: invented, and useless elsewhere. */
export const account = {
	token: 'sandbox-wuzapi-token',
	/** Connected, but not logged in to WhatsApp: a send is a 500. */
	loggedOutToken: 'sandbox-wuzapi-logged-out',
	/** A user whose session was never started: 500 `no session`. */
	sleepingToken: 'sandbox-wuzapi-asleep',
	adminToken: 'sandbox-wuzapi-admin',
	group: '120363040000000001@g.us',
} as const;

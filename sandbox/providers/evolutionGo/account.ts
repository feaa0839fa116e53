/** The sandbox's Evolution Go accounts: invented, and useless elsewhere. */
export const account = {
	/** The token of the instance that works. */
	apiKey: 'sandbox-evolution-go-token',
	/** The token of an instance whose QR code has not been scanned: 500 `client disconnected`. */
	loggedOutToken: 'sandbox-evolution-go-token-logged-out',
	/** The token of an instance without a session: 400 to its status, 500 `no active session found` to the rest. */
	sleepingToken: 'sandbox-evolution-go-token-asleep',
	/** The server's global key, which cannot send: 401. */
	globalKey: 'sandbox-evolution-go-global-key',
	group: '120363040000000001@g.us',
	newsletter: '120363040000000009@newsletter',
} as const;

/** A number for which WhatsApp does not answer: `POST /user/check` then has no data. */
export const specialNumbers = { notAnswered: '12025550188' } as const;

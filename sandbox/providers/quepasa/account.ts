/** The sandbox's Quepasa accounts: invented, and useless elsewhere. */
export const account = {
	/** The token of a connection that is ready; the server ignores its case. */
	token: 'sandbox-quepasa-token',
	/** The token of a connection that is not ready: 503. */
	connectingToken: 'sandbox-quepasa-token-connecting',
	/** The token of a connection that the server has not opened yet: 400 for lists, 503 for the rest. */
	absentToken: 'sandbox-quepasa-token-absent',
	group: '120363040000000001@g.us',
} as const;

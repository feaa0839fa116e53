/** The accounts of the sandbox's Quepasa: invented, and good for nothing elsewhere. */
export const account = {
	/** The token of a connection that is ready; the server compares without regard to case. */
	token: 'sandbox-quepasa-token',
	/** The token of a connection that is not ready: 503. */
	connectingToken: 'sandbox-quepasa-token-connecting',
	/** The token of a connection that the server has not made yet: 400 to its lists, 503 to the rest. */
	absentToken: 'sandbox-quepasa-token-absent',
	group: '120363040000000001@g.us',
} as const;

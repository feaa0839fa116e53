/** The accounts of the sandbox's Quepasa: invented, and good for nothing elsewhere. */
export const account = {
	/** The token of a connection that is ready; the server compares without regard to case. */
	token: 'sandbox-quepasa-token',
	/** The token of a connection that is not ready: 503. */
	connectingToken: 'sandbox-quepasa-token-connecting',
	group: '120363040000000001@g.us',
} as const;

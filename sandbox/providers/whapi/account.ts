/** The accounts of the sandbox's Whapi.Cloud: invented, and good for nothing elsewhere. */
export const account = {
	token: 'sandbox-whapi-token',
	/** The token of a channel whose phone is not linked: 401, with words of its own. */
	unlinkedToken: 'sandbox-whapi-token-unlinked',
	/** The token of a channel whose trial is used up: 402. */
	trialToken: 'sandbox-whapi-token-trial',
	/** The token of a channel that is stopped, and that `GET /health` starts unless `wakeup` is false. */
	stoppedToken: 'sandbox-whapi-token-stopped',
	group: '120363040000000001@g.us',
	/** The channel may not write there: 403. */
	closedGroup: '120363040000000007@g.us',
} as const;

export const specialNumbers = {
	/** A recipient whom Whapi.Cloud answers with 200 and `sent: false`. */
	isNotSent: '12025550189',
	/** A number whose look-up takes longer than its answer. */
	isLookedUpLater: '12025550188',
} as const;

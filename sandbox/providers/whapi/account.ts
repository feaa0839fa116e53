/** The sandbox's Whapi.Cloud accounts: invented, and useless elsewhere. */
export const account = {
	token: 'sandbox-whapi-token',
	/** The token of a channel whose phone is not linked: 401 with its own text. */
	unlinkedToken: 'sandbox-whapi-token-unlinked',
	/** The token of a channel whose trial is used up: 402. */
	trialToken: 'sandbox-whapi-token-trial',
	/** The token of a stopped channel, which `GET /health` starts unless `wakeup` is false. */
	stoppedToken: 'sandbox-whapi-token-stopped',
	group: '120363040000000001@g.us',
	/** The channel is not allowed to write there: 403. */
	closedGroup: '120363040000000007@g.us',
} as const;

export const specialNumbers = {
	/** A recipient for whom Whapi.Cloud answers 200 with `sent: false`. */
	isNotSent: '12025550189',
	/** A number whose look-up has not finished when the service answers. */
	isLookedUpLater: '12025550188',
} as const;

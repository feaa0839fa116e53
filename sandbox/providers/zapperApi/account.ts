/** The sandbox's ZapperAPI accounts: invented, and useless elsewhere. */
export const account = {
	apiKey: 'sandbox-zapper-key',
	instanceId: 'sandbox-instance',
	/** An instance that belongs to another key: 403. */
	otherInstanceId: 'other-instance',
	group: '120363040000000001@g.us',
} as const;

export const specialNumbers = {
	/** 200 with an empty body. */
	noAnswer: '12025550150',
	/** 200 with the ID itself as `key`. */
	bareKey: '12025550151',
} as const;

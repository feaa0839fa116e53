/** The accounts of the sandbox's ZapperAPI: invented, and good for nothing elsewhere. */
export const account = {
	apiKey: 'sandbox-zapper-key',
	instanceId: 'sandbox-instance',
	/** An instance of another key: 403. */
	otherInstanceId: 'other-instance',
	group: '120363040000000001@g.us',
} as const;

export const specialNumbers = {
	/** 200 with an empty body. */
	noAnswer: '12025550150',
	/** 200 with the id as `key` itself. */
	bareKey: '12025550151',
} as const;

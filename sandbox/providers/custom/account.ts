/** The account of the sandbox's custom services: invented, and useless elsewhere. */
export const account = {
	/** A bearer token, the password of `username`, or the value of the header or parameter `name`. */
	secret: 'sandbox-custom-secret',
	name: 'x-token',
	username: 'sandbox',
} as const;

export const specialNumbers = {
	/** The fork answers 200 with `status: "rejected"`. */
	rejected: '12025550150',
	/** The fork is not connected the first time: 503, and nothing was sent. */
	offlineOnce: '12025550151',
} as const;

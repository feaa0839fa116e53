/** The sandbox's WhatsApp Cloud accounts: invented, and useless elsewhere. */
export const account = {
	/** Also 360dialog's API key for the first number. */
	accessToken: 'sandbox-whatsapp-cloud-token',
	/** 190: it has expired. */
	expiredToken: 'sandbox-whatsapp-cloud-expired',
	/** 10: it is not allowed to send messages. */
	powerlessToken: 'sandbox-whatsapp-cloud-powerless',
	phoneNumberId: '100000000000001',
	secondPhoneNumberId: '100000000000002',
	/** A number that was deleted: 33. */
	deletedPhoneNumberId: '100000000009999',
	businessAccountId: '200000000000001',
	/** A person with a username, whose number is hidden from the business. */
	userId: 'GB.13491208655302741918',
	/** `capi_group:447700900930:120363040000000001`, as the Groups API writes it. */
	group: 'Y2FwaV9ncm91cDo0NDc3MDA5MDA5MzA6MTIwMzYzMDQwMDAwMDAwMDAxZD',
} as const;

/** Recipients that Meta refuses, each with its code. */
export const specialNumbers = {
	/** Has not written for 24 hours: 131047. */
	outsideWindow: '12025550150',
	/** Got too many messages the first time: 131056, then it is accepted. */
	pairLimitOnce: '12025550151',
	/** The same, every time. */
	pairLimit: '12025550152',
	/** Not on the list of a test number: 131030. */
	notAllowed: '12025550153',
	/** The number sends too fast the first time: 130429, then it is accepted. */
	throughputOnce: '12025550154',
	/** Reported as spam: 131048. */
	spam: '12025550155',
	/** The account is locked: 131031, 403. */
	locked: '12025550156',
	/** Cannot be charged: 131042. */
	unpaid: '12025550157',
	/** In maintenance: 131057, 500. */
	maintenance: '12025550158',
	/** An error of Meta's that says nothing about the message: 2, 503. */
	overloaded: '12025550159',
} as const;

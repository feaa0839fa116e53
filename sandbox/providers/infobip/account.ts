/** The sandbox's Infobip accounts: invented, and useless elsewhere. */
export const account = {
	apiKey: 'sandbox-infobip-key',
	/** Without the scope for WhatsApp: 403. */
	powerlessKey: 'sandbox-infobip-powerless',
	sender: '447700900930',
	secondSender: '447700900931',
} as const;

export const specialNumbers = {
	/** 200, but the message is rejected. */
	rejected: '12025550150',
	/** 200, but the message cannot be delivered. */
	undeliverable: '12025550151',
	/** A refusal in the newer form. */
	newForm: '12025550152',
} as const;

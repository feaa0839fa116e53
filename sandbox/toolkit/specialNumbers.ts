/**
 * Numbers that the sandbox's WhatsApp treats specially; each provider answers in its own words, in its send.ts. All are
 * from +1 202 555 01xx, reserved for fiction. Those of a single provider are in its account.ts.
 */
export const SPECIAL_NUMBERS = {
	/** Not on WhatsApp. */
	notOnWhatsApp: '12025550190',
	/** WhatsApp's reach-out lock, error 463. */
	reachoutLock: '12025550191',
	/** WhatsApp never confirms. */
	neverConfirms: '12025550192',
	/** WhatsApp rejects the send. */
	sendFails: '12025550193',
	/** A look-up answers with the id of somebody else. */
	idOfAnother: '12025550187',
} as const;

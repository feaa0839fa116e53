/** The sandbox's Chert accounts: invented, and useless elsewhere. */
export const account = {
	signingSecret: '0123456789abcdef0123456789abcdef',
	tenant: 'sandbox-tenant',
	/** An account with two tenants, which must name one in every request. */
	multiTenantSecret: 'fedcba9876543210fedcba9876543210',
	multiTenants: ['sandbox-north', 'sandbox-south'],
	chatId: 'ch_01HSANDBOX000000000000001',
	/** No pinned line: 501 with code 4099, as the page of send-contact says. */
	noLineChat: 'ch_no_line',
	/** A line without contact bubbles: 422 with code 4099, as the table of codes says. */
	noBubbleChat: 'ch_no_bubble',
	/** Delivery failed: 502 with code 4001, retryable. */
	failingChat: 'ch_failing',
	/** The line is busy: 503 with code 4002, retryable after 2 seconds. */
	busyChat: 'ch_line_busy',
} as const;

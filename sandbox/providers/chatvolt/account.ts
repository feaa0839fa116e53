/** The sandbox's Chatvolt accounts: invented, and useless elsewhere. */
export const account = {
	apiKey: 'sandbox-chatvolt-key',
	agentId: 'agent-001',
	conversationId: 'conv-001',
	/** An agent of another organization: 403. */
	foreignAgent: 'agent-foreign',
	/** An agent whose plan has no messages left: 402. */
	spentAgent: 'agent-no-credit',
	/** The contact has not written for 24 hours: 406. */
	expiredConversation: 'conv-expired',
	/** Meta rejects the message: 500. */
	rejectedConversation: 'conv-meta-rejected',
	/** The channel is a website chat, which has no contact cards: 400. */
	websiteConversation: 'conv-website',
} as const;

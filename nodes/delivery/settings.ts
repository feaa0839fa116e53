/** How fast, how often and how long a run sends: the node's options. */
export interface DeliverySettings {
	/** Recipients served at the same time. */
	concurrency: number;
	/** Requests in any 60 seconds; 0 for no limit. */
	messagesPerMinute: number;
	/** Milliseconds between the starts of two requests. */
	interval: number;
	/** How often one request is repeated. */
	maxRetries: number;
	/** Seconds that a wait may last. */
	maxRetryWait: number;
	/** Whether a failure lets the other cards go out. */
	continueOnFail: boolean;
	/** Whether receipts keep the provider's answers. */
	keepResponses: boolean;
}

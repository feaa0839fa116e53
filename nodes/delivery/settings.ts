/** How fast, how often and how long a run sends: the node's options. */
export interface DeliverySettings {
	/** Recipients handled at the same time. */
	concurrency: number;
	/** Maximum requests in any 60 seconds; 0 for no limit. */
	messagesPerMinute: number;
	/** Minimum milliseconds between the starts of two requests. */
	interval: number;
	/** Maximum number of times that one request is retried. */
	maxRetries: number;
	/** Maximum seconds of one wait. */
	maxRetryWait: number;
	/** Whether the other cards are still sent after a failure. */
	continueOnFail: boolean;
	/** Whether receipts keep the provider's answers. */
	keepResponses: boolean;
}

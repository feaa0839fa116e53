/** What a {@link LongTask} offers code that works in steps. */
export interface Turns {
	/** Whether the current slice is used up. */
	readonly shouldYield: boolean;
	yieldNow(): Promise<void>;
}

/** What a {@link LongTask} gives those who work in steps. */
export interface Turns {
	/** Whether the current slice is used up. */
	readonly shouldYield: boolean;
	yieldNow(): Promise<void>;
}

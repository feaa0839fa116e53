/** What is measured. */

/** Cards in a run, each to another recipient. */
export const CARDS = 1000;

/** How many cards are under way at once, and how long the sandbox takes to answer. */
export interface Setting {
	/** Milliseconds. */
	latency: number;
	atOnce: number;
	/** How often every sender is run. */
	rounds: number;
}

/** With slow answers and few cards at once, nearly all of the time is waiting, and every round is the same: one is enough. */
export const SETTINGS: readonly Setting[] = [
	{ latency: 0, atOnce: 5, rounds: 5 },
	{ latency: 0, atOnce: 20, rounds: 5 },
	{ latency: 0, atOnce: 50, rounds: 5 },
	{ latency: 50, atOnce: 5, rounds: 1 },
	{ latency: 50, atOnce: 20, rounds: 3 },
	{ latency: 50, atOnce: 50, rounds: 3 },
];

/** Runs of each sender before the first that counts, until the compiler has little left to do. */
export const WARM_UP = 2;

/** The run that shows whether a card costs the same among many. */
export const LARGE = {
	latency: 0,
	atOnce: 50,
	cards: 100_000,
	/** Milliseconds between two measurements of the live memory. */
	memoryInterval: 20_000,
};

/** The runs that it is compared with. */
export const SMALL = { ...LARGE, cards: CARDS, memoryInterval: 500, rounds: 3 };

/** A run of bytes to find. */
export interface Pattern {
	bytes: readonly number[];
	/** Whether it counts only if no letter or digit is next to it. */
	wholeWord: boolean;
}

/** Where a pattern was found: positions in the searched bytes, including the last one. */
export interface Match {
	first: number;
	last: number;
	wholeWord: boolean;
}

/** Counts the steps, so that a test can see how the work grows. */
export interface Work {
	steps: number;
}

interface State {
	next: Map<number, State>;
	/** The state of the longest proper suffix that is a beginning of a pattern. */
	fallback: State | undefined;
	/** The patterns that end here, longest first. */
	ends: Array<{ length: number; wholeWord: boolean }>;
}

/**
 * Finds any number of patterns in one pass (Aho and Corasick, 1975). Each byte is examined once, and each fallback
 * undoes an earlier step forward, so no text and no pattern makes it slow.
 */
export class PatternSearch {
	private readonly root: State = { next: new Map(), fallback: undefined, ends: [] };

	constructor(
		patterns: readonly Pattern[],
		private readonly work: Work,
	) {
		for (const pattern of patterns) this.add(pattern);
		this.linkFallbacks();
	}

	/** All matches, in the order of their ends; a match within another with the same end is left out. */
	find(bytes: readonly number[]): Match[] {
		const matches: Match[] = [];
		let state = this.root;
		for (let place = 0; place < bytes.length; place += 1) {
			state = this.step(state, bytes[place] ?? 0);
			for (const { length, wholeWord } of state.ends) {
				matches.push({ first: place - length + 1, last: place, wholeWord });
				if (!wholeWord) break;
			}
		}
		return matches;
	}

	private step(from: State, byte: number): State {
		let state: State | undefined = from;
		while (state !== undefined) {
			this.work.steps += 1;
			const next = state.next.get(byte);
			if (next !== undefined) return next;
			state = state.fallback;
		}
		return this.root;
	}

	private add({ bytes, wholeWord }: Pattern): void {
		let state = this.root;
		for (const byte of bytes) {
			let next = state.next.get(byte);
			if (next === undefined) {
				next = { next: new Map(), fallback: undefined, ends: [] };
				state.next.set(byte, next);
			}
			state = next;
		}
		if (bytes.length > 0) state.ends.push({ length: bytes.length, wholeWord });
	}

	private linkFallbacks(): void {
		const queue: State[] = [this.root];
		for (const state of queue) {
			for (const [byte, next] of state.next) {
				next.fallback = state.fallback === undefined ? this.root : this.step(state.fallback, byte);
				// Shorter patterns that end here too. Only short ones are whole words, so the list stays short.
				next.ends.push(...next.fallback.ends);
				queue.push(next);
			}
		}
	}
}

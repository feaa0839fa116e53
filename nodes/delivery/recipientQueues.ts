/**
 * Runs a task for every card: those of one lane one after another in their order, those of different lanes
 * side by side, at most `concurrency` at once; what can start starts in the order of the cards.
 *
 * Time and memory grow with the number of cards only. A task must not throw.
 *
 * @param lanes the lane of each card
 * @param goOn asked before each start; false lets no further card start
 */
export async function runRecipientQueues(
	lanes: readonly string[],
	concurrency: number,
	task: (card: number) => Promise<void>,
	goOn: () => boolean,
): Promise<void> {
	const busy = new Map<string, Waiting>();
	let next = 0;

	const takeFree = (): number | undefined => {
		while (next < lanes.length) {
			const card = next;
			next += 1;
			const lane = lanes[card] ?? '';
			const waiting = busy.get(lane);
			if (waiting === undefined) {
				busy.set(lane, { cards: [], first: 0 });
				return card;
			}
			waiting.cards.push(card);
		}
		return undefined;
	};

	// What waits in the lane that became free came before all that was not looked at yet.
	const takeAfter = (card: number): number | undefined => {
		const lane = lanes[card] ?? '';
		const waiting = busy.get(lane);
		const following = waiting?.cards[waiting.first];
		if (waiting === undefined || following === undefined) {
			busy.delete(lane);
			return takeFree();
		}
		waiting.first += 1;
		return following;
	};

	const work = async () => {
		let card = takeFree();
		while (card !== undefined && goOn()) {
			await task(card);
			card = takeAfter(card);
		}
	};
	const workers = Math.min(Math.max(1, Math.floor(concurrency)), lanes.length);
	await Promise.all(Array.from({ length: workers }, work));
}

interface Waiting {
	cards: number[];
	first: number;
}

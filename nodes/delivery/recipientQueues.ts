/**
 * Runs a task for every card: those of one recipient one after another in their order, those of different
 * recipients in parallel, at most `concurrency` at once. Tasks that can start do so in the order of the cards.
 *
 * Time and memory grow with the number of cards only. A task must not throw.
 *
 * @param recipients the recipient of each card
 * @param goOn asked before each start; false lets no further card start
 */
export async function runRecipientQueues(
	recipients: readonly string[],
	concurrency: number,
	task: (card: number) => Promise<void>,
	goOn: () => boolean,
): Promise<void> {
	const busy = new Map<string, Waiting>();
	let next = 0;

	const takeFree = (): number | undefined => {
		while (next < recipients.length) {
			const card = next;
			next += 1;
			const recipient = recipients[card] ?? '';
			const waiting = busy.get(recipient);
			if (waiting === undefined) {
				busy.set(recipient, { cards: [], first: 0 });
				return card;
			}
			waiting.cards.push(card);
		}
		return undefined;
	};

	// Cards that wait for the recipient that became free come before all cards that were not reached yet.
	const takeAfter = (card: number): number | undefined => {
		const recipient = recipients[card] ?? '';
		const waiting = busy.get(recipient);
		const following = waiting?.cards[waiting.first];
		if (waiting === undefined || following === undefined) {
			busy.delete(recipient);
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
	const workers = Math.min(Math.max(1, Math.floor(concurrency)), recipients.length);
	await Promise.all(Array.from({ length: workers }, work));
}

interface Waiting {
	cards: number[];
	first: number;
}

/** The page's state, changed by each event. */
import type { InboxCard, InboxEvent, InboxState } from '../model';

/** What the page knows, and what the reader has seen of it. */
export interface News {
	state: InboxState;
	/** Numbers of the cards that were read. */
	read: ReadonlySet<number>;
	/** Refusals up to this number were seen. */
	refusalsSeen: number;
}

/** What the page knows after an event. Pure. */
export function withEvent(news: News | null, event: InboxEvent): News | null {
	if (event.kind === 'state') return withState(news, event.state);
	if (news === null) return null;
	const { state } = news;
	switch (event.kind) {
		case 'card':
			return { ...news, state: { ...state, cards: withCard(state.cards, event.card) } };
		case 'refusal':
			return { ...news, state: { ...state, refusals: [...state.refusals, event.refusal] } };
		case 'faults':
			return { ...news, state: { ...state, faults: event.faults } };
		case 'cleared':
			return {
				...news,
				state: { ...state, cards: [], older: 0, refusals: [] },
				read: new Set(),
			};
	}
}

function withState(news: News | null, state: InboxState): News {
	const isSameRun = news?.state.run === state.run;
	return {
		state,
		read: isSameRun ? news.read : new Set(),
		refusalsSeen: isSameRun ? news.refusalsSeen : 0,
	};
}

/** A card comes again if its client was told something other than that it was accepted. */
function withCard(cards: readonly InboxCard[], card: InboxCard): InboxCard[] {
	const index = cards.findLastIndex(({ id }) => id === card.id);
	return index < 0 ? [...cards, card] : cards.with(index, card);
}

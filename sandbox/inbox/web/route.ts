/** What the page shows, as written after the `#` in its URL, so that Back, bookmarks and links work. */
export interface Route {
	view: 'chats' | 'refused' | 'connect';
	/** The key of the chat that is open; '' for none. */
	chat: string;
	/** The number of the card whose details are open. */
	card: number | null;
}

export const HOME: Route = { view: 'chats', chat: '', card: null };

/** `#/chat/gowa/447700900910/card/12`, `#/refused`, `#/connect`. */
export function hashOf({ view, chat, card }: Route): string {
	if (view !== 'chats') return `#/${view}`;
	if (chat === '') return '#/';
	const details = card === null ? '' : `/card/${String(card)}`;
	return `#/chat/${chat.split('/').map(encodeURIComponent).join('/')}${details}`;
}

/** Reads a hash; an empty or unknown one is the list of chats. */
export function routeOf(hash: string): Route {
	if (hash === '#/refused' || hash === '#/connect') {
		return { ...HOME, view: hash === '#/refused' ? 'refused' : 'connect' };
	}
	const match = /^#\/chat\/([^/]+\/[^/]+)(?:\/card\/(\d+))?$/.exec(hash);
	if (match === null) return HOME;
	try {
		const chat = (match[1] ?? '').split('/').map(decodeURIComponent).join('/');
		return { view: 'chats', chat, card: match[2] === undefined ? null : Number(match[2]) };
	} catch {
		return HOME;
	}
}

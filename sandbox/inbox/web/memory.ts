/** Remembers in the browser which cards were read. */
import type { News } from './news';

const KEY = 'contact-card-inbox-read';

/** Saves what was read, so that it stays read when the page is reloaded during the same run of the sandbox. */
export function remember({ state, read, refusalsSeen }: News): void {
	localStorage.setItem(KEY, JSON.stringify({ run: state.run, read: [...read], refusalsSeen }));
}

/** The news with what was read before, if that was in the same run. */
export function recall(news: News): News {
	const kept = parse(localStorage.getItem(KEY));
	if (kept?.run !== news.state.run) return news;
	return { ...news, read: new Set(kept.read), refusalsSeen: kept.refusalsSeen };
}

function parse(text: string | null): { run: string; read: number[]; refusalsSeen: number } | null {
	try {
		const value: unknown = JSON.parse(text ?? '');
		if (typeof value !== 'object' || value === null) return null;
		if (!('run' in value) || !('read' in value) || !('refusalsSeen' in value)) return null;
		const { run, read, refusalsSeen } = value;
		if (typeof run !== 'string' || typeof refusalsSeen !== 'number' || !Array.isArray(read)) {
			return null;
		}
		return { run, refusalsSeen, read: read.filter((id) => typeof id === 'number') };
	} catch {
		return null;
	}
}

/** The page's state, kept current. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

import type { InboxEvent } from '../model';
import { EVENTS, readEvent } from './api';
import { recall, remember } from './memory';
import { withEvent, type News } from './news';

export interface InboxNews {
	news: News | null;
	/** Whether the sandbox is connected. */
	connected: boolean;
	markRead: (ids: readonly number[]) => void;
	markRefusalsSeen: () => void;
}

/** The page's state, updated by every event. `onEvent` gets each event after the first state. */
export function useInbox(onEvent: (event: InboxEvent) => void): InboxNews {
	const [news, setNews] = useState<News | null>(null);
	const [connected, setConnected] = useState(true);
	const listener = useRef(onEvent);
	listener.current = onEvent;

	useEffect(() => {
		const source = new EventSource(EVENTS);
		source.onopen = () => setConnected(true);
		source.onerror = () => setConnected(false);
		source.onmessage = ({ data }: MessageEvent<string>) => {
			const event = readEvent(data);
			if (event === null) return;
			setNews((before) => {
				const after = withEvent(before, event);
				return before === null && after !== null ? recall(after) : after;
			});
			if (event.kind !== 'state') listener.current(event);
		};
		return () => source.close();
	}, []);

	useEffect(() => {
		if (news !== null) remember(news);
	}, [news?.read, news?.refusalsSeen, news?.state.run]);

	const markRead = useCallback((ids: readonly number[]) => {
		setNews((before) => {
			if (before === null || ids.every((id) => before.read.has(id))) return before;
			return { ...before, read: new Set([...before.read, ...ids]) };
		});
	}, []);
	const markRefusalsSeen = useCallback(() => {
		setNews((before) => {
			const last = before?.state.refusals.at(-1)?.id ?? 0;
			return before === null || last <= before.refusalsSeen
				? before
				: { ...before, refusalsSeen: last };
		});
	}, []);
	return { news, connected, markRead, markRefusalsSeen };
}

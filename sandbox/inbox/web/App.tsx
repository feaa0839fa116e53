/** The inbox's page. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';

import type { InboxEvent } from '../model';
import { addFault, clearAll, clearFaults, sendSamples } from './api';
import { cardTitle, chatsOf } from './chats';
import { Connect } from './Connect';
import { Conversation } from './Conversation';
import { Details } from './Details';
import { ClearDialog, FailDialog } from './Dialogs';
import { Refusals } from './Refusals';
import { HOME } from './route';
import { Sidebar } from './Sidebar';
import { useInbox } from './useInbox';
import { useRoute } from './useRoute';
import { Welcome } from './Welcome';

/** How long a toast stays, in milliseconds. */
const TOAST_MS = 6000;

/** The whole page. */
export function App() {
	const [route, go] = useRoute();
	const [dialog, setDialog] = useState<'fail' | 'clear' | null>(null);
	const [sending, setSending] = useState(false);
	const [toast, setToast] = useState('');
	const [spoken, setSpoken] = useState('');
	const hide = useRef<ReturnType<typeof setTimeout>>(undefined);
	const say = (text: string) => {
		setToast(text);
		clearTimeout(hide.current);
		hide.current = setTimeout(() => setToast(''), TOAST_MS);
	};
	const { news, connected, markRead, markRefusalsSeen } = useInbox((event) =>
		setSpoken(announcement(event)),
	);
	const chats = useMemo(
		() => (news === null ? [] : chatsOf(news.state.cards, news.read)),
		[news?.state.cards, news?.read],
	);
	const open = route.view === 'chats' ? chats.find(({ key }) => key === route.chat) : undefined;
	const card = open?.cards.find(({ id }) => id === route.card);

	useEffect(() => {
		if (open !== undefined && open.unread > 0) markRead(open.cards.map(({ id }) => id));
	}, [open]);
	useEffect(() => {
		const unread = chats.reduce((sum, chat) => sum + chat.unread, 0);
		document.title = `${unread > 0 ? `(${String(unread)}) ` : ''}Contact card inbox`;
	}, [chats]);
	useEffect(() => {
		const search = (event: KeyboardEvent) => {
			const { target } = event;
			if (event.key !== '/' || (target instanceof Element && target.matches('input, select')))
				return;
			event.preventDefault();
			document.getElementById('search')?.focus();
		};
		addEventListener('keydown', search);
		return () => removeEventListener('keydown', search);
	}, []);

	const reportWhenDone = (work: Promise<void>, done: string) => {
		setDialog(null);
		work
			.then(() => say(done))
			.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
			.finally(() => setSending(false));
	};
	const samples = () => {
		setSending(true);
		reportWhenDone(sendSamples(), 'The sample workflows were sent.');
	};
	const closeDetails = () => {
		go({ ...route, card: null });
		document.querySelector<HTMLElement>(`[data-card="${String(route.card)}"]`)?.focus();
	};

	if (news === null) {
		return (
			<p class="loading">{connected ? 'Opening the inbox…' : 'The sandbox does not answer.'}</p>
		);
	}
	const { state } = news;
	const shows = route.view !== 'chats' ? 'pane' : open === undefined ? 'list' : 'chat';
	return (
		<div class="app" data-shows={card === undefined ? shows : 'card'}>
			<button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
				Skip to the cards
			</button>
			<Sidebar
				state={state}
				chats={chats}
				route={route}
				newRefusals={state.refusals.filter(({ id }) => id > news.refusalsSeen).length}
				sending={sending}
				onSamples={samples}
				onFail={() => setDialog('fail')}
				onClear={() => setDialog('clear')}
				onClearFaults={() => reportWhenDone(clearFaults(), 'Requests no longer fail.')}
			/>
			<main id="main" tabindex={-1}>
				{route.view === 'refused' && (
					<Refusals
						refusals={state.refusals}
						providers={state.providers}
						faultKinds={state.faultKinds}
						onSeen={markRefusalsSeen}
					/>
				)}
				{route.view === 'connect' && <Connect state={state} />}
				{open !== undefined && (
					<Conversation
						chat={open}
						provider={state.providers.find(({ id }) => id === open.provider)}
						openCard={card?.id ?? null}
						go={go}
						say={say}
					/>
				)}
				{shows === 'list' && <Welcome state={state} sending={sending} onSamples={samples} />}
			</main>
			{card !== undefined && <Details card={card} onClose={closeDetails} say={say} />}
			{dialog === 'fail' && (
				<FailDialog
					state={state}
					onClose={() => setDialog(null)}
					onFail={(rule) => reportWhenDone(addFault(rule), 'Set: see above the chats.')}
				/>
			)}
			{dialog === 'clear' && (
				<ClearDialog
					onClose={() => setDialog(null)}
					onClear={() => {
						go(HOME);
						reportWhenDone(clearAll(), 'The inbox is empty.');
					}}
				/>
			)}
			<p class="spoken" role="log" aria-label="News">
				{spoken}
			</p>
			<p class={`toast ${toast === '' ? '' : 'shown'}`} role="status">
				<bdi>{toast}</bdi>
			</p>
			{!connected && (
				<p class="offline" role="alert">
					The sandbox does not answer. Start it again, and this page goes on by itself.
				</p>
			)}
		</div>
	);
}

/** What a screen reader says about an event. */
function announcement(event: InboxEvent): string {
	switch (event.kind) {
		case 'card':
			return `New card: ${cardTitle(event.card)}, for ${event.card.chat.title}`;
		case 'refusal':
			return `Refused: ${event.refusal.reason || String(event.refusal.status)}`;
		case 'cleared':
			return 'The inbox was cleared';
		default:
			return '';
	}
}

/** The list of chats. */
import type { InboxProvider } from '../model';
import { Avatar } from './Avatar';
import { cardTitle, type Chat } from './chats';
import { Icon } from './Icon';
import { Plain } from './Plain';
import { ProviderBadge } from './ProviderBadge';
import { HOME, hashOf } from './route';
import { count, timeOf } from './words';

interface Props {
	chats: readonly Chat[];
	providers: readonly InboxProvider[];
	open: string;
	/** Why the list is empty. */
	empty: string;
}

/** The chats, the one with the latest card first. The arrow keys move between them. */
export function ChatList({ chats, providers, open, empty }: Props) {
	if (chats.length === 0) return <p class="list-empty">{empty}</p>;
	return (
		<ul class="chat-list" onKeyDown={goThrough}>
			{chats.map((chat) => (
				<li key={chat.key}>
					<a
						class="chat-row"
						href={hashOf({ ...HOME, chat: chat.key })}
						aria-current={chat.key === open ? 'true' : undefined}
					>
						<Avatar name={chat.title} kind={chat.kind} />
						<span class="chat-title">
							<Plain text={chat.title} />
						</span>
						<time class="chat-time" dateTime={chat.preview.at}>
							{timeOf(chat.preview.at)}
						</time>
						<span class="chat-preview">
							{chat.preview.text === undefined && (
								<Icon name={chat.preview.contacts.length > 1 ? 'group' : 'person'} />
							)}
							<Plain text={cardTitle(chat.preview)} />
						</span>
						<span class="chat-marks">
							<ProviderBadge
								id={chat.provider}
								provider={providers.find(({ id }) => id === chat.provider)}
							/>
							{chat.unread > 0 && (
								<span class="unread">
									<span aria-hidden="true">{chat.unread}</span>
									<span class="spoken">{count(chat.unread, 'unread message')}</span>
								</span>
							)}
						</span>
					</a>
				</li>
			))}
		</ul>
	);
}

function goThrough(event: KeyboardEvent): void {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step === undefined || !(event.currentTarget instanceof HTMLElement)) return;
	const rows = [...event.currentTarget.querySelectorAll('a')];
	const next = rows[rows.findIndex((row) => row === document.activeElement) + step];
	if (next === undefined) return;
	event.preventDefault();
	next.focus();
}

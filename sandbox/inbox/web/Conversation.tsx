/** The cards of one chat. */
import { Fragment } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { InboxProvider } from '../model';
import { Avatar } from './Avatar';
import { repliedTo, type Chat } from './chats';
import { CheckPanel } from './CheckPanel';
import { Icon } from './Icon';
import { Message } from './Message';
import { Plain } from './Plain';
import { ProviderBadge } from './ProviderBadge';
import { HOME, hashOf, type Route } from './route';
import { count, dayOf } from './words';

interface Props {
	chat: Chat;
	provider: InboxProvider | undefined;
	openCard: number | null;
	go: (route: Route) => void;
	say: (text: string) => void;
}

/** A recipient's phone: the cards as they arrived, each beside its check. */
export function Conversation({ chat, provider, openCard, go, say }: Props) {
	const messages = useRef<HTMLDivElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const latest = chat.cards.at(-1)?.id;
	useEffect(() => {
		const list = messages.current;
		const open = list?.querySelector('.message.open');
		if (open !== null) open?.scrollIntoView({ block: 'nearest' });
		else list?.scrollTo({ top: list.scrollHeight });
	}, [chat.key, latest]);
	useEffect(() => {
		if (matchMedia('(max-width: 760px)').matches) heading.current?.focus({ preventScroll: true });
	}, [chat.key]);
	const now = new Date();
	return (
		<section class="conversation" data-network={provider?.network ?? ''} aria-label="Chat">
			<header class="conversation-head">
				<a class="icon-button back" href={hashOf(HOME)} aria-label="Back to the chats">
					<Icon name="back" />
				</a>
				<Avatar name={chat.title} kind={chat.kind} />
				<div class="conversation-title">
					<h2 tabindex={-1} ref={heading}>
						<Plain text={chat.title} />
					</h2>
					<p>
						<Plain text={chat.recipient} />
						<span>
							{provider?.network !== '' && ` · ${provider?.network ?? ''}`} ·{' '}
							{count(chat.cards.filter(({ text }) => text === undefined).length, 'card')}
						</span>
					</p>
				</div>
				<ProviderBadge id={chat.provider} provider={provider} />
			</header>
			<div class="messages" ref={messages}>
				{chat.cards.map((card, index) => {
					const day = dayOf(card.at, now);
					const before = chat.cards[index - 1];
					const { replyTo } = card.marks;
					return (
						<Fragment key={card.id}>
							{(before === undefined || dayOf(before.at, now) !== day) && <p class="day">{day}</p>}
							<div class="exchange">
								<Message
									card={card}
									inGroup={chat.kind !== 'person'}
									quoted={replyTo === undefined ? undefined : repliedTo(chat.cards, replyTo)}
									isOpen={card.id === openCard}
									onOpen={() => go({ ...HOME, chat: chat.key, card: card.id })}
									say={say}
								/>
								{card.text === undefined && <CheckPanel card={card} />}
							</div>
						</Fragment>
					);
				})}
			</div>
		</section>
	);
}

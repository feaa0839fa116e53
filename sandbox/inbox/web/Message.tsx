/** One message of a chat. */
import { useEffect, useState } from 'preact/hooks';

import type { CardAction, InboxCard, InboxContact } from '../model';
import { fetchDetails } from './api';
import { Actions, ManyContacts, Meta, OneContact } from './CardFace';
import { cardTitle, contactName } from './chats';
import { Icon } from './Icon';
import { Plain } from './Plain';

interface Props {
	card: InboxCard;
	inGroup: boolean;
	/** The card that this one replies to, if it is in the same chat. */
	quoted: InboxCard | undefined;
	isOpen: boolean;
	onOpen: () => void;
	say: (text: string) => void;
}

/** A card as it arrives on a phone. */
export function Message({ card, inGroup, quoted, isOpen, onOpen, say }: Props) {
	const { contacts, marks } = card;
	const photos = usePhotos(card);
	const title = `card-${String(card.id)}`;
	return (
		<article class={`message ${isOpen ? 'open' : ''}`} aria-labelledby={title}>
			{inGroup && <p class="sender">{card.account}</p>}
			{marks.forwarded && (
				<p class="mark">
					<Icon name="forward" /> Forwarded
				</p>
			)}
			{marks.replyTo !== undefined && <Quote quoted={quoted} replyTo={marks.replyTo} />}
			{card.text !== undefined ? (
				<>
					<p class="bubble" id={title} data-card={card.id}>
						<Plain text={card.text} />
					</p>
					<Meta card={card} />
				</>
			) : contacts.length > 1 ? (
				<ManyContacts
					card={card}
					photos={photos}
					title={title}
					onOpen={onOpen}
					onAction={(contact, action) =>
						action === 'add' ? onOpen() : say(effect(contact, action))
					}
				/>
			) : (
				<>
					<OneContact card={card} photo={photos[0]} title={title} onOpen={onOpen} />
					<Meta card={card} />
				</>
			)}
			{contacts.length === 1 &&
				contacts.map((contact) => (
					<Actions
						contact={contact}
						onAction={(action) => (action === 'add' ? onOpen() : say(effect(contact, action)))}
					/>
				))}
			{card.toldOtherwise !== null && (
				<p class="told">
					<Icon name="warning" />
					<span>
						It arrived, but the sender was told otherwise: <Plain text={card.toldOtherwise} />
					</span>
				</p>
			)}
		</article>
	);
}

function Quote({ quoted, replyTo }: { quoted: InboxCard | undefined; replyTo: string }) {
	return (
		<blockquote class="quote">
			<span class="spoken">Reply to </span>
			{quoted === undefined ? (
				<>
					<strong>A message before</strong>
					<Plain text={replyTo} />
				</>
			) : quoted.text === undefined ? (
				<>
					<strong>
						<Plain text={cardTitle(quoted)} />
					</strong>
					<span>{quoted.contacts.length > 1 ? 'Contacts' : 'Contact'}</span>
				</>
			) : (
				<>
					<strong>
						<Plain text={quoted.account} />
					</strong>
					<span class="quoted-text">
						<Plain text={quoted.text} />
					</span>
				</>
			)}
		</blockquote>
	);
}

/** The card's photos, fetched only if it has any. */
function usePhotos({ id, contacts }: InboxCard): ReadonlyArray<string | null> {
	const [photos, setPhotos] = useState<ReadonlyArray<string | null>>([]);
	const hasPhotos = contacts.some(({ showsPhoto }) => showsPhoto);
	useEffect(() => {
		if (!hasPhotos) return;
		fetchDetails(id)
			.then((details) => setPhotos(details.photos))
			.catch(() => setPhotos([]));
	}, [id, hasPhotos]);
	return photos;
}

/** What a button does on the recipient's phone. */
function effect(contact: InboxContact, action: CardAction): string {
	const name = contactName(contact);
	const known = contact.phones.find(({ wa_id: id }) => id !== undefined);
	return action === 'message'
		? `On the phone, this opens a chat with ${name}: WhatsApp ID ${known?.wa_id ?? ''}.`
		: `On the phone, this invites ${name} to WhatsApp, since the card has no WhatsApp ID.`;
}

/** A card as a chat shows it. */
import { useState } from 'preact/hooks';

import type { CardAction, InboxCard, InboxContact } from '../model';
import { Avatar } from './Avatar';
import { cardTitle, contactName } from './chats';
import { Icon } from './Icon';
import { Plain } from './Plain';
import { count, duration, timeOf } from './words';

const LABELS: Readonly<Record<CardAction, string>> = {
	message: 'Message',
	invite: 'Invite',
	add: 'Add to contacts',
};

interface CardProps {
	card: InboxCard;
	title: string;
	onOpen: () => void;
}

/** One contact. */
export function OneContact({
	card,
	photo,
	title,
	onOpen,
}: CardProps & { photo: string | null | undefined }) {
	const [contact] = card.contacts;
	const name = cardTitle(card);
	return (
		<button type="button" class="card-face" onClick={onOpen} data-card={card.id}>
			<Avatar name={name} photo={photo} />
			<span class="card-text">
				<strong id={title}>
					<Plain text={name} />
				</strong>
				{contact !== undefined && <small>{subtitle(contact)}</small>}
			</span>
			<span class="spoken">Show details</span>
		</button>
	);
}

interface ManyProps extends CardProps {
	photos: ReadonlyArray<string | null>;
	onAction: (contact: InboxContact, action: CardAction) => void;
}

/** The small print below a card. */
export function Meta({ card: { marks, copy, at } }: { card: InboxCard }) {
	return (
		<p class="meta">
			{marks.disappears !== undefined && (
				<span class="mark">
					<Icon name="clock" /> Disappears after {duration(marks.disappears)}
				</span>
			)}
			{copy > 1 && <span class="mark copy">Copy {copy}</span>}
			<time dateTime={at}>{timeOf(at)}</time>
		</p>
	);
}

/** Several contacts in one card: a stack that opens. */
export function ManyContacts({ card, photos, title, onOpen, onAction }: ManyProps) {
	const [isUnfolded, setUnfolded] = useState(false);
	const { contacts } = card;
	const [first] = contacts;
	const list = `contacts-${String(card.id)}`;
	return (
		<>
			<button type="button" class="card-face" onClick={onOpen} data-card={card.id}>
				<span class="heap" aria-hidden="true">
					{contacts.slice(0, 3).map((contact, index) => (
						<Avatar name={contactName(contact)} photo={photos[index]} />
					))}
				</span>
				<span class="card-text">
					<strong id={title}>{count(contacts.length, 'contact')}</strong>
					{first !== undefined && (
						<small>
							<Plain text={contactName(first)} /> and {count(contacts.length - 1, 'other')}
						</small>
					)}
				</span>
				<span class="spoken">Show details</span>
			</button>
			<Meta card={card} />
			{isUnfolded && (
				<ul class="contacts" id={list}>
					{contacts.map((contact, index) => (
						<li>
							<Avatar name={contactName(contact)} photo={photos[index]} size="small" />
							<span class="card-text">
								<strong>
									<Plain text={contactName(contact)} />
								</strong>
								<small>{subtitle(contact)}</small>
							</span>
							<Actions contact={contact} onAction={(action) => onAction(contact, action)} />
						</li>
					))}
				</ul>
			)}
			<button
				type="button"
				class="unfold"
				aria-expanded={isUnfolded}
				aria-controls={list}
				onClick={() => setUnfolded(!isUnfolded)}
			>
				{isUnfolded ? 'Show less' : 'View all'}
				<Icon name="down" />
			</button>
		</>
	);
}

interface ActionsProps {
	contact: InboxContact;
	onAction: (action: CardAction) => void;
}

/** The buttons under the contact in the recipient's app. */
export function Actions({ contact, onAction }: ActionsProps) {
	return (
		<div class="actions">
			{contact.actions.map((action) => (
				<button type="button" onClick={() => onAction(action)}>
					{LABELS[action]}
					<span class="spoken">
						: <Plain text={contactName(contact)} />
					</span>
				</button>
			))}
		</div>
	);
}

function subtitle({ org, phones, emails }: InboxContact) {
	const company = [org?.title, org?.company].filter(Boolean).join(', ');
	return <Plain text={company || (phones[0]?.phone ?? emails[0]?.email ?? '')} />;
}

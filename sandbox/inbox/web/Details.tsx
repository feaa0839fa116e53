/** A card's vCard, request and answer. */
import { useEffect, useRef, useState } from 'preact/hooks';

import type { InboxCard, InboxDetails } from '../model';
import { fetchDetails, vcfAddress } from './api';
import { cardTitle, contactName } from './chats';
import { ContactSheet } from './ContactSheet';
import { Icon } from './Icon';
import { Plain, Source } from './Plain';
import { QrImage } from './QrImage';
import { Tabs } from './Tabs';

interface Props {
	card: InboxCard;
	onClose: () => void;
	say: (text: string) => void;
}

/** Everything about one card: as an address book shows it, as a vCard, and the request and answer. */
export function Details({ card, onClose, say }: Props) {
	const [details, setDetails] = useState<InboxDetails | null>(null);
	const [chosen, setChosen] = useState(0);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		setDetails(null);
		setChosen(0);
		heading.current?.focus();
		fetchDetails(card.id)
			.then(setDetails)
			.catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
	}, [card.id]);
	const contact = card.contacts[chosen];
	return (
		<section
			class="details"
			aria-labelledby="details-title"
			onKeyDown={({ key }) => key === 'Escape' && onClose()}
		>
			<header class="details-head">
				<button type="button" class="icon-button" aria-label="Close the details" onClick={onClose}>
					<Icon name="close" />
				</button>
				<h2 id="details-title" tabindex={-1} ref={heading}>
					<Plain text={cardTitle(card)} />
				</h2>
			</header>
			{card.contacts.length > 1 && (
				<label class="chooser">
					<span>Contact</span>
					<select
						value={chosen}
						onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
					>
						{card.contacts.map((option, index) => (
							<option value={index}>{`${String(index + 1)}. ${contactName(option)}`}</option>
						))}
					</select>
				</label>
			)}
			<Tabs
				name="details"
				tabs={[
					{
						id: 'contact',
						label: 'Contact',
						content: contact !== undefined && (
							<ContactSheet contact={contact} photo={details?.photos[chosen]} />
						),
					},
					{
						id: 'vcard',
						label: 'vCard',
						content: details !== null && <Vcard details={details} chosen={chosen} say={say} />,
					},
					{
						id: 'request',
						label: 'Request',
						content: details !== null && <Source label="Request" text={details.request} />,
					},
					{
						id: 'response',
						label: 'Response',
						content: details !== null && <Response card={card} details={details} />,
					},
				]}
			/>
		</section>
	);
}

interface VcardProps {
	details: InboxDetails;
	chosen: number;
	say: (text: string) => void;
}

function Vcard({ details: { id, vcards, written }, chosen, say }: VcardProps) {
	const vcard = vcards[chosen] ?? '';
	const copy = () => {
		navigator.clipboard
			.writeText(vcard)
			.then(() => say('vCard copied to the clipboard.'))
			.catch(() => say('The browser did not allow this page to copy.'));
	};
	return (
		<>
			{written && (
				<p class="remark">
					This service accepts fields and builds the card itself. The sandbox wrote this vCard from
					the same contact.
				</p>
			)}
			<div class="buttons">
				<a class="button" href={vcfAddress(id)} download={`card-${String(id)}.vcf`}>
					<Icon name="download" /> Download .vcf
				</a>
				<button type="button" class="button" onClick={copy}>
					<Icon name="copy" /> Copy
				</button>
			</div>
			<Source label="vCard" text={vcard} />
			<QrImage vcard={vcard} />
		</>
	);
}

function Response({ card, details }: { card: InboxCard; details: InboxDetails }) {
	return (
		<>
			<dl class="facts">
				<dt>Status</dt>
				<dd>{details.status}</dd>
				<dt>{card.messageIds.length > 1 ? 'Message IDs' : 'Message ID'}</dt>
				<dd>
					<Plain text={card.messageIds.join('\n') || 'none: this service returns no ID'} />
				</dd>
				{card.toldOtherwise !== null && (
					<>
						<dt>The sender was told</dt>
						<dd>
							<Plain text={card.toldOtherwise} />
						</dd>
					</>
				)}
			</dl>
			<Source label="Response" text={details.response} />
		</>
	);
}

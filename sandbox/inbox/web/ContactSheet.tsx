/** A contact with all its details. */
import type { ComponentChildren } from 'preact';

import type { InboxContact } from '../model';
import { Avatar } from './Avatar';
import { contactName } from './chats';
import { Icon, type IconName } from './Icon';
import { Plain } from './Plain';

interface Props {
	contact: InboxContact;
	photo: string | null | undefined;
}

/** A contact as an address book shows it. */
export function ContactSheet({ contact, photo }: Props) {
	const { name, phones, emails, addresses, urls, org, birthday, nickname, note } = contact;
	const title = contactName(contact);
	const work = [org?.title, org?.department, org?.company].filter(Boolean).join(', ');
	const parts = (['prefix', 'first_name', 'middle_name', 'last_name', 'suffix'] as const).flatMap(
		(part) => (name[part] === undefined ? [] : [`${PARTS[part]}: ${name[part]}`]),
	);
	return (
		<div class="sheet">
			<Avatar name={title} photo={photo} size="large" />
			<h3>
				<Plain text={title} />
			</h3>
			{work !== '' && (
				<p class="sheet-work">
					<Plain text={work} />
				</p>
			)}
			<dl>
				{phones.map(({ phone, type, wa_id: id }) => (
					<Entry icon="phone" label={type ?? 'Phone'} text={phone}>
						{id === undefined ? (
							<small>No WhatsApp ID</small>
						) : (
							<small class="has-id">
								WhatsApp ID <Plain text={id} />
							</small>
						)}
					</Entry>
				))}
				{emails.map(({ email, type }) => (
					<Entry icon="mail" label={type ?? 'E-mail'} text={email} />
				))}
				{addresses.map(({ type, street, city, state, zip, country, country_code: code }) => (
					<Entry
						icon="home"
						label={type ?? 'Address'}
						text={[street, [zip, city].filter(Boolean).join(' '), state, country ?? code]
							.filter(Boolean)
							.join('\n')}
					/>
				))}
				{urls.map(({ url, type }) => (
					<Entry icon="link" label={type ?? 'Link'} text={url} />
				))}
				{org?.company !== undefined && <Entry icon="work" label="Company" text={org.company} />}
				{birthday !== undefined && <Entry icon="cake" label="Birthday" text={birthday} />}
				{nickname !== undefined && <Entry icon="person" label="Nickname" text={nickname} />}
				{note !== undefined && <Entry icon="note" label="Note" text={note} />}
				{parts.length > 0 && <Entry icon="person" label="Name" text={parts.join('\n')} />}
			</dl>
		</div>
	);
}

const PARTS = {
	prefix: 'Prefix',
	first_name: 'First name',
	middle_name: 'Middle name',
	last_name: 'Last name',
	suffix: 'Suffix',
} as const;

interface EntryProps {
	icon: IconName;
	label: string;
	text: string;
	children?: ComponentChildren;
}

function Entry({ icon, label, text, children }: EntryProps) {
	return (
		<div class="entry">
			<dt>
				<Icon name={icon} />
				<Plain text={label.toLowerCase()} />
			</dt>
			<dd>
				<Plain text={text} />
				{children}
			</dd>
		</div>
	);
}

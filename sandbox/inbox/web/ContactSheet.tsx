/** A contact with all its details. */
import type { ComponentChildren } from 'preact';

import { FIELDS, type TextKey } from '../../../nodes/contact/fields/fields';
import { partsOf, TEXTS } from '../../../nodes/contact/fields/keys';
import type { InboxContact } from '../model';
import { Avatar } from './Avatar';
import { contactName } from './chats';
import { Icon, type IconName } from './Icon';
import { Plain } from './Plain';

/** The fields that are a single text, each with its icon; the photo is shown as a picture. */
const TEXT_ICONS: Readonly<Record<Exclude<TextKey, 'photo'>, IconName>> = {
	birthday: 'cake',
	nickname: 'person',
	note: 'note',
};

interface Props {
	contact: InboxContact;
	photo: string | null | undefined;
}

/** A contact as an address book shows it. */
export function ContactSheet({ contact, photo }: Props) {
	const { name, phones, emails, addresses, urls, org } = contact;
	const title = contactName(contact);
	const work = [org?.title, org?.department, org?.company].filter(Boolean).join(', ');
	const parts = partsOf('name')
		.filter((part) => part !== FIELDS.name.main)
		.flatMap((part) =>
			name[part] === undefined ? [] : [`${FIELDS.name.parts[part].label}: ${name[part]}`],
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
					<Entry icon="phone" label={type ?? FIELDS.phones.parts.phone.label} text={phone}>
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
					<Entry icon="mail" label={type ?? FIELDS.emails.parts.email.label} text={email} />
				))}
				{addresses.map(({ type, street, city, state, zip, country, country_code: code }) => (
					<Entry
						icon="home"
						label={type ?? FIELDS.addresses.singular}
						text={[street, [zip, city].filter(Boolean).join(' '), state, country ?? code]
							.filter(Boolean)
							.join('\n')}
					/>
				))}
				{urls.map(({ url, type }) => (
					<Entry icon="link" label={type ?? FIELDS.urls.parts.url.label} text={url} />
				))}
				{org?.company !== undefined && (
					<Entry icon="work" label={FIELDS.org.parts.company.label} text={org.company} />
				)}
				{TEXTS.filter((key) => key !== 'photo').map((key) => {
					const text = contact[key];
					if (text === undefined) return null;
					return <Entry icon={TEXT_ICONS[key]} label={FIELDS[key].label} text={text} />;
				})}
				{parts.length > 0 && (
					<Entry icon="person" label={FIELDS.name.label} text={parts.join('\n')} />
				)}
			</dl>
		</div>
	);
}

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

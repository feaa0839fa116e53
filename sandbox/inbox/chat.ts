/** The chat that a card arrives in. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ArrivedCard } from '../store';
import { recipientKey } from '../toolkit/recipient';
import type { InboxChat } from './model';

/** The chat that a card arrives in. */
export function chatOf({ provider, recipient, chatName }: ArrivedCard): InboxChat {
	const key = recipientKey(recipient);
	const kind = kindOf(recipient);
	return {
		key: `${provider}/${kind === 'person' ? key : recipient}`,
		provider,
		title: chatName ?? (kind === 'person' ? writtenNumber(key) : `${NAMES[kind]} ${key}`),
		recipient,
		kind,
	};
}

const NAMES = { group: 'Group', channel: 'Channel' } as const;

/**
 * On WhatsApp, the part after the `@` says it; Telegram's groups have negative IDs, its channels begin with -100 or have a
 * name.
 */
function kindOf(recipient: string): InboxChat['kind'] {
	if (recipient.endsWith('@newsletter') || /^@\w/.test(recipient)) return 'channel';
	return recipient.endsWith('@g.us') || /^-\d+$/.test(recipient) ? 'group' : 'person';
}

/** A number as people write it; anything else as it is. */
function writtenNumber(key: string): string {
	if (!/^\d{7,15}$/.test(key)) return key;
	const number = parsePhoneNumberFromString(`+${key}`);
	return number?.isPossible() === true ? number.formatInternational() : `+${key}`;
}

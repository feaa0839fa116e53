/** Groups cards into chats, and searches them. */
import { isGroup, isList, KEYS } from '../../../nodes/contact/fields/keys';
import type { InboxCard, InboxChat, InboxProvider } from '../model';

/** A chat as the list shows it. */
export interface Chat extends InboxChat {
	/** Oldest first. */
	cards: InboxCard[];
	/** The card shown in the list: the latest one, or the latest that matches the search. */
	preview: InboxCard;
	unread: number;
}

/** Which chats to list. */
export interface Filter {
	/** Words, numbers or parts of both; '' for all. */
	search: string;
	/** A provider's id; '' for all. */
	provider: string;
}

/** One chat for each recipient of a provider, the one with the latest card first. */
export function chatsOf(cards: readonly InboxCard[], read: ReadonlySet<number>): Chat[] {
	const chats = new Map<string, Chat>();
	for (const card of cards) {
		const chat = chats.get(card.chat.key) ?? { ...card.chat, cards: [], preview: card, unread: 0 };
		chat.cards.push(card);
		chat.preview = card;
		if (!read.has(card.id)) chat.unread++;
		chats.set(chat.key, chat);
	}
	return [...chats.values()].sort((a, b) => b.preview.id - a.preview.id);
}

/**
 * The chats that match a search in the names and numbers of their recipient and of the contacts in their cards, or in their
 * provider. Case, accents and the format of numbers do not matter.
 */
export function findChats(
	chats: readonly Chat[],
	{ search, provider }: Filter,
	providers: readonly InboxProvider[],
): Chat[] {
	const words = plain(search).split(/\s+/).filter(Boolean);
	const number = /^[+\d\s().-]{3,}$/.test(search.trim()) ? search.replace(/\D/g, '') : '';
	const holds = (text: string) =>
		number.length >= 3
			? digitsOf(text).includes(number)
			: words.every((word) => text.includes(word));
	return chats
		.filter((chat) => provider === '' || chat.provider === provider)
		.flatMap((chat) => {
			if (words.length === 0) return [chat];
			const { name = chat.provider, network = '' } =
				providers.find(({ id }) => id === chat.provider) ?? {};
			if (holds(plain(`${chat.title} ${chat.recipient} ${name} ${network}`))) return [chat];
			const found = chat.cards.filter((card) => holds(plain(cardText(card))));
			const preview = found.at(-1);
			return preview === undefined ? [] : [{ ...chat, preview }];
		});
}

/** The providers that have chats, in their own order, with their number of chats. */
export function providersWithChats(
	chats: readonly Chat[],
	providers: readonly InboxProvider[],
): Array<InboxProvider & { chats: number }> {
	return providers
		.map((provider) => ({
			...provider,
			chats: chats.filter((chat) => chat.provider === provider.id).length,
		}))
		.filter(({ chats: number }) => number > 0);
}

/** The message that a card replies to, if it is in the same chat. */
export function repliedTo(cards: readonly InboxCard[], messageId: string): InboxCard | undefined {
	return cards.find(({ messageIds }) =>
		messageIds.some((id) => id === messageId || id.endsWith(`_${messageId}`)),
	);
}

/** A message in one line: its text, the name on its card, or how many contacts it has. */
export function cardTitle({ contacts, text }: InboxCard): string {
	if (text !== undefined) return text;
	const [first] = contacts;
	if (first === undefined) return 'Empty card';
	if (contacts.length > 1) return `${String(contacts.length)} contacts`;
	return contactName(first);
}

/** The title of a contact. */
export function contactName({ name, phones, emails }: InboxCard['contacts'][number]): string {
	return name.formatted_name.trim() || (phones[0]?.phone ?? emails[0]?.email ?? 'No name');
}

/** Everything in a card that a search looks at: all texts, but no types and no photo. */
function cardText({ contacts, account, text = '' }: InboxCard): string {
	return [account, text, ...contacts.flatMap(textsOf)].join(' ');
}

function textsOf(contact: InboxCard['contacts'][number]): string[] {
	return KEYS.flatMap((key) => {
		if (key === 'photo') return [];
		if (isGroup(key)) return Object.values(contact[key] ?? {});
		if (!isList(key)) return contact[key] ?? [];
		return contact[key].flatMap(({ type: _type, ...texts }) => Object.values(texts));
	});
}

/** The digits of every number in a text, whatever its format. */
function digitsOf(text: string): string {
	return text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '');
}

function plain(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

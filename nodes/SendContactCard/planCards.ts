import { count } from '../contact/text';
import { writeAhead } from '../contact/vcard/writeLong';
import type { ContactPlace, PlannedMessage } from '../delivery/message';
import { LongTask } from '../eventLoop/longTask';
import type { Message, Provider, Target } from '../providers/provider';
import type { Receipts } from './agentTool';
import type { PreparedContact, PreparedItem } from './prepareItems';
import type { Run } from './readRun';
import { TEXT_KINDS, TEXT_LABELS, type CardTexts, type TextKind } from './texts';

/** What one recipient gets for one input item, or for several that are combined. */
export interface Card {
	/** Input items, the first of them first. */
	items: number[];
	target: Target;
	recipient: string;
	contacts: PlacedContact[];
	/** In the order in which they are sent. */
	messages: PlannedMessage[];
	/** Warnings that belong to none of the contacts. */
	warnings: PreparedItem['warnings'];
}

/**
 * A contact with its input item, and the number by which messages name it: its place in the item, or in the card that
 * several items share.
 */
interface PlacedContact extends ContactPlace, PreparedContact {
	number: number;
}

/**
 * The cards of a run: one per item, or one for all items that go to the same place with the same options. A card with more
 * contacts than the provider accepts at once becomes several messages, in order.
 *
 * Contacts that were sent in a message of an earlier attempt, or may have been, stay the contacts of that message, whatever
 * other items have joined the card since; the rest become messages of their own.
 *
 * The texts of a card are those of its first item that has them.
 */
export async function planCards(
	items: readonly PreparedItem[],
	{ provider, settings: { combineItems } }: Run,
	receipts: Receipts,
): Promise<Card[]> {
	const task = new LongTask();
	const groups = combineItems ? await byTarget(items, task) : items.map((item): Group => [item]);
	const cards: Card[] = [];
	for (const group of groups) {
		cards.push(await planCard(group, provider, receipts, task));
		if (task.shouldYield) await task.yieldNow();
	}
	return cards;
}

/** Items that become one card. */
type Group = [PreparedItem, ...PreparedItem[]];

async function byTarget(items: readonly PreparedItem[], task: LongTask): Promise<Group[]> {
	const groups = new Map<string, Group>();
	for (const item of items) {
		const key = JSON.stringify(item.target);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [item]);
		else group.push(item);
		if (task.shouldYield) await task.yieldNow();
	}
	return [...groups.values()];
}

async function planCard(
	group: Group,
	provider: Provider,
	receipts: Receipts,
	task: LongTask,
): Promise<Card> {
	const [{ target }] = group;
	const contacts: PlacedContact[] = [];
	for (const { item, contacts: own } of group) {
		for (const contact of own) {
			const number = group.length === 1 ? contact.place : contacts.length + 1;
			const name = receipts.nameOf(provider, contact, target);
			contacts.push({ ...contact, item, number, ...(name === undefined ? {} : { name }) });
			if (task.shouldYield) await task.yieldNow();
		}
	}
	const { texts, warnings: textWarnings } = textsOf(group);
	// Only the first message of a card replies.
	const following: Target = { ...target, replyTo: undefined };
	const messages: PlannedMessage[] = [];
	for (const together of await intoMessages(contacts, target, provider, receipts, task)) {
		await writeAhead(
			together.map(({ contact }) => contact),
			task,
		);
		if (task.shouldYield) await task.yieldNow();
		const isFirst = messages.length === 0 && texts.textBefore === undefined;
		messages.push(cardMessage(together, isFirst ? target : following, provider, receipts));
		if (task.shouldYield) await task.yieldNow();
	}
	const before = textMessage('textBefore', texts, contacts, target, provider, receipts);
	const after = textMessage('textAfter', texts, contacts, following, provider, receipts);
	return {
		items: group.map(({ item }) => item),
		target,
		recipient: target.recipient,
		contacts,
		messages: [...before, ...messages, ...after],
		warnings: [
			...group.flatMap(({ warnings }) => warnings),
			...textWarnings,
			...numberWarnings(contacts.length, provider),
		],
	};
}

type Together = [PlacedContact, ...PlacedContact[]];

/** Which contacts are, or were, sent together. */
async function intoMessages(
	contacts: readonly PlacedContact[],
	{ recipient }: Target,
	provider: Provider,
	{ journal, keysOf }: Receipts,
	task: LongTask,
): Promise<Together[]> {
	const atOnce = provider.limits.contactsPerCard ?? contacts.length;
	const messages: Together[] = [];
	const known = new Map<object, Together>();
	let open: Together | undefined;
	for (const contact of contacts) {
		if (task.shouldYield) await task.yieldNow();
		const [key = ''] = keysOf(provider, { kind: 'card', contacts: [contact] }, recipient);
		const before = journal.find(key);
		const together = before === undefined ? open : known.get(before);
		if (together !== undefined && (before !== undefined || together.length < atOnce)) {
			together.push(contact);
			continue;
		}
		const begun: Together = [contact];
		messages.push(begun);
		if (before === undefined) open = begun;
		else known.set(before, begun);
	}
	return messages;
}

function cardMessage(
	together: Together,
	target: Target,
	provider: Provider,
	{ idOf, keysOf }: Receipts,
): PlannedMessage {
	const [first, ...others] = together;
	const contacts = together.map(placeOf);
	const message: Omit<Message, 'id'> = {
		contacts: [first.contact, ...others.map(({ contact }) => contact)],
	};
	const id = idOf(keysOf(provider, { kind: 'card', contacts }, target.recipient));
	return {
		kind: 'card',
		contacts,
		request: provider.request({ ...message, id }, target),
		subject: subjectOf(together.map(({ number }) => number)),
	};
}

function placeOf({ item, place, name }: PlacedContact): ContactPlace {
	return { item, place, ...(name === undefined ? {} : { name }) };
}

/** The texts of items that become one card, with warnings about what is lost if they differ. */
function textsOf(group: Group): { texts: CardTexts; warnings: PreparedItem['warnings'] } {
	const texts: CardTexts = {};
	const warnings: PreparedItem['warnings'] = [];
	for (const kind of TEXT_KINDS) {
		const given = new Set(group.flatMap((item) => item.texts[kind] ?? []));
		const [first] = given;
		if (first === undefined) continue;
		texts[kind] = first;
		if (given.size === 1) continue;
		warnings.push({
			field: kind,
			message: `The combined items have ${String(given.size)} different values for ${TEXT_LABELS[kind]}; the first one was sent, the others were left out`,
		});
	}
	return { texts, warnings };
}

/** A text before or after a card as one message, or no message. The journal knows it under every contact of the card. */
function textMessage(
	kind: TextKind,
	{ [kind]: text }: CardTexts,
	ofCard: readonly PlacedContact[],
	target: Target,
	provider: Provider,
	{ idOf, keysOf }: Receipts,
): PlannedMessage[] {
	const { text: sending } = provider;
	if (text === undefined || sending === undefined) return [];
	const contacts = ofCard.map(placeOf);
	const id = idOf(keysOf(provider, { kind, contacts }, target.recipient), text);
	return [
		{
			kind,
			contacts,
			request: sending.request({ id, text }, target),
			words: text,
			subject: TEXT_LABELS[kind],
		},
	];
}

/** `Contact 2`, `Contacts 1 to 3`, `Contacts 1, 4`. */
function subjectOf(numbers: readonly number[]): string {
	const [first = 0] = numbers;
	const last = numbers.at(-1) ?? first;
	if (numbers.length === 1) return `Contact ${String(first)}`;
	const isRange = last - first === numbers.length - 1;
	return `Contacts ${isRange ? `${String(first)} to ${String(last)}` : numbers.join(', ')}`;
}

function numberWarnings(
	contacts: number,
	{ displayName, limits: { contactsAdvised: most, contactsPerCard } }: Provider,
): PreparedItem['warnings'] {
	if (most === undefined || contacts <= most) return [];
	const inOneCard = Math.min(contacts, contactsPerCard ?? contacts);
	return [
		{
			field: 'contacts',
			message: `The card has ${count(inOneCard, 'contact')}; ${displayName} recommends at most ${String(most)} in one card`,
		},
	];
}

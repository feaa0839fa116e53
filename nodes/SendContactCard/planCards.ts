import type { FittedContact } from '../carried/fitContact';
import { count } from '../contact/text';
import type { Message, Provider, ProviderRequest, Target } from '../providers/provider';
import type { PreparedItem } from './prepareItems';

/** What goes to one recipient for one input item, or for several that are combined. */
export interface Card {
	/** Input items, the first of them first. */
	items: number[];
	target: Target;
	contacts: FittedContact[];
	requests: PlannedRequest[];
	/** What belongs to none of the contacts. */
	warnings: PreparedItem['warnings'];
}

export interface PlannedRequest {
	request: ProviderRequest;
	/** The contact that the message carries, or the first and the last of them, from 1; for messages to people. */
	subject: string;
}

/**
 * The cards of a run: one per item, or one for all items that go to the same place with the same options. A card
 * with more contacts than the provider takes at once becomes several requests, in order.
 */
export function planCards(
	items: readonly PreparedItem[],
	provider: Provider,
	combineItems: boolean,
): Card[] {
	const groups = combineItems ? byTarget(items) : items.map((item): Group => [item]);
	return groups.map((group) => planCard(group, provider));
}

/** Items that become one card. */
type Group = [PreparedItem, ...PreparedItem[]];

function byTarget(items: readonly PreparedItem[]): Group[] {
	const groups = new Map<string, Group>();
	for (const item of items) {
		const key = JSON.stringify(item.target);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [item]);
		else group.push(item);
	}
	return [...groups.values()];
}

function planCard(group: Group, provider: Provider): Card {
	const [{ target }] = group;
	const contacts = group.flatMap((item) => item.contacts);
	return {
		items: group.map(({ item }) => item),
		target,
		contacts,
		requests: planRequests(contacts, target, provider),
		warnings: [
			...group.flatMap(({ warnings }) => warnings),
			...numberWarnings(contacts.length, provider),
		],
	};
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
			message: `The card has ${count(inOneCard, 'contact')}; ${displayName} advises at most ${String(most)} in one card`,
		},
	];
}

function planRequests(
	contacts: readonly FittedContact[],
	target: Target,
	provider: Provider,
): PlannedRequest[] {
	const atOnce = provider.limits.contactsPerCard ?? contacts.length;
	const requests: PlannedRequest[] = [];
	for (let start = 0; start < contacts.length; start += atOnce) {
		const [first, ...others] = contacts.slice(start, start + atOnce).map(({ contact }) => contact);
		if (first === undefined) continue;
		const card: Message = { id: '', contacts: [first, ...others] };
		const last = start + card.contacts.length;
		requests.push({
			request: provider.request(card, target),
			subject:
				last === start + 1
					? `Contact ${String(last)}`
					: `Contacts ${String(start + 1)} to ${String(last)}`,
		});
	}
	return requests;
}

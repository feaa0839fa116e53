/** Checks what a phone would make of a card. */
import { checkBirthday, checkEmails, checkLinks, checkPhoto, listOthers } from './fieldRules';
import type { CardCheck, CheckedCard, CheckedContact, Finding, Level, Verdict } from './finding';
import { checkBrokenOut, checkName, checkNameLength, checkNameParts, checkText } from './nameRules';
import { checkInternational, checkNumbers, checkWhatsAppId } from './numberRules';

/** How much a finding lowers the score. */
const COST: Readonly<Record<Level, number>> = { problem: 30, warning: 10, note: 0, fine: 0 };

/** Maximum contacts in one WhatsApp message, by Meta's page on contacts messages. */
const MAX_CONTACTS = 257;

type Look = (contact: CheckedContact, network: string) => Verdict[];

/** Every rule for one contact, in the order in which a person looks at a card. */
const RULES: Readonly<Record<string, Look>> = {
	name: ({ contact }) => checkName(contact),
	nameLength: ({ contact }) => checkNameLength(contact.name.formatted_name),
	text: ({ contact }) => checkText(contact),
	nameParts: ({ lines }) => (lines === null ? [] : checkNameParts(lines)),
	brokenOut: ({ lines }) => (lines === null ? [] : checkBrokenOut(lines)),
	photo: ({ photo }) => (photo === null ? [] : checkPhoto(photo)),
	numbers: ({ contact }) => checkNumbers(contact),
	international: ({ contact }) => contact.phones.flatMap(checkInternational),
	whatsAppId: ({ contact }, network) => (network === 'WhatsApp' ? checkWhatsAppId(contact) : []),
	emails: ({ contact }) => checkEmails(contact),
	links: ({ contact }) => checkLinks(contact),
	birthday: ({ contact }) => checkBirthday(contact),
	others: ({ contact }) => listOthers(contact),
};

/** What the recipient's phone shows of a card and what it doesn't, and why. Pure. */
export function checkCard(card: CheckedCard): CardCheck {
	const onCard = checkWhole(card);
	const byContact = card.contacts.map((contact, index) =>
		Object.entries(RULES).flatMap(([rule, look]) =>
			look(contact, card.network).map((verdict) => ({ rule, contact: index + 1, ...verdict })),
		),
	);
	const weakest = Math.max(0, ...byContact.map(costOf));
	return {
		score: Math.max(0, 100 - costOf(onCard) - weakest),
		findings: [...onCard, ...byContact.flat()],
	};
}

function costOf(findings: readonly Verdict[]): number {
	return findings.reduce((sum, { level }) => sum + COST[level], 0);
}

function checkWhole({ copy, contacts, network }: CheckedCard): Finding[] {
	const found: Finding[] = [];
	const say = (rule: string, level: Level, shows: string, why: string) => {
		found.push({ rule, level, shows, why, contact: 0 });
	};
	if (copy > 1) {
		say(
			'once',
			'problem',
			`Arrives for the ${ordinal(copy)} time`,
			'This recipient already got this exact card. Look for a repeated item, or a request that was retried although the first one had arrived.',
		);
	}
	if (contacts.length === 0) {
		say('contacts', 'problem', 'An empty card', 'No contact could be read from what was sent.');
	}
	if (network === 'WhatsApp' && contacts.length > MAX_CONTACTS) {
		say(
			'contacts',
			'problem',
			`${String(contacts.length)} contacts in one card`,
			`WhatsApp accepts at most ${String(MAX_CONTACTS)} contacts in one message. Send several cards.`,
		);
	}
	return found;
}

function ordinal(number: number): string {
	const ending = new Map([
		['one', 'st'],
		['two', 'nd'],
		['few', 'rd'],
	]).get(new Intl.PluralRules('en', { type: 'ordinal' }).select(number));
	return `${String(number)}${ending ?? 'th'}`;
}

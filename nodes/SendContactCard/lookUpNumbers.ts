/** WhatsApp ID: Look Up. Fills in the WhatsApp ids of a run's contacts with what the provider says about their numbers. */

import { places } from '../carried/carries';
import type { Contact, FieldWarning, Phone } from '../contact/contact';
import { accountDigits } from '../contact/phone/whatsAppAccount';
import { askNumbers, type NumberAnswer } from '../delivery/askNumbers';
import type { SenderTools } from '../delivery/sendMessage';
import type { NumberStatus, Provider } from '../providers/provider';
import type { LookedUpContact, ReadItem } from './readItems';
import type { Run } from './readRun';

/**
 * The items with the WhatsApp ids of their phones looked up, if that was chosen: each number once in the run. Given ids and
 * recipients are not changed. A phone that cannot be looked up gets the digits of its number, with a warning.
 *
 * @param lookedUp what earlier attempts of the run found out, see {@link numbersLookedUp}
 */
export async function lookUpNumbers(
	items: readonly ReadItem[],
	{ provider, settings }: Run,
	tools: SenderTools,
	lookedUp: Map<string, NumberStatus>,
): Promise<ReadItem[]> {
	const { lookUp } = provider;
	const asking = items.filter(({ looksUp }) => looksUp);
	if (lookUp === undefined || asking.length === 0) return [...items];
	const numbers = asking.flatMap(({ contacts, target }) =>
		contacts.flatMap(({ contact }) =>
			carriedPhones(contact, provider).flatMap((phone) => {
				const number = numberToAsk(phone);
				return number === undefined ? [] : [{ number, target }];
			}),
		),
	);
	const known = await askNumbers(numbers, lookUp, settings, tools, lookedUp);
	return items.map((item) =>
		item.looksUp
			? { ...item, contacts: item.contacts.map((contact) => filled(contact, known, provider)) }
			: item,
	);
}

/** The phones that reach the recipient: nobody is asked about the others. */
function carriedPhones({ phones }: Contact, { carries }: Provider): Phone[] {
	return phones.slice(0, places(carries.phones));
}

/** The digits to ask about; undefined if the phone already has an id, or cannot have one. */
function numberToAsk({ phone, wa_id: given }: Phone): string | undefined {
	return given === undefined ? accountDigits(phone) : undefined;
}

function filled(
	{ contact, warnings, ...others }: LookedUpContact,
	known: ReadonlyMap<string, NumberAnswer>,
	provider: Provider,
): LookedUpContact {
	const lookedUp = new Set<string>();
	const found: FieldWarning[] = [];
	const phones = contact.phones.map((phone): Phone => {
		const digits = numberToAsk(phone);
		if (digits === undefined) return phone;
		lookedUp.add(phone.phone);
		const answer = known.get(digits);
		const { waId, warning } =
			answer === undefined ? { waId: digits } : idOf(digits, answer, provider);
		if (warning !== undefined) found.push({ field: 'phones', message: warning });
		return waId === undefined ? phone : { ...phone, wa_id: waId };
	});
	return {
		contact: { ...contact, phones },
		warnings: [...warnings, ...found],
		...others,
		lookedUp,
	};
}

/** The id that an answer gives a phone, and the warning about it. */
function idOf(
	digits: string,
	answer: NumberAnswer,
	{ displayName, carries, lookUp }: Provider,
): { waId?: string; warning?: string } {
	if ('failed' in answer) {
		const warning = `The WhatsApp ID of +${digits} could not be looked up (${answer.failed}), so the digits of the number are used instead`;
		return { waId: digits, warning };
	}
	if (!answer.onWhatsApp) {
		if (lookUp?.noIsUnsure !== true) {
			return { warning: `+${digits} is not on WhatsApp: the card shows Invite` };
		}
		const warning = `${displayName} found no WhatsApp account for +${digits}: the card may show Invite`;
		return { waId: digits, warning };
	}
	const { waId = digits } = answer;
	if (waId === digits || carries.whatsAppIds) return { waId };
	const warning = `+${digits} is on WhatsApp as +${waId}, which ${displayName} has no field for: the card may show Invite`;
	return { waId: digits, warning };
}

/** What a list says about the numbers that a service was asked about. */

import { accountNumber } from '../contact/phone/whatsAppAccount';
import type { NumberStatus } from './provider';

/** An entry of such a list. */
export interface ListedNumber {
	/** The number as the service repeats it: digits, with or without `+` or a server behind `@`. */
	asked: string;
	/** Undefined where the entry does not say. */
	onWhatsApp: boolean | undefined;
	/** The account's JID. It means nothing where there is no account. */
	jid: string | null | undefined;
}

/**
 * The statuses by number. Entries about other numbers are skipped, and a number whose entries contradict each other is
 * absent.
 *
 * @param numbers digits, as they were asked about
 */
export function numberStatuses(
	numbers: readonly string[],
	entries: readonly ListedNumber[],
): Map<string, NumberStatus> {
	const wanted = new Set(numbers);
	const found = new Map<string, NumberStatus>();
	const unclear = new Set<string>();
	for (const { asked, onWhatsApp, jid } of entries) {
		const number = asked.replace(/@.*/, '').replace(/\D/g, '');
		if (!wanted.has(number) || onWhatsApp === undefined) continue;
		const status: NumberStatus = onWhatsApp
			? { onWhatsApp, ...accountNumber(jid ?? undefined) }
			: { onWhatsApp };
		const before = found.get(number);
		if (before !== undefined && !isSame(before, status)) unclear.add(number);
		found.set(number, status);
	}
	for (const number of unclear) found.delete(number);
	return found;
}

function isSame(one: NumberStatus, other: NumberStatus): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

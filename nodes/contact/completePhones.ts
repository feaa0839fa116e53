/** A contact's phones: in E.164 or as typed, with their WhatsApp ids, each number once. */

import type { CompletionOptions, Warn } from './complete';
import type { ContactDraft, Phone } from './contact';
import type { CountryCode } from './phone/countries';
import { readPhone, separateNumbers } from './phone/phone';
import { readWhatsAppId } from './phone/whatsAppId';
import { oneLine, quote } from './text';
import { typeOfAll } from './vcard/types';

/** Phones that are read in one step, which takes at most a few milliseconds. */
const STEP = 20;

/** One number with the types of all its entries. */
interface FoundPhone {
	phone: string;
	types: string[];
	/** The id that an entry has; several entries with different ids stay several phones. */
	ownId: string | undefined;
	/** The id that the number would have. */
	madeId: string | undefined;
}

/**
 * The phones of a draft in their order, read in steps. The same number again is the same phone, with the types of both,
 * unless each has a WhatsApp id of its own.
 */
export function* completePhones(
	draft: ContactDraft,
	{ defaultCountry, whatsappId }: CompletionOptions,
	warn: Warn,
): Generator<void, Phone[], undefined> {
	const phones = new Phones();
	for (const [index, given] of (draft.phones ?? []).entries()) {
		if (index % STEP === STEP - 1) yield;
		const id = completeWhatsAppId(given.wa_id ?? '', (message) => warn('phones', message));
		const type = oneLine(given.type ?? '');
		const numbers = separateNumbers(given.phone.trim(), defaultCountry);
		for (const [place, number] of numbers.entries()) {
			const ownId = place === 0 ? id : undefined;
			// A WhatsApp id is a phone number with country code: it replaces a missing one, or one that lacks only the +
			const line = oneLine(number);
			const isId = ownId !== undefined && (line === '' || line === ownId);
			const asTyped = isId ? `+${ownId}` : line;
			if (asTyped === '') continue;
			const { phone, waId, problem, note } = tidyPhone(asTyped, defaultCountry);
			const isNew = phones.add({
				phone,
				types: type === '' ? [] : [type],
				ownId,
				madeId: whatsappId === 'fromPhone' ? waId : undefined,
			});
			if (problem !== undefined && isNew)
				warn('phones', `${quote(asTyped)} ${problem}; it is sent as typed`);
			if (note !== undefined)
				warn('phones', `${quote(note)} behind ${phone} is not part of the number; it was left out`);
		}
	}
	return yield* phones.list();
}

/** Phones, each number once. */
class Phones {
	private readonly found: FoundPhone[] = [];
	private readonly byNumber = new Map<string, FoundPhone[]>();

	/** @returns whether the number was not there before */
	add(phone: FoundPhone): boolean {
		const { types, ownId } = phone;
		const others = this.byNumber.get(phone.phone);
		const same = others?.find(
			(other) => ownId === undefined || other.ownId === undefined || other.ownId === ownId,
		);
		if (same !== undefined) {
			same.types.push(...types);
			same.ownId ??= ownId;
			return false;
		}
		this.found.push(phone);
		if (others === undefined) this.byNumber.set(phone.phone, [phone]);
		else others.push(phone);
		return others === undefined;
	}

	*list(): Generator<void, Phone[], undefined> {
		const phones: Phone[] = [];
		for (const { phone, types, ownId, madeId } of this.found) {
			const type = typeOfAll(types);
			const id = ownId ?? madeId;
			phones.push({
				phone,
				...(type === undefined ? {} : { type }),
				...(id === undefined ? {} : { wa_id: id }),
			});
			if (phones.length % STEP === 0) yield;
		}
		return phones;
	}
}

/**
 * A phone in E.164 with the WhatsApp id it would have and the note that it was typed with, or as typed with what is wrong
 * with it, if anything.
 */
function tidyPhone(
	asTyped: string,
	defaultCountry: CountryCode | undefined,
): { phone: string; waId?: string; problem?: string; note?: string } {
	const read = readPhone(asTyped, defaultCountry);
	switch (read.kind) {
		case 'short':
			return { phone: asTyped };
		case 'unreadable':
			return { phone: asTyped, problem: read.reason };
		case 'international': {
			const { e164, digits, extension, note } = read;
			return extension === undefined
				? { phone: e164, waId: digits, ...(note === undefined ? {} : { note }) }
				: { phone: `${e164};ext=${extension}` };
		}
	}
}

/** A WhatsApp id as digits: people also paste it with `+`, separators or as a JID. */
export function completeWhatsAppId(
	given: string,
	warn: (message: string) => void,
): string | undefined {
	const id = oneLine(given);
	if (id === '') return undefined;
	const digits = readWhatsAppId(id);
	if (digits === undefined) {
		const what = /\p{L}/u.test(id) ? 'a number' : 'a number with country code';
		warn(`The WhatsApp ID ${quote(given)} is not ${what}; it was left out`);
	}
	return digits;
}

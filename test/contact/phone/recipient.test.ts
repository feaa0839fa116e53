import fc from 'fast-check';

import { readRecipient, type RecipientRules } from '../../../nodes/contact/phone/recipient';
import { InputError } from '../../../nodes/failures/inputError';

const SEED = 20262;
const RUNS = 5000;

const RYZE: RecipientRules = { provider: 'RyzeAPI', jids: ['g.us', 'lid', 'newsletter'] };
const CHERT: RecipientRules = { provider: 'Chert', jids: [] };

function refusalOf(typed: string, rules = RYZE): InputError {
	try {
		readRecipient(typed, rules);
	} catch (error) {
		if (error instanceof InputError) return error;
	}
	throw new Error(`${typed} was not refused`);
}

describe('a recipient is', () => {
	it.each([
		['a number in E.164', '+5512996130832', '5512996130832'],
		['a number with separators', '+55 (12) 99613-0832', '5512996130832'],
		['a number with its country code in brackets', '(+55) 12 99613-0832', '5512996130832'],
		['a number with a minus sign', '+55 12 99613−0832', '5512996130832'],
		['a number between invisible marks', '\u202a+5512996130832\u202c', '5512996130832'],
		['a number in Arabic digits', '+٥٥١٢٩٩٦١٣٠٨٣٢', '5512996130832'],
		['a tel: URI', 'tel:+55-12-99613-0832', '5512996130832'],
		['a number behind the apostrophe of a spreadsheet', "'+5512996130832", '5512996130832'],
		['a number in quotes', '"+55 12 99613-0832"', '5512996130832'],
		['bare digits with country code', '6281234567890', '6281234567890'],
		['bare digits of the old Mexican spelling', '5215512345678', '5215512345678'],
		['a British number with its trunk zero in brackets', '+44 (0)20 7946 0958', '442079460958'],
		['an Italian number with its zero in brackets', '+39 (0)6 1234 5678', '390612345678'],
		['a Brazilian number without the ninth digit', '+55 12 9613-0832', '551296130832'],
		['a JID', '5512996130832@s.whatsapp.net', '5512996130832'],
		['a JID in capitals', '5512996130832@S.WhatsApp.NET', '5512996130832'],
		['a JID with +', '+5512996130832@s.whatsapp.net', '5512996130832'],
		['a JID of one of the devices', '5512996130832:12@s.whatsapp.net', '5512996130832'],
		['an Italian mobile with a zero in brackets', '+39 (0)347 1234567', '393471234567'],
		['the sender that a messaging service names', 'whatsapp:+5512996130832', '5512996130832'],
		['a JID with the kind of account', '5512996130832.0:12@s.whatsapp.net', '5512996130832'],
		['a chat id', '5512996130832@c.us', '5512996130832'],
	])('%s', (_, typed, digits) => {
		expect(readRecipient(typed, CHERT)).toEqual({ kind: 'phone', e164: `+${digits}`, digits });
	});

	it.each([
		['BR', '12 99613-0832', '5512996130832'],
		['BR', '0 12 99613-0832', '5512996130832'],
		['BR', '+49 30 123456', '4930123456'],
		['AR', '11 15 1234-5678', '5491112345678'],
		['AD', '312345', '376312345'],
		['CO', '0057 321 1234567', '573211234567'],
		['CO', '0058 412 123 4567', '584121234567'],
		['BR', '0055 41 99876-5432', '5541998765432'],
		['DE', '4917612345678', '4917612345678'],
		['XK', '38344123456', '38344123456'],
	] as const)('a number of the default country %s: %s', (defaultCountry, typed, digits) => {
		expect(readRecipient(typed, { ...RYZE, defaultCountry })).toEqual({
			kind: 'phone',
			e164: `+${digits}`,
			digits,
		});
	});

	it.each([
		['120363025246125486@g.us', 'g.us', '120363025246125486@g.us'],
		['5512996130832-1590000000@g.us', 'g.us', '5512996130832-1590000000@g.us'],
		['120363025246125486@G.US', 'g.us', '120363025246125486@g.us'],
		['123456789012345@lid', 'lid', '123456789012345@lid'],
		['123456789012345:3@lid', 'lid', '123456789012345@lid'],
		['120363025246125486@newsletter', 'newsletter', '120363025246125486@newsletter'],
		[' \u200e120363025246125486@newsletter ', 'newsletter', '120363025246125486@newsletter'],
	])('the JID %s', (typed, server, jid) => {
		expect(readRecipient(typed, RYZE)).toEqual({ kind: 'jid', server, jid });
	});
});

describe('a recipient is refused that', () => {
	it.each([
		['', 'Recipient is empty'],
		[' \u200e\t', 'Recipient is empty'],
		[
			'+5512996130832 +5512996130833',
			'Recipient "+5512996130832 +5512996130833" is more than one phone number',
		],
		[
			'+5512996130832, +5512996130833',
			'Recipient "+5512996130832, +5512996130833" is more than one phone number',
		],
		[
			'5512996130832;5512996130833',
			'Recipient "5512996130832;5512996130833" is more than one phone number',
		],
		['+5512996130832/33', 'Recipient "+5512996130832/33" is more than one phone number'],
		['+49301234\n5678', 'Recipient "+49301234 5678" is not one phone number'],
		['+49301234\t5678', 'Recipient "+49301234 5678" is not one phone number'],
		['John', 'Recipient "John" has no digits'],
		['49301234567.5', 'Recipient "49301234567.5" looks like the result of a calculation'],
		['-301234567', 'Recipient "-301234567" looks like the result of a calculation'],
		['5.513E+12', expect.stringMatching(/^Recipient "5.513E\+12" was rounded by a spreadsheet/)],
		['+55 12 99613-0832 Maria', 'Recipient "+55 12 99613-0832 Maria" is not one phone number'],
		['+1 800 FLOWERS', 'Recipient "+1 800 FLOWERS" is not one phone number'],
		['+1 201 555 0123 x12', 'Recipient "+1 201 555 0123 x12" has an extension'],
		['tel:+12015550123;ext=12', 'Recipient "tel:+12015550123;ext=12" has an extension'],
		['+1 201 555 0123 poste 12', 'Recipient "+1 201 555 0123 poste 12" has an extension'],
		[
			'+1 201 555 0123 after 18',
			'Recipient "+1 201 555 0123 after 18" has "after 18" behind the number',
		],
		[
			'5512996130832.1:12@s.whatsapp.net',
			'Recipient "5512996130832.1:12@s.whatsapp.net" is not a JID that a card can go to',
		],
		['112', 'Recipient "112" is a short number that cannot receive a card'],
		['012 99613-0832', 'Recipient "012 99613-0832" begins with 0, so it has no country code'],
		['12 99613-0832', 'Recipient "12 99613-0832" has no + and country code'],
		['4901512345678', 'Recipient "4901512345678" is not a country code and number'],
		['89685024992', 'Recipient "89685024992" is not a country code and number'],
		['+999123456789', 'Recipient "+999123456789" has a country code that does not exist'],
		['+55 12 9961', 'Recipient "+55 12 9961" has too few or too many digits for its country'],
		[
			'+55 12 99613-08321',
			'Recipient "+55 12 99613-08321" has too few or too many digits for its country',
		],
		[
			'5512996130832@g.us@g.us',
			'Recipient "5512996130832@g.us@g.us" is not a JID that a card can go to',
		],
		['john@example.com', 'Recipient "john@example.com" is not a JID that a card can go to'],
		['status@broadcast', 'Recipient "status@broadcast" is not a JID that a card can go to'],
		['@g.us', 'Recipient "@g.us" is not a JID that a card can go to'],
		['5512996130832@', 'Recipient "5512996130832@" is not a JID that a card can go to'],
		['12 34567@g.us', 'Recipient "12 34567@g.us" is not a JID that a card can go to'],
		[
			'5511999.887766@s.whatsapp.net',
			'Recipient "5511999.887766@s.whatsapp.net" is not a JID that a card can go to',
		],
		[
			'08123456789@s.whatsapp.net',
			'Recipient "08123456789@s.whatsapp.net" has no country code and number before the @',
		],
		['112@c.us', 'Recipient "112@c.us" has no country code and number before the @'],
		[
			'1234567890123456@s.whatsapp.net',
			'Recipient "1234567890123456@s.whatsapp.net" has no country code and number before the @',
		],
	])('is %j', (typed, message) => {
		expect(refusalOf(typed)).toMatchObject({ message, field: 'recipient' });
	});

	it.each([
		['+49 0151 23456789', '+4915123456789'],
		['0049 0151 23456789', '+4915123456789'],
		['+54 11 15 1234-5678', '+5491112345678'],
		['+55 015 12 99613 0832', '+5512996130832'],
	])('has digits which are not dialled from abroad: %s', (typed, e164) => {
		expect(refusalOf(typed)).toMatchObject({
			message: `Recipient "${typed}" has digits that are not dialled from abroad`,
			fix: `If you mean ${e164}, write it that way.`,
		});
	});

	it('never has the zero of a decimal number as its last digit', () => {
		for (const typed of ['49301234567.0', '301234567.00', '49301234567']) {
			expect(readRecipient(typed, { ...CHERT, defaultCountry: 'DE' })).toMatchObject({
				digits: '49301234567',
			});
		}
		expect(readRecipient('447700900123.0', CHERT)).toMatchObject({ digits: '447700900123' });
	});

	it('names the shortest way out first', () => {
		expect(refusalOf('12996130832').fix).toBe(
			'Add the country code, as in +5512996130832, or set Default Country in the options.',
		);
		const alone =
			'Enter one phone number with + and country code, and nothing else, as in +5512996130832.';
		expect(refusalOf('+1 201 555 0123 x12').fix).toBe(alone);
		expect(refusalOf('00447700900123 / 4').fix).toBe(alone);
		expect(refusalOf('https://wa.me/447700900123').fix).toBe(alone);
		expect(refusalOf('Mobile: +447700900123').message).toBe(
			'Recipient "Mobile: +447700900123" is not one phone number',
		);
		expect(refusalOf('x@g.us').fix).toBe(
			'Add the country code, as in +5512996130832, or set Default Country in the options. RyzeAPI also sends to a group (…@g.us), a hidden user (…@lid) or a newsletter (…@newsletter).',
		);
		expect(refusalOf('John').fix).toBe(
			'Enter a phone number with + and country code, as in +5512996130832.',
		);
		expect(refusalOf('12996130832x', { ...CHERT, defaultCountry: 'BR' }).fix).toBe(
			'Write it with + and country code, as in +5512996130832. Default Country is BR.',
		);
	});

	it.each([['DE', '62811234567']] as const)(
		'is several people by Default Country %s: %s',
		(defaultCountry, typed) => {
			expect(refusalOf(typed, { ...RYZE, defaultCountry }).message).toMatch(
				new RegExp(`^Recipient "${typed}" could be \\+\\d+ or \\+\\d+$`),
			);
		},
	);

	it.each([
		['120363025246125486@g.us', 'a group (…@g.us)'],
		['123456789012345@lid', 'a hidden user (…@lid)'],
		['120363025246125486@newsletter', 'a newsletter (…@newsletter)'],
	])('is %s, where the provider does not deliver to it', (jid, words) => {
		expect(refusalOf(jid, CHERT).message).toBe(
			`Recipient "${jid}" is ${words}, which Chert does not send to`,
		);
	});

	it.each([
		['US', '39411234', 'is neither a phone number in US nor one with a country code'],
		['DE', '069 1234 069 1235', 'is more than one phone number'],
		['DE', '+49 30 1234567/8', 'is more than one phone number'],
	] as const)('is by Default Country %s: %s', (defaultCountry, typed, reason) => {
		expect(refusalOf(typed, { ...RYZE, defaultCountry }).message).toBe(
			`Recipient "${typed}" ${reason}`,
		);
	});
});

describe('for every text', () => {
	const between = fc.constantFrom(
		...['', '', '', '', '', ' ', '-', '.', '(', ')', '(0)', '/', ',', ';', '+', 'x', 'a', '\n'],
		...['\u200e', '\u00a0', '@', ':', 'ext.', '٣', '𝟛'],
	);
	const typed = fc
		.array(fc.tuple(between, fc.integer({ min: 0, max: 9 }).map(String)), { maxLength: 20 })
		.chain((pairs) =>
			fc
				.tuple(fc.constantFrom('', '+', '+55', '+49', '+1'), fc.constantFrom('', '', '@c.us'))
				.map(([start, end]) => [start, ...pairs.flat(), end].join('')),
		);

	it(`a recipient is a plain E.164 number with the typed digits, or refused (seed ${SEED})`, () => {
		fc.assert(
			fc.property(typed, (text) => {
				let recipient;
				try {
					recipient = readRecipient(text, CHERT);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
					return;
				}
				if (recipient.kind !== 'phone') throw new Error('a JID that Chert does not take');
				expect(recipient.e164).toMatch(/^\+[1-9]\d{6,14}$/);
				expect(recipient.digits).toBe(recipient.e164.slice(1));
				const ascii = text.replace(/٣|𝟛/gu, '3').replace(/:\d+@|@/, '');
				const digits = [ascii, ascii.replace('(0)', '')].map((part) => part.replace(/\D/g, ''));
				expect(digits).toContain(recipient.digits);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`two numbers are never one recipient (seed ${SEED})`, () => {
		const number = fc
			.tuple(fc.constantFrom('+5512', '+4930', '+1201', '5512'), fc.integer({ min: 1e6, max: 9e8 }))
			.map(([start, rest]) => `${start}${rest}`);
		const separator = fc.constantFrom(',', ';', '/', '|', ' +', '\n', '\t', ' and ', ' ou ', ':');
		fc.assert(
			fc.property(number, separator, number, (first, joint, second) => {
				expect(() => readRecipient(first + joint + second, RYZE)).toThrow(InputError);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});

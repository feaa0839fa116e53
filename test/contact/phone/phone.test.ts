import fc from 'fast-check';

import { phoneCountries, type CountryCode } from '../../../nodes/contact/phone/countries';
import { readPhone } from '../../../nodes/contact/phone/phone';
import { onlyDigits, plainPhone } from '../../../nodes/contact/phone/typed';
import { BRAZILIAN, reasonFor } from './read';

const SEED = 20261;
const RUNS = 3000;

function e164Of(typed: string, country?: CountryCode): string {
	const read = readPhone(typed, country);
	return read.kind === 'international' ? read.e164 : read.kind;
}

describe('a number with + and country code is read', () => {
	it.each([
		['as E.164', '+5512996130832'],
		['with spaces and a hyphen', '+55 12 99613-0832'],
		['with a space after the +', '+ 55 12 99613 0832'],
		['with the area code in brackets', '+55 (12) 99613-0832'],
		['with the country code in brackets', '(+55) 12 99613-0832'],
		['with + before the bracket', '+(55) 12 99613-0832'],
		['with dots', '+55.12.99613.0832'],
		['with dashes of typography', '+55–12‑99613—0832'],
		['with no-break and narrow spaces', '+55\u00a012\u202f99613\u20090832'],
		['with spaces around', '  +5512996130832 \n'],
		['between marks of writing direction', '\u202a+55 12 99613-0832\u202c'],
		['with zero-width and byte-order marks', '\ufeff+55\u200b12\u200d996130832'],
		['in Arabic-Indic digits', '+٥٥١٢٩٩٦١٣٠٨٣٢'],
		['in Persian digits', '+۵۵۱۲۹۹۶۱۳۰۸۳۲'],
		['in Devanagari digits', '+५५१२९९६१३०८३२'],
		['in full-width digits', '＋５５１２９９６１３０８３２'],
		['in double-struck digits', '+𝟝𝟝𝟙𝟚𝟡𝟡𝟞𝟙𝟛𝟘𝟠𝟛𝟚'],
		['in monospaced digits', '+𝟻𝟻𝟷𝟸𝟿𝟿𝟼𝟷𝟹𝟶𝟾𝟹𝟸'],
		['behind the apostrophe of a spreadsheet', "'+5512996130832"],
		['behind an apostrophe of typography', '\u2019+55 12 99613-0832'],
		['in quotes', '"+5512996130832"'],
		['as a formula that makes it a text', '="+5512996130832"'],
		['as tel: URI, behind an apostrophe', "'tel:+55-12-99613-0832"],
		['as tel: URI', 'tel:+55-12-99613-0832'],
		['as tel: URI in capitals', 'TEL:+5512996130832'],
		['as percent-encoded tel: URI', 'tel:%2B55%2012%2099613-0832'],
		['as tel: URI with its country code as context', 'tel:12-99613-0832;phone-context=+55'],
		['as tel: URI with parameters of no concern', 'tel:+5512996130832;isub=1;x-y=z'],
		['as WhatsApp JID', '5512996130832@s.whatsapp.net'],
		['as WhatsApp JID of a device', '5512996130832:12@s.whatsapp.net'],
		['as WhatsApp JID with +', '+5512996130832@s.whatsapp.net'],
		['as chat id of WhatsApp Web', '5512996130832@c.us'],
		['as WhatsApp JID with its kind, as libraries log it', '5512996130832.0:12@s.whatsapp.net'],
		['as address of a messaging service', 'whatsapp:+5512996130832'],
		['as sms: URI', 'sms:+55-12-99613-0832'],
		['as bare digits', '5512996130832'],
	])('%s', (_, typed) => {
		expect(readPhone(typed)).toEqual(BRAZILIAN);
	});

	it.each(['BR', 'US', 'DE'] as const)('the same where %s is the default country', (country) => {
		expect(readPhone('+55 12 99613-0832', country)).toEqual(BRAZILIAN);
		expect(readPhone('5512996130832@c.us', country)).toEqual(BRAZILIAN);
	});

	it.each([
		['British, without its trunk zero', '+44 (0)20 7946 0958', '+442079460958'],
		['German, without its trunk zero', '+49 0151 23456789', '+4915123456789'],
		['Italian, with the zero that is part of it', '+39 06 1234 5678', '+390612345678'],
		['Italian, with that zero in brackets', '+39 (0)6 1234 5678', '+390612345678'],
		[
			'Italian mobile, with a zero in brackets that it lacks',
			'+39 (0)347 1234567',
			'+393471234567',
		],
		['the same with 00', '0039(0)347 1234567', '+393471234567'],
		['Polish, with a zero that its country lacks', '+48 (0) 512 345 678', '+48512345678'],
		['Greek, with a zero that its country lacks', '+30 (0)691 234 5678', '+306912345678'],
		['American, with a zero that its country lacks', '+1 (0) 415 555 2671', '+14155552671'],
		['Ivorian, with the zero that is part of it', '+225 (0)7 12 34 56 78', '+2250712345678'],
		['of Benin, with the zero that is part of it', '+229 (0)1 97 12 34 56', '+2290197123456'],
		['Brazilian with the ninth digit', '+55 12 99613-0832', '+5512996130832'],
		['Brazilian without the ninth digit', '+55 12 9613-0832', '+551296130832'],
		['Mexican of today', '+52 55 1234 5678', '+525512345678'],
		['Mexican of before 2019', '+52 1 55 1234 5678', '+5215512345678'],
		['Mexican of before 2019, bare', '5215512345678', '+5215512345678'],
		['Argentine with the 9', '+54 9 11 1234 5678', '+5491112345678'],
		['Argentine without the 9', '+54 11 1234 5678', '+541112345678'],
		['of a satellite network', '+870 123456789', '+870123456789'],
		['of a free call', '+800 1234 5678', '+80012345678'],
	])('%s', (_, typed, e164) => {
		expect(readPhone(typed)).toEqual({
			kind: 'international',
			e164,
			digits: e164.slice(1),
		});
	});
});

describe('a number without + is read', () => {
	it.each([
		['BR', '12 99613-0832', '+5512996130832'],
		['BR', '(12) 99613-0832', '+5512996130832'],
		['BR', '0 12 99613-0832', '+5512996130832'],
		['BR', '015 12 99613-0832', '+5512996130832'],
		['BR', '5512996130832', '+5512996130832'],
		['BR', '14155552671', '+14155552671'],
		['BR', '4915123456789', '+4915123456789'],
		['DE', '4917612345678', '+4917612345678'],
		['ID', '62811234567', '+62811234567'],
		['XK', '38344123456', '+38344123456'],
		['CO', '0057 321 1234567', '+573211234567'],
		['CO', '0058 412 123 4567', '+584121234567'],
		['BR', '0055 41 99876-5432', '+5541998765432'],
		['BR', '5215512345678', '+5215512345678'],
		['DE', '030/123456', '+4930123456'],
		['DE', '06221 / 12 34 56', '+496221123456'],
		['AT', '0043/1/5123456', '+4315123456'],
		['DE', '+49 (0)33762/12345', '+493376212345'],
		['DE', '0049 30 123456', '+4930123456'],
		['US', '(201) 555-0123', '+12015550123'],
		['RU', '8 999 123 45 67', '+79991234567'],
		['IT', '06 1234 5678', '+390612345678'],
		// Kept for fiction, so in no plan
		['GB', '07700 900123', '+447700900123'],
		['GB', '(01632) 960123', '+441632960123'],
		['DE', '00447700900123', '+447700900123'],
		['AR', '11 15 1234-5678', '+5491112345678'],
		['EG', '٠١٠ ٠١٢٣ ٤٥٦٧', '+201001234567'],
		['AD', '312 345', '+376312345'],
		['GL', '221234', '+299221234'],
	] as const)('as one of %s: %s', (country, typed, e164) => {
		expect(e164Of(typed, country)).toBe(e164);
	});

	it.each([
		['US', '555-0123', 'is not a phone number in US'],
		['US', '39411234', 'is neither a phone number in US nor one with a country code'],
		['US', '011 55 12 9961 308', 'is not a phone number in US'],
		['DE', '0057 321', 'has fewer digits than a phone number with country code'],
		// An area code is never added
		['BM', '234 5678', 'is not a phone number in BM'],
	] as const)('as none of %s: %s %s', (country, typed, reason) => {
		expect(reasonFor(typed, country)).toBe(reason);
	});

	it.each([['DE', '62811234567', 'could be +62811234567 or +4962811234567']] as const)(
		'as none of %s where %s is two people',
		(country, typed, reason) => {
			expect([reason, reason.replace(/(\+\d+) or (\+\d+)/, '$2 or $1')]).toContain(
				reasonFor(typed, country),
			);
		},
	);
});

it('a zero in brackets makes two numbers of one if both are valid', () => {
	expect(reasonFor('+241 (0)6 12 34 56')).toBe('could be +24106123456 or +2416123456');
});

describe('reading', () => {
	it(`never throws, and reads what it wrote as the same number (seed ${SEED})`, () => {
		const digit = fc.integer({ min: 0, max: 9 }).map(String);
		const between = fc.constantFrom(
			...['', '', '', '', ' ', '-', '.', '(', ')', '/', '+', ',', 'x', ';ext='],
			...['٣', '𝟛', '\u200e', '\ud800', 'tel:', '@c.us', ':1'],
		);
		const typed = fc
			.array(fc.tuple(between, digit), { maxLength: 22 })
			.chain((pairs) => fc.constantFrom('', '+', '00', 'tel:+').map((start) => [start, ...pairs]))
			.map((parts) => parts.flat().join(''));
		const country = fc.constantFrom<CountryCode | undefined>(undefined, 'BR', 'US', 'DE', 'AD');
		fc.assert(
			fc.property(typed, country, (text, defaultCountry) => {
				const read = readPhone(text, defaultCountry);
				if (read.kind !== 'international') return;
				const { e164, extension } = read;
				expect(e164).toMatch(/^\+[1-9]\d{6,14}$/);
				expect(read.digits).toBe(e164.slice(1));
				const written = extension === undefined ? e164 : `${e164};ext=${extension}`;
				expect(readPhone(written, defaultCountry)).toEqual(read);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});

describe('whatever is typed', () => {
	const country = fc.constantFrom<CountryCode | undefined>(
		...([undefined, 'BR', 'US', 'DE', 'GB', 'IT', 'BM', 'JE', 'AR'] as const),
	);
	const digits = fc.stringMatching(/^[0-9]{5,15}$/);

	it(`no digit is invented but Argentina's 9 for a 15 (seed ${SEED})`, () => {
		fc.assert(
			fc.property(digits, country, (typed, defaultCountry) => {
				const read = readPhone(typed, defaultCountry);
				if (read.kind !== 'international') return;
				const callingCodes = phoneCountries().find(({ code }) => code === defaultCountry);
				const added = [read.digits, read.digits.slice(callingCodes?.callingCode.slice(1).length)];
				const isTyped = added.some((rest) => typed.endsWith(rest));
				const isArgentine = read.e164.startsWith('+549') && typed.includes('15');
				expect(isTyped || isArgentine).toBe(true);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`separators, invisible marks and other scripts change nothing behind a + (seed ${SEED})`, () => {
		const mark = fc.constantFrom('', ' ', '-', '.', '\u00a0', '\u200e', '\u2013', '\ufeff');
		fc.assert(
			fc.property(
				digits,
				country,
				fc.array(mark, { minLength: 15, maxLength: 15 }),
				(plain, defaultCountry, marks) => {
					const expected = readPhone(`+${plain}`, defaultCountry);
					if (expected.kind !== 'international') return;
					const marked = [...plain].map((digit, place) => (marks[place] ?? '') + digit).join('');
					const arabic = plain.replace(/\d/g, (digit) =>
						String.fromCodePoint(0x660 + Number(digit)),
					);
					const read = readPhone(`+${marked}`, defaultCountry);
					// A separator before a 0 may show that there are two numbers
					if (read.kind === 'international') expect(read).toEqual(expected);
					else
						expect(read).toEqual({ kind: 'unreadable', reason: 'is more than one phone number' });
					expect(readPhone(`+${arabic}`, defaultCountry)).toEqual(expected);
				},
			),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});

describe('the digits of a text', () => {
	it('are those of one number with its separators', () => {
		expect(onlyDigits(plainPhone('tel:+55 (12) 99613-0832'))).toBe('5512996130832');
	});

	it.each(['', '1a', '1,2', '1/2', '1+2', '1\n2', '+1;ext=2'])('are none in %j', (text) => {
		expect(onlyDigits(text)).toBeUndefined();
	});
});

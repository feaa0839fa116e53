import { parsePhoneNumberFromString as parseByPlans } from 'libphonenumber-js/core';
import { parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import metadata from 'libphonenumber-js/metadata.max.json';

import { phoneCountries, type CountryCode } from '../../../nodes/contact/phone/countries';
import { readPhone } from '../../../nodes/contact/phone/phone';
import { withoutFormats } from '../../../phoneMetadata';
import { countryNumbers, seeded } from './countryNumbers';

/**
 * Every country's numbers in every form in which people write them, and how many are read as somebody else's. What the
 * counts mean is in docs/decisions.md and docs/security.md.
 */

const SEED = 20261128;
const MOST = { mobile: 40, fixed: 8 };

/** Numbers of each country that are read without formats as well. */
const COMPARED = 8;

/** A way to type a number. */
const FORMS = {
	e164: ({ number }: PhoneNumber) => number,
	international: (number: PhoneNumber) => number.formatInternational(),
	zeros: ({ number }: PhoneNumber) => `00${number.slice(1)}`,
	bare: ({ number }: PhoneNumber) => number.slice(1),
	national: (number: PhoneNumber) => number.formatNational(),
	nationalDigits: (number: PhoneNumber) => number.formatNational().replace(/\D/g, ''),
	significant: ({ nationalNumber }: PhoneNumber) => String(nationalNumber),
} as const;
type Form = keyof typeof FORMS;
/** Forms that hold the country code. */
const WHOLE = ['e164', 'international', 'zeros', 'bare'] as const;
const ALL = [
	'e164',
	'international',
	'zeros',
	'bare',
	'national',
	'nationalDigits',
	'significant',
] as const;
/** Enough for fixed lines, which differ in where their area codes end. */
const FIXED_FORMS = ['e164', 'international', 'zeros', 'bare', 'national'] as const;
const MARKED = ['e164', 'international', 'zeros'] as const;

interface Counts {
	right: number;
	refused: number;
	refusals: string[];
	/** Read as another number, each as a person would see it. */
	wrong: string[];
}

/** What numbers are without the patterns that the build leaves out. */
const formatless: { tried: number; different: string[] } = { tried: 0, different: [] };
const FORMATLESS = withoutFormats(metadata);

function compareFormatless(typed: string, defaultCountry?: CountryCode): void {
	const options = { extract: false, ...(defaultCountry === undefined ? {} : { defaultCountry }) };
	const whole = parsePhoneNumberFromString(typed, options);
	const stripped = parseByPlans(typed, options, FORMATLESS);
	const [one, other] = [whole, stripped].map((number) =>
		[number?.number, number?.country, number?.isValid(), number?.isPossible()].join(),
	);
	formatless.tried += 1;
	if (one !== other) formatless.different.push(`${typed} (${defaultCountry ?? 'none'})`);
}

/** Refusals that are kept to be shown. */
const SHOWN = 500;

/** By `mobile bare own` and the like. */
const counts = new Map<string, Counts>();

function countsOf(
	kind: 'mobile' | 'fixed',
	form: Form,
	option: 'none' | 'own' | 'foreign',
): Counts {
	const name = `${kind} ${form} ${option}`;
	const known = counts.get(name) ?? { right: 0, refused: 0, refusals: [], wrong: [] };
	counts.set(name, known);
	return known;
}

function count(into: Counts, typed: string, meant: PhoneNumber, country?: CountryCode): void {
	const read = readPhone(typed, country);
	if (read.kind !== 'international') {
		into.refused += 1;
		if (into.refusals.length < SHOWN)
			into.refusals.push(`${typed} (${country ?? 'none'}): ${JSON.stringify(read)}`);
	} else if (read.e164 === meant.number) into.right += 1;
	else into.wrong.push(`${typed} (${country ?? 'none'}): ${read.e164}, not ${meant.number}`);
}

beforeAll(() => {
	const countries = phoneCountries().map(({ code }) => code);
	const random = seeded(SEED);
	for (const { country, mobile, fixed } of countryNumbers(MOST, SEED)) {
		const others = Array.from(
			{ length: 20 },
			() => countries[Math.floor(random() * countries.length)] ?? 'US',
		).filter((other) => other !== country);
		for (const [kind, numbers] of [
			['mobile', mobile],
			['fixed', fixed],
		] as const) {
			for (const [place, number] of numbers.entries()) {
				for (const form of kind === 'mobile' ? ALL : FIXED_FORMS) {
					const typed = FORMS[form](number);
					count(countsOf(kind, form, 'none'), typed, number);
					count(countsOf(kind, form, 'own'), typed, number, country);
					if (place < COMPARED) compareFormatless(typed, country);
				}
				const other = others[place % others.length];
				for (const form of ['zeros', 'bare'] as const) {
					count(countsOf(kind, form, 'foreign'), FORMS[form](number), number, other);
				}
			}
		}
	}
	const lines = [...counts].map(([name, { right, refused, wrong }]) => {
		return `${name}: ${String(right)} right, ${String(refused)} refused, ${String(wrong.length)} wrong`;
	});
	process.stdout.write(`Numbers of every country\n  ${lines.join('\n  ')}\n`);
}, 240_000);

describe('numbers of every country', () => {
	it('are tried in their thousands', () => {
		const { right, refused } = countsOf('mobile', 'e164', 'none');
		expect(right + refused).toBeGreaterThan(8000);
		expect(countsOf('fixed', 'e164', 'none').right).toBeGreaterThan(400);
	});

	it.each(
		MARKED.flatMap((form) => (['none', 'own'] as const).map((option) => [form, option] as const)),
	)(
		'with their country code marked are never refused nor read as another number: %s, option %s',
		(form, option) => {
			for (const kind of ['mobile', 'fixed'] as const) {
				expect(countsOf(kind, form, option)).toMatchObject({ refused: 0, wrong: [] });
			}
		},
	);

	it.each(WHOLE)(
		'with their country code are read as they are with their own country as option: %s',
		(form) => {
			expect(countsOf('mobile', form, 'own')).toMatchObject({ refused: 0, wrong: [] });
		},
	);

	it('with another country as option are read as they are, or refused', () => {
		for (const form of ['zeros', 'bare'] as const) {
			expect(countsOf('mobile', form, 'foreign').wrong).toEqual([]);
			expect(countsOf('fixed', form, 'foreign').wrong).toEqual([]);
		}
		expect(countsOf('mobile', 'zeros', 'foreign').refused).toBe(0);
	});

	it.each(['national', 'nationalDigits'] as const)(
		'as people of the country write mobile numbers are never read as another one: %s',
		(form) => {
			expect(countsOf('mobile', form, 'own').wrong).toEqual([]);
		},
	);

	it.each(['national', 'nationalDigits', 'significant'] as const)(
		"as people of the country write them are refused only where they are two people's: %s",
		(form) => {
			const { refused, refusals } = countsOf('mobile', form, 'own');
			expect(refusals).toHaveLength(Math.min(refused, SHOWN));
			for (const refusal of refusals) expect(refusal).toMatch(/could be \+\d+ or \+\d+"/);
		},
	);

	it("as bare digits without a zero are read as another number only where they begin with the country's own code and are two people's", () => {
		for (const wrong of countsOf('mobile', 'significant', 'own').wrong) {
			const [, digits = '', read = ''] = /^(\d+) \(..\): \+(\d+), not/.exec(wrong) ?? [];
			expect(read).toBe(digits);
		}
	});

	it('are the same numbers without the patterns that format them, which the bundles leave out', () => {
		expect(formatless.tried).toBeGreaterThan(10_000);
		expect(formatless.different).toEqual([]);
	});

	it('with their separators, as people of the country write them, are refused in Gabon only, where some are two', () => {
		for (const kind of ['mobile', 'fixed'] as const) {
			const { refusals } = countsOf(kind, 'national', 'own');
			// Where a country writes its numbers without separators, they are bare digits
			const separated = refusals.filter((refusal) => !/^\d+ /.test(refusal));
			expect(separated.filter((refusal) => !refusal.includes('(GA)'))).toEqual([]);
		}
	});

	it('with separators and without any option are never read', () => {
		expect(countsOf('mobile', 'national', 'none')).toMatchObject({ right: 0 });
	});
});

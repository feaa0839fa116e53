import {
	getCountries,
	getCountryCallingCode,
	getExampleNumber,
	parsePhoneNumberFromString,
	type CountryCode,
	type PhoneNumber,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

/** Numbers of a country: made from its example by other digits, each valid by the country's plan. */
export interface CountryNumbers {
	country: CountryCode;
	mobile: PhoneNumber[];
	fixed: PhoneNumber[];
}

/** A generator of numbers from 0 up to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** Candidates for each number that is wanted. */
const TRIES = 6;

/** Up to the given number of mobile numbers and fixed lines of every country, if its plan has them. */
export function countryNumbers(
	most: { mobile: number; fixed: number },
	seed: number,
): CountryNumbers[] {
	const random = seeded(seed);
	return getCountries().map((country) => {
		const example = getExampleNumber(country, examples);
		const mobile = new Map<string, PhoneNumber>();
		const fixed = new Map<string, PhoneNumber>();
		if (example !== undefined) mobile.set(example.number, example);
		const national = example?.nationalNumber ?? '12345678';
		for (let tries = 0; tries < most.mobile * TRIES; tries += 1) {
			if (mobile.size >= most.mobile && fixed.size >= most.fixed) break;
			const number = varied(country, national, random);
			if (number?.isValid() !== true || number.country !== country) continue;
			const type = number.getType();
			if (type === 'MOBILE' || type === 'FIXED_LINE_OR_MOBILE') add(mobile, number, most.mobile);
			if (type === 'FIXED_LINE') add(fixed, number, most.fixed);
		}
		return { country, mobile: [...mobile.values()], fixed: [...fixed.values()] };
	});
}

function add(numbers: Map<string, PhoneNumber>, number: PhoneNumber, most: number): void {
	if (numbers.size < most) numbers.set(number.number, number);
}

/** The digits with some of them changed, from a random place on, and now and then one more or fewer. */
function varied(
	country: CountryCode,
	national: string,
	random: () => number,
): PhoneNumber | undefined {
	const from = Math.floor(random() * national.length);
	const length = national.length + (random() < 0.2 ? Math.floor(random() * 3) - 1 : 0);
	const digits = Array.from({ length }, (_, index) =>
		index < from ? (national[index] ?? '0') : String(Math.floor(random() * 10)),
	).join('');
	return parsePhoneNumberFromString(`+${getCountryCallingCode(country)}${digits}`);
}

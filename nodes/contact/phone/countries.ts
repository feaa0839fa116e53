/** Countries that have phone numbers. */

import {
	getCountries,
	getCountryCallingCode,
	isSupportedCountry,
	type CountryCode,
} from 'libphonenumber-js/max';

/** Every country that has phone numbers: ISO 3166 code, English name and calling code, by name. */
export function phoneCountries(): Array<{ code: CountryCode; name: string; callingCode: string }> {
	const names = new Intl.DisplayNames(['en'], { type: 'region' });
	return getCountries()
		.map((code) => ({
			code,
			name: names.of(code) ?? code,
			callingCode: `+${getCountryCallingCode(code)}`,
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The text as a country that phone numbers are known for, in any case; undefined where it is none. */
export function phoneCountry(text: string): CountryCode | undefined {
	const code = text.trim().toUpperCase();
	return isSupportedCountry(code) ? code : undefined;
}

export type { CountryCode };

/** Countries that have phone numbers. */

import { getCountryCallingCode, isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';

import { COUNTRY_NAMES } from './countryNames';

/** Every country that has phone numbers: ISO 3166 code, English name and calling code, by name. */
export function phoneCountries(): Array<{ code: CountryCode; name: string; callingCode: string }> {
	return Object.entries(COUNTRY_NAMES).flatMap(([text, name]) => {
		const code = phoneCountry(text);
		return code === undefined
			? []
			: [{ code, name, callingCode: `+${getCountryCallingCode(code)}` }];
	});
}

/** The country code in a text, in any case; undefined if no phone numbers are known for it. */
export function phoneCountry(text: string): CountryCode | undefined {
	const code = text.trim().toUpperCase();
	return isSupportedCountry(code) ? code : undefined;
}

export type { CountryCode };

/** Countries that have phone numbers. */

import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import plans from 'libphonenumber-js/metadata.max.json';

import { COUNTRY_NAMES } from './countryNames';

/** The calling code of each country. */
const CALLING_CODES = new Map(
	Object.entries(plans.country_calling_codes).flatMap(([callingCode, countries]) =>
		countries.map((country) => [country, `+${callingCode}`] as const),
	),
);

/** Every country that has phone numbers: ISO 3166 code, English name and calling code, by name. */
export function phoneCountries(): Array<{ code: CountryCode; name: string; callingCode: string }> {
	return Object.entries(COUNTRY_NAMES).flatMap(([text, name]) => {
		const code = phoneCountry(text);
		const callingCode = CALLING_CODES.get(text);
		return code === undefined || callingCode === undefined ? [] : [{ code, name, callingCode }];
	});
}

/** The country code in a text, in any case; undefined if no phone numbers are known for it. */
export function phoneCountry(text: string): CountryCode | undefined {
	const code = text.trim().toUpperCase();
	return isSupportedCountry(code) ? code : undefined;
}

export type { CountryCode };

import { z } from 'zod';

import { InputError } from './inputError';
import { phoneCountry } from './phone';
import { quote } from './text';

/** The option Default Country as a country that phone numbers are known for; may throw InputError itself. */
export const defaultCountryCode = z
	.string()
	.nullish()
	.transform((value) => {
		const text = (value ?? '').trim();
		if (text === '') return undefined;
		const country = phoneCountry(text);
		if (country === undefined) {
			throw new InputError(`Default Country ${quote(text)} is not a country code`, {
				field: 'defaultCountry',
				fix: 'Give two letters, such as BR or DE.',
			});
		}
		return country;
	});

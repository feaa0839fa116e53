import { InputError } from '../../failures/inputError';
import { schemaOf } from '../schemas';
import { quote } from '../text';
import { phoneCountry, type CountryCode } from './countries';

/** The option Default Country as a country with known phone numbers; throws InputError for anything else. */
export const defaultCountryCode = schemaOf<CountryCode | undefined>((value) => {
	if (value === undefined || value === null) return { value: undefined };
	const text = typeof value === 'string' ? value.trim() : JSON.stringify(value);
	if (text === '') return { value: undefined };
	const country = phoneCountry(text);
	if (country === undefined) {
		throw new InputError(`Default Country ${quote(text)} is not a country code`, {
			field: 'defaultCountry',
			fix: 'Use two letters, such as BR or DE.',
		});
	}
	return { value: country };
});

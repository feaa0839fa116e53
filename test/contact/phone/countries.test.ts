import { getCountries } from 'libphonenumber-js/max';

import { phoneCountries, phoneCountry } from '../../../nodes/contact/phone/countries';

describe('the list of countries', () => {
	it('has names and calling codes, by name', () => {
		const countries = phoneCountries();
		expect(countries.map(({ code }) => code).sort()).toEqual(getCountries().sort());
		expect(countries.find(({ code }) => code === 'BR')).toEqual({
			code: 'BR',
			name: 'Brazil',
			callingCode: '+55',
		});
		expect(countries.find(({ code }) => code === 'CA')).toEqual({
			code: 'CA',
			name: 'Canada',
			callingCode: '+1',
		});
		expect(countries[0]?.name).toBe('Afghanistan');
		const names = countries.map(({ name }) => name);
		expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
	});

	it('is searched by code in any case', () => {
		expect(phoneCountry(' br ')).toBe('BR');
		expect(phoneCountry('DE')).toBe('DE');
	});

	it.each(['', 'XX', 'Brazil', '55', 'constructor'])('has no %j', (text) => {
		expect(phoneCountry(text)).toBeUndefined();
	});
});

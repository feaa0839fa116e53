import type { Sense } from './words';

/**
 * Possible main words of a key, the most decisive first: in "Phone Country Code" it is the code, in "Company Name" the
 * company.
 */
export const SIMPLE: readonly Sense[] = [
	'vcard',
	'whatsappId',
	'birthday',
	'photo',
	'jobTitle',
	'jobRole',
	'headline',
	'department',
	'nickname',
	'note',
	'social',
	'website',
];
export const ADDRESS_PARTS = [
	'poBox',
	'houseNumber',
	'complement',
	'district',
	'zip',
	'countryCode',
	'country',
	'state',
	'city',
	'line',
	'street',
	'address',
] as const;
export const NAME_PARTS = [
	'secondName',
	'secondSurname',
	'middleName',
	'firstName',
	'lastName',
	'apelido',
	'fullName',
	'fallbackName',
	'prefix',
	'suffix',
	'frenchName',
	'name',
] as const;
export const PHONES: readonly Sense[] = ['phone', 'mobile', 'whatsapp', 'fax', 'e164'];

/** The vCard from ZapperAPI's fields. How the real server builds it is unknown: here nothing is escaped. */
import { vcardText } from '../../toolkit/vcard';
import type { ZapperVcard } from './schemas';

export function cardOf(vcard: ZapperVcard): string {
	const {
		fn,
		n,
		nickname,
		photo,
		bday,
		adr = [],
		tel = [],
		email = [],
		url,
		org,
		title,
		note,
	} = vcard;
	const words = (texts: readonly string[] = []) => texts.join(',');
	const types = (texts: readonly string[] = []) => texts.map((text) => `;type=${text}`).join('');
	return vcardText([
		...(n === undefined
			? []
			: [
					`N:${[n.lastName, n.firstName, words(n.additionalNames), words(n.prefixes), words(n.suffixes)].join(';')}`,
				]),
		`FN:${fn}`,
		...(org === undefined ? [] : [`ORG:${org.join(';')}`]),
		...optional('TITLE', title),
		...tel.map(({ value, type }) => `TEL${types(type)}:${value}`),
		...email.map(({ value, type }) => `EMAIL${types(type)}:${value}`),
		...adr.map(
			(address) =>
				`ADR${types(address.type)}:${[
					address.postOfficeBox,
					address.extendedAddress,
					address.streetAddress,
					address.locality,
					address.region,
					address.postalCode,
					address.countryName,
				].join(';')}`,
		),
		...optional('URL', url),
		...optional('BDAY', bday),
		...optional('NICKNAME', nickname),
		...optional('NOTE', note),
		...optional(photo?.startsWith('http') === true ? 'PHOTO;VALUE=uri' : 'PHOTO;ENCODING=b', photo),
	]);
}

function optional(property: string, value: string | undefined): string[] {
	return value === undefined ? [] : [`${property}:${value}`];
}

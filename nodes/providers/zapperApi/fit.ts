/** Fits a contact to ZapperAPI: what its schema does not accept is left out, what its server may not escape is changed. */

import type { Carries } from '../../carried/carries';
import { CARRIES_ALL } from '../../carried/carries';
import { withoutDelimiters } from '../../carried/delimiters';
import { isShownNamePart, leftOut, type Loss } from '../../carried/losses';
import type { Contact, FieldWarning } from '../../contact/contact';
import { list } from '../../contact/text';
import type { Fit } from '../provider';

export const CARRIES: Carries = {
	...CARRIES_ALL,
	urls: 1,
	types: ['phones', 'emails', 'addresses'],
	whatsAppIds: false,
	extensions: false,
	birthday: 'withYear',
};

/** An email that every validator of JSON schema's `email` accepts; they differ about rarer forms. */
const EMAIL = /^[^\s@"(),:;<>[\\\]]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/;

export function fit(contact: Contact): Fit {
	const safe = withoutDelimiters(contact, 'ZapperAPI', { ...CARRIES, note: false });
	const lost: Loss[] = [];
	const warnings: FieldWarning[] = [...safe.warnings];
	const fitted = { ...safe.contact };

	if (fitted.name.first_name === undefined || fitted.name.last_name === undefined) {
		const { formatted_name: shown, first_name: first, ...parts } = fitted.name;
		const hidden = Object.entries({ ...parts, first_name: first })
			.filter(([, part = '']) => !isShownNamePart(part, shown))
			.map(([key]) => `the ${key.replace('_', ' ')}`);
		fitted.name = { formatted_name: shown, ...(first === undefined ? {} : { first_name: first }) };
		if (hidden.length > 0)
			lost.push({ field: 'name', lost: list(hidden), plural: hidden.length > 1 });
	}
	// There is no field for the code; it stands in for a missing name of the country
	fitted.addresses = fitted.addresses.map(({ country_code: code, ...address }) => {
		const country = address.country ?? code;
		return country === undefined ? address : { ...address, country };
	});
	const emails = fitted.emails.filter(({ email }) => EMAIL.test(email));
	for (const { email } of fitted.emails) {
		if (!EMAIL.test(email))
			lost.push({ field: 'emails', lost: `the email "${email}"`, plural: false });
	}
	fitted.emails = emails;
	fitted.urls = fitted.urls.slice(0, 1).flatMap((entry) => {
		const url = [entry.url, `https://${entry.url}`].find(isAddress);
		if (url === undefined)
			lost.push({ field: 'urls', lost: `the URL "${entry.url}"`, plural: false });
		return url === undefined ? [] : [{ ...entry, url }];
	});
	const { note } = fitted;
	if (note !== undefined && /[\n\\]/.test(note)) {
		fitted.note = note.replace(/\\/g, '/').replace(/\s*\n\s*/g, ' / ');
		warnings.push({
			field: 'note',
			message:
				'ZapperAPI may not escape notes: the line breaks and backslashes of the note were sent as "/", so that it stays in its field',
		});
	}
	const reason = 'ZapperAPI accepts only complete names, email addresses and web addresses';
	return { contact: fitted, warnings: [...warnings, ...leftOut(lost, reason)], lost };
}

function isAddress(url: string): boolean {
	return /^[a-z][a-z0-9+.-]*:[^\s]+$/i.test(url) && URL.canParse(url);
}

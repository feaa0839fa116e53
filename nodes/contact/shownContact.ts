import type { IDataObject } from 'n8n-workflow';

import type { Contact } from './contact';

/** A contact as it appears in an output: without empty lists and groups. */
export function shownContact(contact: Contact): IDataObject {
	const entries = Object.entries(contact).filter(
		([, value]) => typeof value === 'string' || Object.keys(value ?? {}).length > 0,
	);
	return Object.fromEntries(entries);
}

import type { IDataObject } from 'n8n-workflow';

import type { Contact } from './contact';

/** A contact as it stands in an output: without the lists and groups that hold nothing. */
export function shownContact(contact: Contact): IDataObject {
	const entries = Object.entries(contact).filter(
		([, value]) => typeof value === 'string' || Object.keys(value ?? {}).length > 0,
	);
	return Object.fromEntries(entries);
}

import type { IExecuteFunctions } from 'n8n-workflow';

import type { ContactSource } from './properties';

/** What an input item gives as its contacts, before it is read. */
export interface GivenContacts {
	item: number;
	source: ContactSource;
	/** The value of the source's parameter. */
	value: unknown;
}

/** The parameter of each source, and its value if the editor does not show it. */
const PARAMETERS: Record<ContactSource, { name: string; hidden?: object }> = {
	fields: { name: 'contacts' },
	item: { name: 'columns', hidden: {} },
	flat: { name: 'flatParameters' },
	json: { name: 'contactsJson' },
	vcard: { name: 'vcardText' },
	file: { name: 'binaryPropertyName' },
};

/** @throws what n8n throws for an expression that fails */
export function givenContacts(
	context: IExecuteFunctions,
	item: number,
	source: ContactSource,
): GivenContacts {
	const { name, hidden } = PARAMETERS[source];
	return { item, source, value: context.getNodeParameter(name, item, hidden) };
}

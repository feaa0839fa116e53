import type { IExecuteFunctions } from 'n8n-workflow';

import type { ContactSource } from './properties';

/** The Contact Source of an input item, with the parameter that belongs to it. */
export interface SourceParameter {
	/** The index of the input item, from 0. */
	item: number;
	source: ContactSource;
	/** The contacts as they were entered; for `item` the Columns, for `file` the name of the binary field. */
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

/**
 * Evaluates the parameter that belongs to a Contact Source, and reads nothing from its value.
 *
 * @throws what n8n throws for an expression that fails
 */
export function sourceParameter(
	context: IExecuteFunctions,
	item: number,
	source: ContactSource,
): SourceParameter {
	const { name, hidden } = PARAMETERS[source];
	return { item, source, value: context.getNodeParameter(name, item, hidden) };
}

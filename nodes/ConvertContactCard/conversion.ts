import type { INodeExecutionData } from 'n8n-workflow';

import type { FieldWarning } from '../contact/contact';
import type { SourceContacts } from '../contact/source/readSource';

/** What became of an input item, or of several that were combined. */
export interface Conversion {
	outputs: INodeExecutionData[];
	/** What the outputs themselves have no place for. */
	warnings: ContactWarning[];
}

/** A warning with its contact, counted from 1; without one, where it belongs to none of them. */
export interface ContactWarning extends FieldWarning {
	contact?: number;
}

/** All the warnings of contacts that were read, each with its place. */
export function warningsOf({ contacts, warnings }: SourceContacts): ContactWarning[] {
	return [
		...warnings,
		...contacts.flatMap(({ place, warnings: own }) =>
			own.map(({ field, message }) => ({ contact: place, field, message })),
		),
	];
}

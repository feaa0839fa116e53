import type { ContactDraft } from '../../../nodes/contact/contact';
import { readItem } from '../../../nodes/contact/read/item';
import { readJson } from '../../../nodes/contact/read/json';
import type { Columns } from '../../../nodes/contact/rows/columns';
import { InputError } from '../../../nodes/failures/inputError';
import { dialects } from '../../../nodes/providers/dialects';

/** What was read of the only contact, or why nothing was. */
export interface ReadRow {
	draft?: ContactDraft;
	warnings?: string[];
	refused?: string;
	fix?: string;
}

/** A row as JSON. */
export function readRowAsJson(row: unknown): ReadRow {
	return onlyContact(() => readJson(row, dialects));
}

/** A row as the input item. */
export function readRowAsItem(row: Record<string, unknown>, columns: Columns = {}): ReadRow {
	return onlyContact(() => readItem(row, columns, dialects));
}

function onlyContact(read: () => ReturnType<typeof readJson>): ReadRow {
	try {
		const [contact, ...others] = read();
		if (contact === undefined || others.length > 0) throw new Error('It is not one contact');
		return { draft: contact.draft, warnings: contact.warnings.map(({ message }) => message) };
	} catch (error) {
		if (error instanceof InputError) return { refused: error.message, fix: error.fix };
		throw error;
	}
}

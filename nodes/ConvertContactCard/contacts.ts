import type { IExecuteFunctions } from 'n8n-workflow';

import { readContacts, readContactSource, type SourceContacts } from '../contact/source/readSource';
import { dialects } from '../providers/dialects';
import { readOptions } from './parameters';

/**
 * The contacts of an input item, from its Contact Source: one at least.
 *
 * @throws InputError that names the contact where there are several
 */
export async function readItemContacts(
	context: IExecuteFunctions,
	item: number,
): Promise<SourceContacts> {
	const source = readContactSource(context);
	return await readContacts(context, item, source, readOptions(context, item), dialects);
}

import { finishNow } from '../../eventLoop/longTask';
import { InputError } from '../../failures/inputError';
import type { ReadContact } from '../contact';
import { isObject, type JsonObject } from '../object';
import { gatherNamed, missingRefusal, missingWarnings, type Columns } from '../rows/columns';
import { hasName } from '../rows/fill';
import { readRow } from '../rows/readRow';
import { withWarnings, type Dialect } from './dialect';
import { noContact, readValue, refuseDepth } from './json';
import { withJsonTexts } from './jsonText';

/**
 * Reads the contacts of an input item from its own JSON: a row of a sheet, a record of a CRM, a contact that this or
 * another node returned. Keys that are not contact fields are ignored, since items have many.
 *
 * @param columns keys that the person named because their names do not show what they contain
 * @param binaryFields of the item, one of which may be named for the photo
 * @throws InputError for an item that has neither phone nor email nor any key for one, or that lacks the key
 * set for its phone or name
 */
export function readItem(
	json: JsonObject,
	columns: Columns,
	dialects: readonly Dialect[],
	binaryFields: readonly string[] = [],
): ReadContact[] {
	return finishNow(readItemSteps(json, columns, dialects, binaryFields));
}

/** {@link readItem} in steps, since an item can contain a list of very many contacts. */
export function* readItemSteps(
	json: JsonObject,
	columns: Columns,
	dialects: readonly Dialect[],
	binaryFields: readonly string[] = [],
): Generator<void, ReadContact[], undefined> {
	yield* refuseDepth(json, 'The item');
	const options = { namesUnknownKeys: false, needsAddressKey: true };
	if (Object.keys(columns).length === 0) {
		const contacts = yield* readValue(json, [], { dialects, ...options });
		if (contacts.length === 0) throw noContact('The item contains no contact');
		return contacts;
	}
	const expanded = yield* withJsonTexts(json);
	const item = isObject(expanded) ? expanded : json;
	yield* refuseDepth(item, 'The item');
	const photoFile = photoFileIn(columns, item, binaryFields);
	const { photo, ...others } = columns;
	const named = photo === undefined || photoFile !== undefined ? others : columns;
	const { gathering, missing } = gatherNamed(item, named);
	const row = readRow(item, [], { ...options, given: gathering });
	const lost = (isOf: (column: string) => boolean) => missing.find(({ column }) => isOf(column));
	const isPhone = (column: string) => column === 'phone' || column === 'waId';
	const isName = (column: string) => ['name', 'firstName', 'lastName'].includes(column);
	const contacts = 'contacts' in row ? row.contacts : [];
	const lostPhone = contacts.some(({ draft }) => (draft.phones ?? []).length > 0)
		? undefined
		: lost(isPhone);
	const lostName = contacts.some(({ draft }) => hasName(draft)) ? undefined : lost(isName);
	const refused = lostPhone ?? lostName;
	if (refused !== undefined) throw missingRefusal(refused, item);
	if ('refusal' in row) throw new InputError(row.refusal.problem, row.refusal);
	return withWarnings(contacts, missingWarnings(missing, item)).map((contact) => ({
		...contact,
		...(photoFile !== undefined && { photoBinaryField: photoFile }),
	}));
}

/** The binary field that the person named for the photo, where no key has that name. */
function photoFileIn(
	{ photo }: Columns,
	item: JsonObject,
	binaryFields: readonly string[],
): string | undefined {
	if (photo === undefined || Object.hasOwn(item, photo)) return undefined;
	return binaryFields.find((field) => field === photo);
}

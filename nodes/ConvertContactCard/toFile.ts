import type { IExecuteFunctions } from 'n8n-workflow';

import type { Contact } from '../contact/contact';
import type { SourceContacts } from '../contact/source/readSource';
import { writeVCard } from '../contact/vcard/write';
import { LongTask } from '../eventLoop/longTask';
import { pairedItems } from '../failures/errorItem';
import type { WebPhotos } from '../photos/webPhotos';
import { readItemContacts, withPhotos } from './contacts';
import { warningsOf, type Conversion, type ContactWarning } from './conversion';
import { vcardFileName } from './fileName';
import { readOptions, readOutputField, readText } from './parameters';

const MIME_TYPE = 'text/vcard';

/** The JSON of the item with the file. */
export interface FileJson {
	fileName: string;
	/** How many are in the file. */
	contacts: number;
	warnings: ContactWarning[];
}

/** The operation `toFile`, with a file per input item. */
export async function toFile(
	context: IExecuteFunctions,
	item: number,
	photos: WebPhotos,
): Promise<Conversion> {
	return await writeFile(context, [item], await readItemContacts(context, item), photos);
}

/**
 * A .vcf file with contacts, in an item that tells what is in it:
 * `{ fileName, contacts: 2, warnings: [{ contact: 1, field, message }] }`. Field and file name are those of the
 * first of the input items.
 *
 * @throws InputError when the field has no name
 */
export async function writeFile(
	context: IExecuteFunctions,
	items: readonly [number, ...number[]],
	given: SourceContacts,
	photos: WebPhotos,
): Promise<Conversion> {
	const [first] = items;
	const field = readOutputField(context, first);
	const read = await withPhotos(context, first, given, photos);
	const contacts = read.contacts.map(({ contact }) => contact);
	const fileName = vcardFileName(readText(readOptions(context, first)['fileName']), contacts);
	const bytes = await writeBytes(contacts);
	const file = await context.helpers.prepareBinaryData(bytes, fileName, MIME_TYPE);
	const shown: FileJson = { fileName, contacts: contacts.length, warnings: warningsOf(read) };
	return {
		outputs: [
			{
				json: { ...shown },
				binary: { [field]: file },
				pairedItem: pairedItems(items),
			},
		],
		warnings: [],
	};
}

/** The contacts as the bytes of one file. */
async function writeBytes(contacts: readonly Contact[]): Promise<Buffer> {
	const parts: Buffer[] = [];
	const task = new LongTask();
	for (const contact of contacts) {
		parts.push(Buffer.from(writeVCard(contact), 'utf8'));
		if (task.shouldYield) await task.yieldNow();
	}
	return Buffer.concat(parts);
}

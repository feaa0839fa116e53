import type { IExecuteFunctions } from 'n8n-workflow';

import type { SourceContacts } from '../contact/source/readSource';
import { writeInPieces } from '../contact/vcard/writeLong';
import { LongTask } from '../eventLoop/longTask';
import { pairedItems } from '../failures/errorItem';
import type { WebPhotos } from '../photos/webPhotos';
import { readItemContacts, withPhotos } from './contacts';
import { warningsOf, type Conversion, type ContactWarning } from './conversion';
import { vcardFileName } from './fileName';
import { readOptions, readOutputField, readText } from './parameters';

const MIME_TYPE = 'text/vcard';
/** Characters that become bytes at once. */
const PART = 262_144;

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
 * A .vcf file with contacts, in an item that says what is in it:
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
	const task = new LongTask();
	const read = await withPhotos(context, first, given, photos, task);
	const fileName = vcardFileName(
		readText(readOptions(context, first)['fileName']),
		read.contacts.slice(0, 2).map(({ contact }) => contact),
	);
	const bytes = await writeBytes(read, task);
	const file = await context.helpers.prepareBinaryData(bytes, fileName, MIME_TYPE);
	const shown: FileJson = {
		fileName,
		contacts: read.contacts.length,
		warnings: await warningsOf(read, task),
	};
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
async function writeBytes({ contacts }: SourceContacts, task: LongTask): Promise<Buffer> {
	const parts: Buffer[] = [];
	let length = 0;
	let waiting = '';
	const put = () => {
		const part = Buffer.from(waiting, 'utf8');
		parts.push(part);
		length += part.length;
		waiting = '';
	};
	for (const { contact } of contacts) {
		for (const piece of writeInPieces(contact)) {
			waiting += piece;
			if (waiting.length > PART) put();
			if (task.shouldYield) await task.yieldNow();
		}
	}
	put();
	// Not `Buffer.concat`, which copies everything in one go
	const bytes = Buffer.allocUnsafe(length);
	let end = 0;
	for (const part of parts) {
		bytes.set(part, end);
		end += part.length;
		if (task.shouldYield) await task.yieldNow();
	}
	return bytes;
}

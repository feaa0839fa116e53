import type { IExecuteFunctions } from 'n8n-workflow';

import { readChoice } from '../contact/choice';
import type { FieldWarning } from '../contact/contact';
import { LongTask } from '../eventLoop/longTask';
import { InputError } from '../failures/inputError';
import { readItemContacts } from './contacts';
import type { Conversion } from './conversion';
import { pictureFileName } from './fileName';
import { DEFAULT_ERROR_CORRECTION, DEFAULT_SIZE, LARGEST_SIZE } from './options';
import { readOptions, readOutputField, readText } from './parameters';
import { ERROR_CORRECTIONS, qrCode } from './qrCode';

const MIME_TYPE = 'image/png';

/** The JSON of the item with a picture. */
export interface QrCodeJson {
	fileName: string;
	/** Whose contact it is. */
	name: string;
	warnings: FieldWarning[];
}

/**
 * The operation `toQrCode`: a picture per contact, in an item that says what is in it:
 * `{ fileName, name, warnings: [{ field, message }] }`.
 *
 * @throws InputError if an option cannot be used, or a name alone does not fit
 */
export async function toQrCode(context: IExecuteFunctions, item: number): Promise<Conversion> {
	const field = readOutputField(context, item);
	const options = readOptions(context, item);
	const errorCorrection = readChoice(
		'Error Correction',
		options['errorCorrection'] ?? DEFAULT_ERROR_CORRECTION,
		ERROR_CORRECTIONS,
	);
	const size = readSize(options['size'] ?? DEFAULT_SIZE);
	const given = readText(options['fileName']);
	const { contacts, warnings } = await readItemContacts(context, item);
	const outputs: Conversion['outputs'] = [];
	const task = new LongTask();
	for (const [index, contact] of contacts.entries()) {
		const { png, warnings: own } = qrCode(contact, errorCorrection, size);
		const { formatted_name: name } = contact.contact.name;
		const number = contacts.length > 1 ? index + 1 : undefined;
		const fileName = pictureFileName(given, name, number);
		const shown: QrCodeJson = {
			fileName,
			name,
			warnings: own.map(({ field: of, message }) => ({ field: of, message })),
		};
		outputs.push({
			json: { ...shown },
			binary: { [field]: await context.helpers.prepareBinaryData(png, fileName, MIME_TYPE) },
			pairedItem: { item },
		});
		if (task.shouldYield) await task.yieldNow();
	}
	return { outputs, warnings };
}

function readSize(given: unknown): number {
	const size = typeof given === 'string' && given.trim() !== '' ? Number(given) : given;
	if (typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= LARGEST_SIZE) {
		return size;
	}
	throw new InputError(`Size must be a whole number from 1 to ${String(LARGEST_SIZE)}`, {
		field: 'size',
		fix: 'Correct it in the options.',
	});
}

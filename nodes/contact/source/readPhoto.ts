import type { IExecuteFunctions } from 'n8n-workflow';

import { InputError } from '../../failures/inputError';
import type { ReadContact } from '../contact';
import { quote } from '../text';
import { MAX_PHOTO_BYTES, pictureUri } from '../vcard/photo';

const MEGABYTE = 1024 * 1024;

/**
 * The contact with the picture from the binary field it names, if any.
 *
 * @throws InputError if the field is missing, larger than 5 MB, or not a picture
 */
export async function withPhotoFile(
	context: IExecuteFunctions,
	item: number,
	{ draft, warnings, photoBinaryField }: ReadContact,
): Promise<ReadContact> {
	const name = photoBinaryField?.trim() ?? '';
	if (name === '') return { draft, warnings };
	const binary = context.getInputData()[item]?.binary ?? {};
	if (!Object.hasOwn(binary, name)) {
		const others = Object.keys(binary);
		throw refusal(
			`The item has no binary field ${quote(name)} for the photo`,
			others.length === 0
				? 'Add a node before this one that outputs the picture, such as Read Files from Disk or HTTP Request.'
				: `It has ${others.map(quote).join(', ')}: enter one of them in Photo From Binary Field.`,
		);
	}
	const file = await context.helpers.getBinaryDataBuffer(item, name);
	if (file.length > MAX_PHOTO_BYTES) {
		throw refusal(
			`The picture in the binary field ${quote(name)} is ${(file.length / MEGABYTE).toFixed(1)} MB`,
			'Use one of at most 5 MB; 500 pixels on each side are enough for any phone.',
		);
	}
	const photo = pictureUri(file);
	if (photo === undefined) {
		throw refusal(
			`The binary field ${quote(name)} contains no picture that phones can show`,
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		);
	}
	if (draft.photo === undefined || draft.photo.trim() === '') {
		return { draft: { ...draft, photo }, warnings };
	}
	const message = `The photo from the binary field ${quote(name)} was used; the other one was left out`;
	return { draft: { ...draft, photo }, warnings: [...warnings, { field: 'photo', message }] };
}

function refusal(message: string, fix: string): InputError {
	return new InputError(message, { field: 'photoBinaryField', fix });
}

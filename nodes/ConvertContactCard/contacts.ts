import type { IExecuteFunctions } from 'n8n-workflow';

import { readFlag } from '../contact/choice';
import {
	readContacts,
	readContactSource,
	type NumberedContact,
	type SourceContacts,
} from '../contact/source/readSource';
import { photoWarnings } from '../contact/vcard/photo';
import type { LongTask } from '../eventLoop/longTask';
import type { WebPhotos } from '../photos/webPhotos';
import { dialects } from '../providers/dialects';
import { readOptions } from './parameters';

/**
 * The contacts of an input item, from its Contact Source: at least one.
 *
 * @throws InputError that names the contact if there are several
 */
export async function readItemContacts(
	context: IExecuteFunctions,
	item: number,
): Promise<SourceContacts> {
	const source = readContactSource(context);
	return await readContacts(context, item, source, readOptions(context, item), dialects);
}

/**
 * Whether the pictures of an item's contacts go into its vCards: JSON formats other than vCard text have none.
 *
 * @throws InputError for a value that is neither on nor off
 */
export function embedsPhotos(context: IExecuteFunctions, item: number): boolean {
	const isOn = readFlag('Embed Photos', readOptions(context, item)['embedPhotos']);
	return isOn && writesVCards(context, item);
}

function writesVCards(context: IExecuteFunctions, item: number): boolean {
	const operation = context.getNodeParameter('operation', item);
	return operation === 'toFile' || context.getNodeParameter('format', item, '') === 'vcard';
}

/**
 * The contacts for a vCard, with their pictures embedded if the item's option Embed Photos is on; otherwise with a
 * warning about each picture at a web address.
 */
export async function withPhotos(
	context: IExecuteFunctions,
	item: number,
	read: SourceContacts,
	photos: WebPhotos,
	task: LongTask,
): Promise<SourceContacts> {
	const embeds = embedsPhotos(context, item);
	if (!embeds && !writesVCards(context, item)) return read;
	if (embeds) await photos.load(read.contacts.map(({ contact }) => contact));
	const contacts: NumberedContact[] = [];
	for (const contact of read.contacts) {
		contacts.push(embeds ? photos.embed(contact) : withPhotoWarnings(contact));
		if (task.shouldYield) await task.yieldNow();
	}
	return { ...read, contacts };
}

function withPhotoWarnings(contact: NumberedContact): NumberedContact {
	const warnings = photoWarnings(contact.contact.photo);
	return { ...contact, warnings: [...contact.warnings, ...warnings] };
}

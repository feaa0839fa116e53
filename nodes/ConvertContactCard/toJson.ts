import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { readChoice } from '../contact/choice';

import type { Contact } from '../contact/contact';
import { flatParameters } from '../contact/flat';
import { tableRow, tableWarnings } from '../contact/rows/table';
import { shownContact } from '../contact/shownContact';
import { writeVCard } from '../contact/vcard/write';
import { writeAhead } from '../contact/vcard/writeLong';
import { LongTask } from '../eventLoop/longTask';
import type { WebPhotos } from '../photos/webPhotos';
import { readItemContacts, withPhotos } from './contacts';
import { warningsOf, type ContactWarning, type Conversion } from './conversion';

import { FORMATS, type Format } from './properties';

/**
 * The operation `toJson`: an item per contact, which is the contact itself in the chosen format. Warnings about what a
 * contact lost from its source are not part of it, so they go beside the items.
 */
export async function toJson(
	context: IExecuteFunctions,
	item: number,
	photos: WebPhotos,
): Promise<Conversion> {
	const format = readChoice('Format', context.getNodeParameter('format', item), FORMATS);
	const given = await readItemContacts(context, item);
	const task = new LongTask();
	const read = await withPhotos(context, item, given, photos, task);
	const outputs: Conversion['outputs'] = [];
	const lost: ContactWarning[] = [];
	for (const [index, { contact }] of read.contacts.entries()) {
		if (format === 'vcard') await writeAhead([contact], task);
		outputs.push({ json: written(contact, format), pairedItem: { item } });
		if (format === 'table') {
			for (const warning of tableWarnings(contact)) lost.push({ contact: index + 1, ...warning });
		}
		if (task.shouldYield) await task.yieldNow();
	}
	const warnings = await warningsOf(read, task);
	return { outputs, warnings: lost.length === 0 ? warnings : [...warnings, ...lost] };
}

function written(contact: Contact, format: Format): IDataObject {
	switch (format) {
		case 'contact':
			return shownContact(contact);
		case 'flat':
			return flatParameters(contact);
		case 'table':
			return tableRow(contact);
		case 'vcard':
			return { vcard: writeVCard(contact) };
	}
}

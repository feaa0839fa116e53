/** The option Embed Photos of the Send node. */

import type { IExecuteFunctions } from 'n8n-workflow';

import { mostPhotoBytes } from '../carried/photoSize';
import { isWebPhoto } from '../contact/vcard/photo';
import { LongTask } from '../eventLoop/longTask';
import { WebPhotos } from '../photos/webPhotos';
import type { Provider } from '../providers/provider';
import type { LookedUpContact, ReadItem } from './readItems';
import type { Run } from './readRun';

const NOT_HERE = {
	field: 'photo',
	message:
		'Photos are embedded only when the card is sent; this preview shows the web address instead',
};

/**
 * The items with the pictures from the web addresses of their photos, if that was chosen and the card carries photos. If a
 * picture cannot be loaded, that is a warning, and its card is sent without it. A preview loads nothing.
 */
export async function embedPhotos(
	context: IExecuteFunctions,
	items: readonly ReadItem[],
	{ operation, provider, redact, stop }: Run,
): Promise<readonly ReadItem[]> {
	const embedding = items.filter((item) => item.embedsPhotos && carriesPhotos(item, provider));
	if (embedding.length === 0) return items;
	const photos = new WebPhotos(context, { stop, redact, most: mostPhotoBytes(provider) });
	if (operation === 'send') {
		const contacts = embedding.flatMap((item) => item.contacts.map(({ contact }) => contact));
		await photos.load(contacts);
	}
	const embed = (given: LookedUpContact): LookedUpContact => {
		const { photo } = given.contact;
		if (!isWebPhoto(photo)) return given;
		const embedded =
			operation === 'send'
				? photos.embed(given)
				: { ...given, warnings: [...given.warnings, NOT_HERE] };
		return { ...embedded, photoAddress: photo };
	};
	const chosen = new Set(embedding);
	const task = new LongTask();
	const embedded: ReadItem[] = [];
	for (const item of items) {
		embedded.push(chosen.has(item) ? { ...item, contacts: item.contacts.map(embed) } : item);
		if (task.shouldYield) await task.yieldNow();
	}
	return embedded;
}

function carriesPhotos({ target }: ReadItem, provider: Provider): boolean {
	return (provider.carriedTo?.(target) ?? provider.carries).photo;
}

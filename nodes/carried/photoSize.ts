/** How large a picture may be, for a provider that carries photos. */

import type { FieldWarning } from '../contact/contact';
import { MAX_PHOTO_BYTES } from '../contact/vcard/photo';
import { sizeInWords } from '../photos/loadPhoto';
import type { Provider } from '../providers/provider';

/**
 * Maximum bytes of a photo if a service documents no limit: nginx, which many of them use as a proxy, rejects bodies of
 * more than 1 MB (`client_max_body_size`), and base64 turns three bytes into four.
 */
const ADVISED_BYTES = 700_000;

/** Maximum bytes of a photo for a provider. */
export function mostPhotoBytes({ limits }: Provider): number {
	return limits.photoBytes ?? MAX_PHOTO_BYTES;
}

/** The warning about a picture that may be too large for a service that documents no limit; it is sent anyway. */
export function photoSizeWarnings(
	photo: string | undefined,
	{ displayName, limits }: Provider,
): FieldWarning[] {
	if (photo === undefined || limits.photoBytes !== undefined) return [];
	const base64 = photo.length - photo.indexOf(',') - 1;
	const bytes = Math.floor((base64 * 3) / 4);
	if (!photo.startsWith('data:') || bytes <= ADVISED_BYTES) return [];
	return [
		{
			field: 'photo',
			message: `The photo is ${sizeInWords(bytes)}, and ${displayName} may reject a card of that size: at most ${sizeInWords(ADVISED_BYTES)} gets through nearly everywhere, and 500 pixels on each side are enough for any phone`,
		},
	];
}

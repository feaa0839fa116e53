import type { INodeProperties } from 'n8n-workflow';

/** The option Embed Photos, for every node that writes vCards. */
export const embedPhotosOption: INodeProperties = {
	displayName: 'Embed Photos',
	name: 'embedPhotos',
	type: 'boolean',
	default: false,
	description:
		'Whether to load pictures from web addresses and put them into the card, since phones do not show a photo at a web address. JPEG, PNG, GIF, WebP or BMP, at most 5 MB.',
};

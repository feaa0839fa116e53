import type { INodeProperties } from 'n8n-workflow';

/** The option Embed Photos, for every node that writes vCards. */
export const embedPhotosOption: INodeProperties = {
	displayName: 'Embed Photos',
	name: 'embedPhotos',
	type: 'boolean',
	default: false,
	description:
		'Whether pictures at web addresses are loaded and put into the card, since phones show no photo at a web address. JPEG, PNG, GIF, WebP or BMP, at most 5 MB.',
};

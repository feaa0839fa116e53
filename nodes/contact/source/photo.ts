import type { INodeProperties } from 'n8n-workflow';

/** A picture from one of the item's files, in addition to the field Photo, in every source with single fields. */
export const photoBinaryField: INodeProperties = {
	displayName: 'Photo From Binary Field',
	name: 'photoBinaryField',
	type: 'string',
	default: '',
	placeholder: 'e.g. data',
	description:
		"The name of the item's binary field that contains a picture: JPEG, PNG, GIF, WebP or BMP, at most 5 MB. Used instead of Photo.",
};

import type { INodeProperties } from 'n8n-workflow';

import { contactOptions } from '../contact/source/options';
import { alphabetically } from '../contact/text';
import { embedPhotosOption } from '../photos/option';
import type { Operation } from './properties';
import type { ErrorCorrection } from './qrCode';

const showOnlyFor = (...operations: Operation[]) => ({ show: { '/operation': operations } });

export const DEFAULT_ERROR_CORRECTION: ErrorCorrection = 'M';
/** Pixels. */
export const DEFAULT_SIZE = 600;
export const LARGEST_SIZE = 2000;

const ownOptions: INodeProperties[] = [
	{
		displayName: 'Combine Items',
		name: 'combineItems',
		type: 'boolean',
		default: false,
		description:
			'Whether to write the contacts of all input items into one file, instead of one file per item',
		displayOptions: showOnlyFor('toFile'),
	},
	{ ...embedPhotosOption, displayOptions: showOnlyFor('toFile') },
	{
		...embedPhotosOption,
		displayOptions: { show: { '/operation': ['toJson'], '/format': ['vcard'] } },
	},
	{
		displayName: 'Error Correction',
		name: 'errorCorrection',
		type: 'options',
		default: DEFAULT_ERROR_CORRECTION,
		options: [
			{
				name: 'Low (L)',
				value: 'L',
				description: 'Readable with 7% of it missing; holds the most data',
			},
			{ name: 'Medium (M)', value: 'M', description: 'Readable with 15% of it missing' },
			{ name: 'Quartile (Q)', value: 'Q', description: 'Readable with 25% of it missing' },
			{
				name: 'High (H)',
				value: 'H',
				description: 'Readable with 30% of it missing; holds the least data',
			},
		],
		description: 'How much of the QR code may be dirty or covered',
		displayOptions: showOnlyFor('toQrCode'),
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. customers.vcf',
		description:
			"When empty, the contact's name, or contacts.vcf for several contacts. Characters that a file name cannot contain are replaced.",
		displayOptions: showOnlyFor('toFile', 'toQrCode'),
	},
	{
		displayName: 'Own Messages',
		name: 'ownMessages',
		type: 'options',
		default: 'drop',
		options: [
			{
				name: 'Drop',
				value: 'drop',
				description:
					'Output no item for them, so that a workflow that forwards cards does not trigger itself',
			},
			{
				name: 'Read',
				value: 'read',
				description: 'Read them like messages from others',
			},
		],
		description:
			'What to do with messages that your own account sent, which many services report too',
		displayOptions: showOnlyFor('fromMessage'),
	},
	{
		displayName: 'Size',
		name: 'size',
		type: 'number',
		default: DEFAULT_SIZE,
		typeOptions: { minValue: 1, maxValue: LARGEST_SIZE, numberPrecision: 0 },
		description: 'Width and height of the picture, in pixels; larger if the code needs more',
		displayOptions: showOnlyFor('toQrCode'),
	},
	{
		displayName: 'Without Contact',
		name: 'withoutContact',
		type: 'options',
		default: 'drop',
		options: [
			{
				name: 'Drop',
				value: 'drop',
				description: 'Output no item for a message without a contact',
			},
			{
				name: 'Pass',
				value: 'pass',
				description: 'Output the input item as it came, with contact set to null',
			},
		],
		description: 'What to do with a message that has no contact in it',
		displayOptions: showOnlyFor('fromMessage'),
	},
];

/** The node's Options, by display name. */
export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [...contactOptions, ...ownOptions].sort((a, b) =>
		alphabetically(a.displayName, b.displayName),
	),
};

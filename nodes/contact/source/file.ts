import type { INodeProperties } from 'n8n-workflow';

/** Contact Source: File (.vcf). */
export const fileProperties: INodeProperties[] = [
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input binary field containing the .vcf file',
		displayOptions: { show: { contactSource: ['file'] } },
	},
];

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { nodeHint } from '../editor/builderHint';
import { convertContactCards } from './convert';
import { optionsProperty } from './options';
import { fileProperties, jsonProperties, messageProperties, sourceProperties } from './properties';

export class ConvertContactCard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Convert Contact Card',
		name: 'convertContactCard',
		icon: {
			light: 'file:../../icons/convertContactCard.svg',
			dark: 'file:../../icons/convertContactCard.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ { toFile: "to file", toQrCode: "to QR code", toJson: "to JSON: " + $parameter["format"], fromMessage: "from message" }[$parameter["operation"]] }}',
		description: 'Convert contacts between vCard files and JSON, and read them from messages',
		defaults: { name: 'Convert Contact Card' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		...nodeHint(
			'Use it to read contacts from vCard files (.vcf), vCard text or incoming WhatsApp and Telegram messages, and to write vCard files, QR codes or rows for a sheet.',
			{
				'n8n-nodes-contact-card.sendContactCard':
					'Sends the output of "toJson" or "fromMessage", with the contact source "item"',
			},
		),
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'toJson',
				options: [
					{
						name: 'Convert to File',
						value: 'toFile',
						action: 'Convert contacts to file',
						description: 'Write contacts into a vCard file (.vcf)',
					},
					{
						name: 'Convert to JSON',
						value: 'toJson',
						action: 'Convert contacts to JSON',
						description: 'Output each contact of a vCard, a file or other JSON as an item',
					},
					{
						name: 'Convert to QR Code',
						value: 'toQrCode',
						action: 'Convert contacts to QR codes',
						description: 'Draw each contact as a QR code that phones save as a contact (.png)',
					},
					{
						name: 'Read From Message',
						value: 'fromMessage',
						action: 'Read contacts from message',
						description:
							'Output each contact in an incoming WhatsApp or Telegram message as an item',
					},
				],
			},
			...messageProperties,
			...sourceProperties,
			...jsonProperties,
			...fileProperties,
			optionsProperty,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await convertContactCards.call(this);
	}
}

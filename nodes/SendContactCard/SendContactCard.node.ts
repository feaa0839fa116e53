import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { contactSourceProperties } from '../contact/source/properties';
import { list } from '../contact/text';
import { providers } from '../providers';
import { credentialsOfProviders } from './credentials';
import { forProviders } from './forProviders';
import { optionsProperty } from './options';
import { listSearch } from './searchLists';
import { sendContactCards } from './send';
import { testCredential } from './testCredential';

const networks = list([...new Set(providers.map(({ network }) => network))].sort(), 'or');

export class SendContactCard implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Send Contact Card',
		name: 'sendContactCard',
		icon: {
			light: 'file:../../icons/contactCard.svg',
			dark: 'file:../../icons/contactCard.dark.svg',
		},
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["operation"] === "preview" ? "preview: " : "") + $parameter["provider"] }}',
		description: `Send contact cards (vCards) over ${networks}, with the provider of your choice`,
		defaults: { name: 'Send Contact Card' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: credentialsOfProviders,
		properties: [
			{
				displayName: 'Operation',
				name: 'operation',
				type: 'options',
				noDataExpression: true,
				default: 'send',
				options: [
					{
						name: 'Preview Contact Card',
						value: 'preview',
						action: 'Preview a contact card',
						description: 'Show the exact requests, with secrets hidden, and send nothing',
					},
					{
						name: 'Send Contact Card',
						value: 'send',
						action: 'Send a contact card',
						description: 'Send one or more contacts to a person, group or conversation',
					},
				],
			},
			{
				displayName: 'Provider',
				name: 'provider',
				type: 'options',
				noDataExpression: true,
				required: true,
				default: 'gowa',
				options: providers.map(({ displayName, id, network }) => ({
					name: displayName,
					value: id,
					description: network,
				})),
				description: 'The messaging service that delivers the card',
			},
			...forProviders(({ target }) => target.properties, 'provider'),
			...contactSourceProperties,
			optionsProperty,
		],
	};

	methods = { listSearch, credentialTest: { testCredential } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await sendContactCards.call(this);
	}
}

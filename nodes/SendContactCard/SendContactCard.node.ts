import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { contactSourceProperties } from '../contact/source/properties';
import { list } from '../contact/text';
import { nodeHint, propertyHint } from '../editor/builderHint';
import { providers } from '../providers';
import { networksOf } from '../providers/networks';
import { summary } from '../providers/summary';
import { credentialsOfProviders } from './credentials';
import { forProviders } from './forProviders';
import { DEFAULT_PROVIDER, optionsProperty } from './options';
import { listSearch } from './searchLists';
import { sendContactCards } from './send';
import { testCredential } from './testCredential';

const displayNames = Object.fromEntries(providers.map(({ id, displayName }) => [id, displayName]));
/** An expression, so the names of the providers stand in it. */
const subtitle = `={{ ($parameter["operation"] === "preview" ? "preview: " : "") + (${JSON.stringify(displayNames)}[$parameter["provider"]] ?? $parameter["provider"]) }}`;

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
		subtitle,
		description: `Send contact cards (vCards) over ${list(networksOf(providers), 'or')}, with the provider of your choice`,
		defaults: { name: 'Send Contact Card' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		...nodeHint(
			'Use it to send somebody the contact details of a person or company as a card that can be saved with one tap, over WhatsApp, Telegram or iMessage. To send only text, use the messaging service’s own node.',
			{
				'n8n-nodes-contact-card.convertContactCard':
					'Reads contacts from vCard files and incoming messages, ready for this node with the contact source "item"',
			},
		),
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
						name: 'Send Contact Card',
						value: 'send',
						action: 'Send contact card',
						description: 'Send one or more contacts to a person, group or conversation',
					},
					{
						name: 'Preview Without Sending',
						value: 'preview',
						action: 'Preview contact card without sending',
						description: 'Show the exact requests, with secrets hidden, and send nothing',
						...propertyHint(
							'Only for trying things out: no card is sent, so keep "send" in a workflow that is meant to work',
						),
					},
				],
			},
			{
				displayName: 'Provider',
				name: 'provider',
				type: 'options',
				noDataExpression: true,
				required: true,
				default: DEFAULT_PROVIDER,
				options: providers.map((provider) => ({
					name: provider.displayName,
					value: provider.id,
					description: summary(provider),
				})),
				description: 'The messaging service that delivers the card',
				...propertyHint(
					'The service that the user has an account with: ask, do not guess. Each has its own credential.',
				),
			},
			{
				// Marks where the editor asks for the credential, which otherwise stands above everything
				displayName: 'Credential',
				name: 'credentials',
				type: 'credentials',
				default: '',
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

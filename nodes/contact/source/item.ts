import type { INodeProperties } from 'n8n-workflow';

import { propertyHint } from '../../editor/builderHint';
import type { Column } from '../rows/columns';

const columns: ReadonlyArray<[displayName: string, name: Column, example: string]> = [
	['Company', 'company', 'Customer'],
	['Email', 'email', 'Contact address'],
	['First Name', 'firstName', 'Given'],
	['Job Title', 'title', 'Role'],
	['Last Name', 'lastName', 'Family'],
	['Name', 'name', 'Buyer'],
	['Phone', 'phone', 'Line 1'],
	['Photo', 'photo', 'Picture link'],
	['WhatsApp ID', 'waId', 'wa_id'],
];

function describe(displayName: string, name: Column): string {
	if (name === 'photo') return 'The item key or the binary field that contains the photo';
	return `The item key that contains the ${name === 'waId' ? displayName : displayName.toLowerCase()}`;
}

/** Contact Source: Input Item. The columns are the same for all items, so they are names, not expressions. */
export const itemProperties: INodeProperties[] = [
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'collection',
		placeholder: 'Add Column',
		default: {},
		options: columns.map(([displayName, name, example]) => ({
			displayName,
			name,
			type: 'string',
			noDataExpression: true,
			default: '',
			placeholder: `e.g. ${example}`,
			description: describe(displayName, name),
		})),
		description:
			'Which item key contains which field, if its name does not show it. Keys such as Name, Phone, WhatsApp, Email or Company are recognized automatically.',
		...propertyHint(
			'Key names exactly as they are in the item, not expressions. Leave it empty unless a key has an unusual name.',
		),
		displayOptions: { show: { contactSource: ['item'] } },
	},
];

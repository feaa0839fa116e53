import type { INodeProperties } from 'n8n-workflow';

import { propertyHint } from '../../editor/builderHint';
import { phoneCountries } from '../phone/countries';

/** Options for reading contacts, for every node that accepts contacts. */
export const contactOptions: INodeProperties[] = [
	{
		displayName: 'Default Country',
		name: 'defaultCountry',
		type: 'options',
		default: '',
		options: [
			{ name: 'None: Numbers Have a Country Code', value: '' },
			...phoneCountries().map(({ code, name, callingCode }) => ({
				name: `${name} (${callingCode})`,
				value: code,
			})),
		],
		description: 'Country of phone numbers that are written without a country code',
		...propertyHint(
			'Two capital letters, such as "BR". Set it when numbers come from forms or sheets of one country; without it, a recipient without a country code is rejected.',
		),
	},
	{
		displayName: 'WhatsApp ID',
		name: 'whatsappId',
		type: 'options',
		default: 'fromPhone',
		options: [
			{
				name: 'As Given',
				value: 'asGiven',
				description: 'Only phones that come with one have one; the others show no Message button',
			},
			{
				name: 'From Phone',
				value: 'fromPhone',
				description:
					'A phone without one gets its own digits, so that the card has a Message button',
			},
		],
		description:
			'Where a phone’s WhatsApp ID (wa_id, in a vCard waid) comes from: the number of the WhatsApp account that the card’s Message button opens',
	},
];

import type { INodeProperties } from 'n8n-workflow';

import { propertyHint } from '../../editor/builderHint';
import type { ListField, TextPart } from '../fields/field';
import { CUSTOM_TYPE, CUSTOM_TYPE_FIELD, formName } from '../fields/form';
import { groupField, isGroup, isList, KEYS_BY_RANK, listField, textField } from '../fields/keys';
import { photoBinaryField } from './photo';

/** Contact Source: Fields. The first contact starts with an empty phone; empty fields are left out. */
export const fieldsProperties: INodeProperties[] = [
	{
		displayName: 'Contacts',
		name: 'contacts',
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			fixedCollection: {
				itemTitle:
					'={{ $collection.item.value.formattedName || "Contact " + ($collection.item.index + 1) }}',
			},
			hideOptionalFields: true,
			addOptionalFieldButtonText: 'Add Contact Field',
		},
		placeholder: 'Add Contact',
		...propertyHint(
			'{ contact: [{ formattedName: "Ana Souza", phones: { phone: [{ phone: "+5512996130832", type: "CELL" }] }, emails: { email: [{ email: "ana@example.com", type: "WORK" }] }, company: "Acme" }] }; empty fields are left out',
		),
		default: { contact: [{ phones: { phone: [{}] } }] },
		options: [{ displayName: 'Contact', name: 'contact', values: contactProperties() }],
		displayOptions: { show: { contactSource: ['fields'] } },
	},
];

/** The fields of a contact from the table, the most useful first. */
function contactProperties(): INodeProperties[] {
	const properties = KEYS_BY_RANK.flatMap((key): INodeProperties[] => {
		if (isGroup(key)) return partProperties(groupField(key).parts);
		if (isList(key)) return [listProperty(key, listField(key))];
		return [textProperty(key, textField(key))];
	});
	return [...properties, photoBinaryField];
}

function listProperty(
	key: string,
	{ label, singular, entry, main = '', parts, isRare }: ListField,
): INodeProperties {
	const title = singular.charAt(0).toUpperCase() + singular.slice(1);
	const hasRareParts = Object.values(parts).some((part) => part.isRare === true);
	return {
		displayName: label,
		name: key,
		type: 'fixedCollection',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			fixedCollection: {
				itemTitle: `={{ $collection.item.value.${main} || "${title} " + ($collection.item.index + 1) }}`,
			},
			...(hasRareParts && {
				hideOptionalFields: true,
				addOptionalFieldButtonText: `Add ${title} Field`,
			}),
			showEvenWhenOptional: isRare !== true,
		},
		placeholder: `Add ${title}`,
		default: {},
		options: [{ displayName: title, name: entry, values: partProperties(parts) }],
	};
}

function partProperties(parts: Readonly<Record<string, TextPart>>): INodeProperties[] {
	return Object.entries(parts).flatMap(([key, part]) =>
		part.types === undefined ? [textProperty(key, part)] : typeProperties(part.types),
	);
}

function textProperty(key: string, part: TextPart): INodeProperties {
	return {
		displayName: part.label,
		name: formName(key),
		type: 'string',
		typeOptions: {
			showEvenWhenOptional: part.isRare !== true,
			...(part.holds === 'paragraph' && { rows: 2 }),
		},
		default: '',
		placeholder: `e.g. ${part.example}`,
		...(part.description !== undefined && { description: part.description }),
	};
}

/** A choice of the usual types, and a field for any other. */
function typeProperties(types: NonNullable<TextPart['types']>): INodeProperties[] {
	return [
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			typeOptions: { showEvenWhenOptional: true },
			default: '',
			options: [
				{ name: 'None', value: '' },
				...types.map(({ label, value }) => ({ name: label, value })),
				{ name: 'Custom…', value: CUSTOM_TYPE },
			],
			description: 'What it is used for. An expression can return any other word.',
		},
		{
			displayName: 'Custom Type',
			name: CUSTOM_TYPE_FIELD,
			type: 'string',
			typeOptions: { showEvenWhenOptional: true },
			default: '',
			placeholder: 'e.g. Reception',
			displayOptions: { show: { type: [CUSTOM_TYPE] } },
		},
	];
}

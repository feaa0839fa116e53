import type { INodeProperties } from 'n8n-workflow';

import type { ListField, TextPart } from '../fields/field';
import { groupField, isGroup, isList, KEYS_BY_RANK, listField, textField } from '../fields/keys';
import { flatEntryName, flatName } from '../flat';
import { photoBinaryField } from './photo';

/** Entries of each list that the editor offers as flat parameters; JSON accepts any number. */
const PLACES = [1, 2, 3];

/** Contact Source: Flat Parameters. */
export const flatProperties: INodeProperties[] = [
	{
		displayName: 'Flat Parameters',
		name: 'flatParameters',
		type: 'collection',
		placeholder: 'Add Parameter',
		default: {},
		options: flatParameterProperties(),
		displayOptions: { show: { contactSource: ['flat'] } },
	},
];

/** The flat parameters, the most needed first: every field with the first entry of each list, then more entries. */
function flatParameterProperties(): INodeProperties[] {
	const [first = 1, ...more] = PLACES;
	const fields = KEYS_BY_RANK.flatMap((key) => {
		if (isList(key)) return entryProperties(listField(key), first);
		if (!isGroup(key)) return [parameter(key, textField(key))];
		return Object.entries(groupField(key).parts).map(([part, text]) =>
			parameter(flatName(key, part), text),
		);
	});
	const moreEntries = more.flatMap((place) =>
		KEYS_BY_RANK.filter(isList).flatMap((key) => entryProperties(listField(key), place)),
	);
	return [...fields, photoBinaryField, ...moreEntries];
}

function entryProperties({ entry, singular, main, parts }: ListField, place: number) {
	const title = `${singular.charAt(0).toUpperCase()}${singular.slice(1)} ${place}`;
	return Object.entries(parts).map(([part, text]) =>
		parameter(flatEntryName(entry, place, part), {
			...text,
			label: part === main ? title : `${title}: ${text.label}`,
		}),
	);
}

function parameter(name: string, { label, metaLabel, example }: TextPart): INodeProperties {
	return {
		displayName: metaLabel ?? label,
		name,
		type: 'string',
		default: '',
		placeholder: `e.g. ${example}`,
		description: `The parameter ${name}`,
	};
}

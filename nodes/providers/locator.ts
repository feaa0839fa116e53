import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { isObject } from '../contact/object';

/** What a resource locator is called and about. */
export type LocatorWords = Pick<
	INodeProperties,
	'displayName' | 'name' | 'description' | 'required'
>;

interface ModeWords {
	displayName: string;
	name: string;
}

export interface LocatorModes {
	/** The search behind *From List*; without one there is no list. */
	searchListMethod?: string;
	/** How a person names one without the list. */
	typed: ModeWords & { example: string };
	/** An address that a person may paste; without one there is no *By URL*. */
	urlExample?: string | undefined;
}

const FROM_LIST: ModeWords = { displayName: 'From List', name: 'list' };
const BY_URL: ModeWords = { displayName: 'By URL', name: 'url' };

/** A resource locator that begins in the mode in which a person types. */
export function locator(
	property: LocatorWords,
	{ searchListMethod, typed: { example, ...typed }, urlExample }: LocatorModes,
): INodeProperties {
	const modes = [mode(typed, { type: 'string', placeholder: `e.g. ${example}` })];
	if (searchListMethod !== undefined) {
		const typeOptions = { searchListMethod, searchable: true };
		modes.unshift(mode(FROM_LIST, { type: 'list', typeOptions }));
	}
	if (urlExample !== undefined) {
		modes.push(mode(BY_URL, { type: 'string', placeholder: `e.g. ${urlExample}` }));
	}
	return {
		...property,
		type: 'resourceLocator',
		default: { mode: typed.name, value: '' },
		modes,
	};
}

function mode(
	words: ModeWords,
	rest: Pick<INodePropertyMode, 'type' | 'placeholder' | 'typeOptions'>,
): INodePropertyMode {
	return { ...words, ...rest };
}

/**
 * What was chosen or typed, of parameters that may be resource locators: of `{ __rl, mode, value }` the value, others
 * as they are. n8n's own way finds only what the editor shows.
 */
export function chosenValues(parameters: Readonly<Record<string, unknown>>) {
	const values: Record<string, unknown> = { ...parameters };
	for (const [name, given] of Object.entries(parameters)) {
		if (isObject(given) && '__rl' in given) values[name] = given['value'];
	}
	return values;
}

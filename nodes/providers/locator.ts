import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { isObject } from '../contact/object';

/** The name and description of a resource locator. */
export type LocatorWords = Pick<
	INodeProperties,
	'displayName' | 'name' | 'description' | 'required'
>;

interface ModeWords {
	displayName: string;
	name: string;
}

/** A way to type a value, with the message that the editor shows at once for an invalid one. */
interface TypedMode {
	example: string;
	/** A regular expression for the whole value, which must accept the empty one. */
	validation?: { regex: string; errorMessage: string };
}

export interface LocatorModes {
	/** The search behind *From List*; without one there is no list. */
	searchListMethod?: string;
	/** How a person enters one without the list. */
	typed: ModeWords & TypedMode;
	/** A URL that a person may paste; without one there is no *By URL*. */
	url?: TypedMode;
}

const FROM_LIST: ModeWords = { displayName: 'From List', name: 'list' };
const BY_URL: ModeWords = { displayName: 'By URL', name: 'url' };

/** A resource locator whose default mode is typing. */
export function locator(
	property: LocatorWords,
	{ searchListMethod, typed, url }: LocatorModes,
): INodeProperties {
	const modes = [typedMode(typed, typed)];
	if (searchListMethod !== undefined) {
		const typeOptions = { searchListMethod, searchable: true };
		modes.unshift({ ...FROM_LIST, type: 'list', typeOptions });
	}
	if (url !== undefined) modes.push(typedMode(BY_URL, url));
	return {
		...property,
		type: 'resourceLocator',
		default: { mode: typed.name, value: '' },
		modes,
	};
}

function typedMode(
	{ displayName, name }: ModeWords,
	{ example, validation }: TypedMode,
): INodePropertyMode {
	const words: ModeWords = { displayName, name };
	const placeholder = `e.g. ${example}`;
	if (validation === undefined) return { ...words, type: 'string', placeholder };
	return {
		...words,
		type: 'string',
		placeholder,
		validation: [{ type: 'regex', properties: validation }],
	};
}

/**
 * The values of parameters that may be resource locators: the value of `{ __rl, mode, value }`, others as they are. n8n's
 * own way finds only parameters that the editor shows. `chosenNames` has the labels of values chosen from a list, which say
 * more than the values.
 */
export function chosenValues(parameters: Readonly<Record<string, unknown>>) {
	const values: Record<string, unknown> = { ...parameters };
	const chosenNames: Record<string, unknown> = {};
	for (const [name, given] of Object.entries(parameters)) {
		if (!isObject(given) || !('__rl' in given)) continue;
		values[name] = given['value'];
		if (given['mode'] === 'list') chosenNames[name] = given['cachedResultName'];
	}
	return { ...values, chosenNames };
}

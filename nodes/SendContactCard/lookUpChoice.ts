/** The choice *Look Up* of the option WhatsApp ID: the provider is asked for the ids. */

import type { INodeProperties } from 'n8n-workflow';

import type { FieldWarning } from '../contact/contact';
import { list } from '../contact/text';
import { providers } from '../providers';
import type { Run } from './readRun';

export const LOOK_UP = 'lookUp';

const able = providers
	.filter(({ lookUp }) => lookUp !== undefined)
	.map(({ displayName }) => displayName);

/** The option WhatsApp ID with that choice, instead of the one that every node has. */
export function withLookUp(option: INodeProperties): INodeProperties {
	if (option.name !== 'whatsappId') return option;
	return {
		...option,
		options: [
			...(option.options ?? []),
			{
				name: 'Look Up',
				value: LOOK_UP,
				description: `The ID that the provider finds for the number, with ${list(able)}; a number that is not on WhatsApp gives a warning`,
			},
		],
	};
}

/** Whether the numbers of a run can be looked up: its provider can do it, and the run is not a preview. */
export function looksUp({ operation, provider }: Run): boolean {
	return operation === 'send' && provider.lookUp !== undefined;
}

/** Warnings for a card whose numbers are not looked up although that was chosen. */
export function lookUpWarnings({ provider }: Run): FieldWarning[] {
	const { displayName, lookUp } = provider;
	const message =
		lookUp === undefined
			? `${displayName} cannot look up WhatsApp IDs, so the digits of the numbers are used instead`
			: 'WhatsApp IDs are looked up only when the card is sent; this preview shows the digits of the numbers instead';
	return [{ field: 'whatsappId', message }];
}

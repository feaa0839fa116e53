/** Parameters of the Send Contact Card node, for the recipients that a provider's folder names. */
import type { INodeParameters } from 'n8n-workflow';

/** A number of a person who gets cards, as people write it: kept for drama by Ofcom. */
export const PERSON = '+44 7700 900001';

/** A field with a list, as the editor keeps an ID that was typed. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

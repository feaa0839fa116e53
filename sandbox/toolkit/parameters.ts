/** Parameters of the Send Contact Card node, for the recipients in a provider's folder. */
import type { INodeParameters } from 'n8n-workflow';

/** The number of a person who gets cards, as people write it; reserved for drama by Ofcom. */
export const PERSON = '+44 7700 900001';

/** A resource locator with a typed ID, as the editor saves it. */
export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

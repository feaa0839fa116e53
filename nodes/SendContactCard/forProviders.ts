import type { INodeProperties } from 'n8n-workflow';

import { providers } from '../providers';
import type { Provider } from '../providers/provider';

/**
 * The properties of all providers, each shown for the providers that have it. Identical properties of several providers
 * become one, so that its value survives a change of provider. It comes after everything that it may depend on: a list of
 * recipients needs the instance.
 *
 * @param providerPath where the editor finds the Provider parameter: `/provider` from inside a collection
 */
export function forProviders(
	propertiesOf: (provider: Provider) => readonly INodeProperties[],
	providerPath: 'provider' | '/provider',
): INodeProperties[] {
	const shared = new Map<string, { property: INodeProperties; ids: string[] }>();
	for (const provider of providers) {
		for (const property of propertiesOf(provider)) {
			const spelling = JSON.stringify(property);
			const known = shared.get(spelling);
			// Set anew, it comes last
			shared.delete(spelling);
			shared.set(spelling, { property, ids: [...(known?.ids ?? []), provider.id] });
		}
	}
	return [...shared.values()].map(({ property, ids }) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { [providerPath]: ids, ...property.displayOptions?.show },
		},
	}));
}

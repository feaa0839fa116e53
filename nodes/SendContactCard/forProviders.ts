import type { INodeProperties } from 'n8n-workflow';

import { providers } from '../providers';
import type { Provider } from '../providers/provider';

/**
 * The properties of all providers, each shown for the providers that have it. A property that several spell alike
 * stands once, so that its value survives a change of provider.
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
			if (known === undefined) shared.set(spelling, { property, ids: [provider.id] });
			else known.ids.push(provider.id);
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

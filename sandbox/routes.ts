/** Which provider's server an address belongs to. */
import type { ProviderServer, ServerTools } from './provider';
import {
	prefixesOf,
	providerOf,
	PROVIDER_IDS,
	type ProviderId,
	type ProviderSettings,
} from './registry';

export interface Route {
	id: ProviderId;
	prefix: string;
	server: ProviderServer;
}

/** A new server for each provider, by its path prefixes. */
export function routesOf(
	toolsOf: (id: ProviderId) => ServerTools,
	settings: ProviderSettings = {},
): Route[] {
	const set: Partial<Record<ProviderId, object>> = settings;
	return PROVIDER_IDS.flatMap((id) => {
		const provider = providerOf(id);
		const server = provider.createServer(toolsOf(id), { ...provider.settings, ...set[id] });
		return prefixesOf(id).map((prefix) => ({ id, prefix, server }));
	});
}

/** The route of an address: its prefix ends where a path, a query or the address ends. */
export function routeOf(url: string, routes: readonly Route[]): Route | undefined {
	return routes.find(
		({ prefix }) => url.startsWith(prefix) && ['/', '?', undefined].includes(url[prefix.length]),
	);
}

/** Finds the provider's server for a URL. */
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

/** A fresh server for each provider, by path prefix. */
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

/** The route of a URL: its prefix must be followed by `/`, `?` or nothing. */
export function routeOf(url: string, routes: readonly Route[]): Route | undefined {
	return routes.find(
		({ prefix }) => url.startsWith(prefix) && ['/', '?', undefined].includes(url[prefix.length]),
	);
}

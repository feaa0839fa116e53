/** Every provider in the sandbox by ID, and what is derived from that list. */
import type { SandboxProvider } from './provider';
import * as providers from './providers';

export type ProviderId = keyof typeof providers;

/** Does not compile if a provider lacks something, or is exported under a name other than its ID. */
const BY_ID: { readonly [Id in ProviderId]: SandboxProvider & { readonly id: Id } } = providers;

/** The IDs, sorted. */
export const PROVIDER_IDS: readonly ProviderId[] = Object.keys(BY_ID).filter(isProviderId).sort();

/** The data of n8n's credentials, by provider, with the field names of the package's credential types. */
export type SandboxCredentials = {
	readonly [Id in ProviderId]: ReturnType<(typeof providers)[Id]['credentials']>;
};

/** The providers with credentials for behavior that the first one does not show. */
type IdWithOthers = {
	[Id in ProviderId]: (typeof providers)[Id] extends { otherCredentials: unknown } ? Id : never;
}[ProviderId];

export type OtherCredentials = {
	readonly [Id in IdWithOthers]: ReturnType<(typeof providers)[Id]['otherCredentials']>;
};

/** The settings of a run, by provider; others keep their default value. */
export type ProviderSettings = {
	readonly [
		Id in ProviderId as (typeof providers)[Id] extends { settings: unknown } ? Id : never
	]?: (typeof providers)[Id] extends { settings: infer Settings } ? Partial<Settings> : never;
};

/** Whether the sandbox has a provider with this ID. */
export function isProviderId(id: string): id is ProviderId {
	return Object.hasOwn(BY_ID, id);
}

export function providerOf(id: ProviderId): SandboxProvider {
	return BY_ID[id];
}

/** The path prefixes in place of the provider's host, longest first. */
export function prefixesOf(id: ProviderId): readonly string[] {
	return providerOf(id).prefixes ?? [`/${id}`];
}

/** The working credential of each provider, for a sandbox at this address. */
export function credentialsAt(url: string): SandboxCredentials {
	const credentials = byProvider((provider) => provider.credentials(url));
	if (hasEvery(credentials)) return credentials;
	throw new Error('A provider of the sandbox has no credential');
}

function hasEvery(credentials: object): credentials is SandboxCredentials {
	return PROVIDER_IDS.every((id) => Object.hasOwn(credentials, id));
}

/** Further working credentials, for a sandbox at this address. */
export function otherCredentialsAt(url: string): OtherCredentials {
	const credentials = byProvider((provider) => provider.otherCredentials?.(url));
	if (hasOthers(credentials)) return credentials;
	throw new Error('A provider of the sandbox has lost its other credentials');
}

function hasOthers(credentials: object): credentials is OtherCredentials {
	return PROVIDER_IDS.every(
		(id) => !('otherCredentials' in BY_ID[id]) || Object.hasOwn(credentials, id),
	);
}

/** One value for each provider, by ID; providers without one are left out. */
export function byProvider<Value>(
	valueOf: (provider: SandboxProvider) => Value | undefined,
): Partial<Record<ProviderId, Value>> {
	const values: Partial<Record<ProviderId, Value>> = {};
	for (const id of PROVIDER_IDS) {
		const value = valueOf(BY_ID[id]);
		if (value !== undefined) values[id] = value;
	}
	return values;
}

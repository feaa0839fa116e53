/** The providers, as the inbox lists them. */
import { providers } from '../../nodes/providers';
import { providerOf, PROVIDER_IDS, type ProviderId } from '../registry';
import type { Sandbox } from '../sandbox';
import type { InboxProvider } from './model';

/** Steps of this angle keep any number of hues apart. */
const GOLDEN_ANGLE = 137.508;
const FIRST_HUE = 265;

/** Every provider that the sandbox plays, with what a person enters in n8n to use it. */
export function inboxProviders({ credentials }: Pick<Sandbox, 'credentials'>): InboxProvider[] {
	return PROVIDER_IDS.map((id, index) => {
		const provider = providers.find((candidate) => candidate.id === id);
		const properties = provider?.credential.properties ?? [];
		const shownOf = ([name, value]: [string, unknown]) => {
			const property = properties.find((each) => each.name === name);
			const chosen = property?.options?.find(
				(option) => 'value' in option && option.value === value,
			);
			return { label: property?.displayName ?? name, value: chosen?.name ?? String(value) };
		};
		return {
			id,
			name: provider?.displayName ?? id,
			hue: Math.round(FIRST_HUE + index * GOLDEN_ANGLE) % 360,
			network: networkOf(id),
			credential: provider?.credential.displayName ?? '',
			fields: Object.entries(credentials[id])
				.map(shownOf)
				.filter(({ value }) => value !== ''),
			sendTo: providerOf(id).sendTo,
		};
	});
}

/** A provider's network: WhatsApp, iMessage, Telegram; '' if it is not known. */
export function networkOf(id: ProviderId): string {
	return providers.find((provider) => provider.id === id)?.network ?? '';
}

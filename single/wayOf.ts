import type { Provider } from '../nodes/providers/provider';

/** How a provider sends: `over WhatsApp with GOWA`, or just `with Telegram` if its name says the network. */
export function wayOf({ network, displayName }: Provider): string {
	return displayName.includes(network)
		? `with ${displayName}`
		: `over ${network} with ${displayName}`;
}

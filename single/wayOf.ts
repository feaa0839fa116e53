import type { Provider } from '../nodes/providers/provider';

/** How a provider sends: `over WhatsApp with GOWA`, or `with Telegram` where its name says over what. */
export function wayOf({ network, displayName }: Provider): string {
	return displayName.includes(network)
		? `with ${displayName}`
		: `over ${network} with ${displayName}`;
}

/** A provider's name as a badge. */
import type { InboxProvider } from '../model';
import { hueOf } from './words';

interface Props {
	provider: InboxProvider | undefined;
	id: string;
}

/** The provider's name in its own color. */
export function ProviderBadge({ provider, id }: Props) {
	return (
		<span class="badge" style={{ '--hue': String(provider?.hue ?? hueOf(id)) }}>
			{provider?.name ?? (id || 'Sandbox')}
		</span>
	);
}

/** Finds the provider that a person names. */
import { PROVIDER_IDS, type ProviderId } from '../registry';

/**
 * The ID of a provider, in any capitalization.
 *
 * @throws Error that lists the IDs
 */
export function providerId(name: string): ProviderId {
	const id = PROVIDER_IDS.find((known) => known.toLowerCase() === name.toLowerCase());
	if (id !== undefined) return id;
	throw new Error(
		`${name === '' ? 'Name a provider.' : `There is no provider "${name}".`} Choose one of ${PROVIDER_IDS.join(', ')}.`,
	);
}

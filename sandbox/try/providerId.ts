/** Which provider a person means. */
import { PROVIDER_IDS, type ProviderId } from '../registry';

/**
 * The id of a provider, however a person capitalizes it.
 *
 * @throws Error that lists the ids
 */
export function providerId(name: string): ProviderId {
	const id = PROVIDER_IDS.find((known) => known.toLowerCase() === name.toLowerCase());
	if (id !== undefined) return id;
	throw new Error(
		`${name === '' ? 'Name a provider.' : `There is no provider "${name}".`} Choose one of ${PROVIDER_IDS.join(', ')}.`,
	);
}

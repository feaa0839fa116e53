import { alphabetically } from '../contact/text';
import type { Provider } from './provider';

/** The network of a provider that isn't tied to a messenger. */
export const NO_MESSENGER = 'HTTP';

/** The networks that providers send over: the one with the most providers first, plain HTTP last. */
export function networksOf(providers: readonly Provider[]): string[] {
	const counts = new Map<string, number>();
	for (const { network } of providers) counts.set(network, (counts.get(network) ?? 0) + 1);
	const rank = ([network, count]: [string, number]) => (network === NO_MESSENGER ? 1 : -count);
	return [...counts]
		.sort((a, b) => rank(a) - rank(b) || alphabetically(a[0], b[0]))
		.map(([network]) => network);
}

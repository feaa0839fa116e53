import type { NumberStatus, Provider } from '../providers/provider';

/** By the execution's store, then by run and provider; in memory only, since a service may always be asked again. */
const kept = new WeakMap<object, Map<string, Map<string, NumberStatus>>>();

/**
 * What a provider has said about numbers in a run of the node, by number, so that *Retry On Fail* or an agent's next call does
 * not ask again. It ends with the execution.
 *
 * @param store the execution's context of the node
 * @param run names the run of the node within the execution
 */
export function numbersLookedUp(
	store: object,
	run: string,
	{ id }: Provider,
): Map<string, NumberStatus> {
	const runs = kept.get(store) ?? new Map<string, Map<string, NumberStatus>>();
	kept.set(store, runs);
	const key = `${run} ${id}`;
	const numbers = runs.get(key) ?? new Map<string, NumberStatus>();
	runs.set(key, numbers);
	return numbers;
}

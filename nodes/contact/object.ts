export type JsonObject = Record<string, unknown>;

/** True for `{…}`, not for arrays, null or other values. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Values that are looked at in one step. */
const STEP = 1000;

/** Whether lists and objects are nested deeper than this many levels: in steps, since a list can be very long. */
export function* isDeeperThan(levels: number, value: object): Generator<void, boolean, undefined> {
	if (levels === 0) return true;
	const parts: readonly unknown[] = Object.values(value);
	for (const [index, part] of parts.entries()) {
		if (index % STEP === STEP - 1) yield;
		if (typeof part !== 'object' || part === null) continue;
		if (yield* isDeeperThan(levels - 1, part)) return true;
	}
	return false;
}

/** The keys of an object literal, in order. */
export function keysOf<Known extends object>(object: Known): Array<Extract<keyof Known, string>> {
	const keys: Array<Extract<keyof Known, string>> = [];
	for (const key in object) keys.push(key);
	return keys;
}

/** An object with a value for each key. */
export function recordOf<Key extends string, Value>(
	keys: readonly Key[],
	valueOf: (key: Key) => Value,
): Record<Key, Value> {
	const record: Partial<Record<Key, Value>> = {};
	for (const key of keys) record[key] = valueOf(key);
	if (hasAll(record, keys)) return record;
	throw new Error('A key has no value');
}

function hasAll<Key extends string, Value>(
	record: Partial<Record<Key, Value>>,
	keys: readonly Key[],
): record is Record<Key, Value> {
	return keys.every((key) => key in record);
}

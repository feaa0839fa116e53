export type JsonObject = Record<string, unknown>;

/** True for `{…}`, not for arrays, null or other values. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

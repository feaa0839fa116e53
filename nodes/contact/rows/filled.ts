/** The fields that have a text. */
export function filled<Key extends string>(
	fields: Readonly<Record<Key, string | undefined>>,
): Partial<Record<Key, string>> {
	const kept: Partial<Record<Key, string>> = {};
	for (const key of keysOf(fields)) {
		const value = fields[key];
		if (value !== undefined && value !== '') kept[key] = value;
	}
	return kept;
}

function keysOf<Key extends string>(fields: Readonly<Record<Key, unknown>>): Key[] {
	const keys: Key[] = [];
	for (const key in fields) keys.push(key);
	return keys;
}

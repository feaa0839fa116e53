import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isObject, type JsonObject } from '../../nodes/contact/object';

const FOLDER = join(__dirname, '../convert/fixtures');

/** A body that a service sends, by the name of its file: the provider's id, with a version behind it where it has several. */
export const bodies: ReadonlyMap<string, JsonObject> = new Map(
	readdirSync(FOLDER).map((file) => {
		const fixture: unknown = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'));
		if (!isObject(fixture) || !isObject(fixture['body'])) throw new Error(`${file} has no body`);
		return [file.replace('.json', ''), fixture['body']];
	}),
);

export function bodyOf(name: string): JsonObject {
	const body = bodies.get(name);
	if (body === undefined) throw new Error(`No fixture ${name}`);
	return body;
}

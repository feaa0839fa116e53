import { isObject } from '../object';
import type { Path } from '../read/dialect';
import type { Gathering, NameField } from './gathering';
import { keyWords } from './keys';
import { isNearer, isSameName, nameWords } from './names';
import { couldBeName, isNothing, richText, scalarText } from './values';
import type { Sense } from './words';

/** Reads a name, whole or in parts: `"Ana Lima"`, `{ givenName, familyName }`, `[{ displayName, … }]`. */
export function gatherName(value: unknown, path: Path, field: NameField, g: Gathering): void {
	g.nameKeys.add(field);
	if (isNothing(value)) return;
	const rich = richText(value);
	if (rich !== undefined) gatherText(rich, path, field, g);
	else if (Array.isArray(value)) {
		const chosen = firstChoice(value);
		gatherName(chosen, path, field, g);
		value.forEach((other: unknown, index) => {
			const isLost = typeof other === 'string' && other !== chosen && !isNothing(other);
			if (isLost) g.unclear.push({ path: [...path, index], looks: 'name' });
		});
	} else if (isObject(value) && typeof value['toJSON'] !== 'function') {
		for (const [key, part] of Object.entries(value))
			gatherPart(key, part, [...path, key], field, g);
	} else {
		gatherText(value, path, field, g);
	}
}

function gatherPart(key: string, value: unknown, path: Path, field: NameField, g: Gathering): void {
	if (isNothing(value)) return;
	const { senses } = keyWords(key);
	const has = (sense: Sense) => senses.has(sense);
	if (has('derivedName') || has('meta') || has('label') || has('primary')) return;
	const whole = isWhole(field) ? field : undefined;
	if (has('role')) g.theirs.push(path);
	else if (has('first') && has('last')) gatherName(value, path, whole ?? field, g);
	else if (has('firstName') || has('first')) gatherName(value, path, 'firstName', g);
	else if (has('lastName') || has('last')) gatherName(value, path, 'lastName', g);
	else if (has('middleName') || has('middle')) gatherName(value, path, 'middleName', g);
	else if (has('prefix') || (has('title') && whole !== undefined && !isTextList(value)))
		gatherName(value, path, 'prefix', g);
	else if (has('suffix')) gatherName(value, path, 'suffix', g);
	else if (has('nickname')) gatherName(value, path, 'nickname', g);
	else if (has('fallbackName')) gatherName(value, path, 'fallbackName', g);
	else if (has('fullName') || has('full') || has('name')) {
		gatherName(value, path, whole === undefined ? field : 'fullName', g);
	} else if (has('value') || has('title')) gatherName(value, path, field, g);
	else g.unknown.push(path);
}

function gatherText(value: unknown, path: Path, field: NameField, g: Gathering): void {
	const text = scalarText(value);
	if (text === undefined || !couldBeName(text)) {
		const why = typeof value === 'boolean' ? 'is an answer, not a name' : 'is not a name';
		g.lost.push({ field: 'name', path, value, why });
		return;
	}
	const before = g.names[field];
	if (before === undefined) {
		g.names[field] = { text, path };
	} else if (!isSameName(before.text, text)) {
		const isOwn = isNearer(path, before.path);
		if (isOwn) g.names[field] = { text, path };
		if (field !== 'fallbackName' && field !== 'nickname')
			g.unclear.push({ path: isOwn ? before.path : path, looks: 'name' });
	} else if (nameWords(text).length > nameWords(before.text).length) {
		g.names[field] = { text, path };
	}
}

function isWhole(field: NameField): boolean {
	return ['name', 'fullName', 'frenchName', 'fallbackName'].includes(field);
}

function isTextList(value: unknown): boolean {
	return Array.isArray(value);
}

/** From a list, the entry marked as primary, else the first that is not empty. */
export function firstChoice(values: readonly unknown[]): unknown {
	const filled = values.filter((value) => !isNothing(value));
	return filled.find(isFirstChoice) ?? filled[0];
}

function isFirstChoice(value: unknown): boolean {
	if (!isObject(value)) return false;
	const { metadata } = value;
	return [value, isObject(metadata) ? metadata : {}].some(
		(object) => object['primary'] === true || object['current'] === true,
	);
}

import { isObject, type JsonObject } from '../object';
import { meaningOf } from '../rows/meaning';
import { isVCard } from '../vcard/read';

/** Levels in which texts are looked at: an agent's answer is a text in a list in an object, in a webhook's body. */
const MAX_LEVELS = 8;
/** Around a block of Markdown, in which language models put their JSON; behind it stands the language. */
const FENCE = '```';

/** Entries of a list that are looked at in one step. */
const STEP = 100;

/**
 * The value with every object or list that it contains as JSON text: in a sheet's cell, in a form's field, in an
 * agent's answer. The same value if there is none. Notes keep their texts. In steps, since a list can be very long.
 */
export function* withJsonTexts(
	value: unknown,
	levels = MAX_LEVELS,
): Generator<void, unknown, undefined> {
	if (levels === 0 || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) {
		const given: readonly unknown[] = value;
		const entries: unknown[] = [];
		for (const entry of given) {
			entries.push(yield* expanded(entry, levels));
			if (entries.length % STEP === 0) yield;
		}
		return entries.every((entry, index) => entry === given[index]) ? given : entries;
	}
	if (!isObject(value) || typeof value['toJSON'] === 'function') return value;
	const object = withoutBrackets(value);
	let changed: Record<string, unknown> | undefined;
	for (const [key, part] of Object.entries(object)) {
		if (key === '__proto__' || keepsText(key, part)) continue;
		const read = yield* expanded(part, levels);
		if (read === part) continue;
		changed ??= { ...object };
		changed[key] = read;
	}
	return changed ?? object;
}

/** How forms and CRMs post what is nested: `contacts[add][0][name]`. None nests deeper than this. */
const BRACKETS = /^(?!.*__proto__)[\w-]+(?:\[[\w-]*\]){1,12}$/;

/** An object with what its keys nest in brackets as objects and lists; the same object if none does. */
function withoutBrackets(object: JsonObject): JsonObject {
	const keys = Object.keys(object);
	if (!keys.some((key) => BRACKETS.test(key))) return object;
	const whole: Record<string, unknown> = {};
	for (const key of keys.filter((one) => one !== '__proto__')) {
		const steps = BRACKETS.test(key) ? key.replace(/\]/g, '').split('[') : [key];
		const last = steps.pop() ?? '';
		let inside = whole;
		for (const step of steps) {
			const found = Object.hasOwn(inside, step) ? inside[step] : undefined;
			const next = isObject(found) ? { ...found } : {};
			inside[step] = next;
			inside = next;
		}
		// `phones[]` has a place for each value
		inside[last || Object.keys(inside).length] = object[key];
	}
	return Object.fromEntries(Object.entries(whole).map(([key, part]) => [key, withLists(part)]));
}

/** A value with a list for each object that has only numbers for keys. */
function withLists(value: unknown): unknown {
	if (!isObject(value)) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, withLists(part)] as const);
	return entries.every(([key]) => /^\d+$/.test(key))
		? entries.map(([, part]) => part)
		: Object.fromEntries(entries);
}

/** The object or list that a text is or has in a block of Markdown, all of them if there are several; undefined if there is none. */
export function jsonIn(text: string): object | undefined {
	const trimmed = text.trim();
	if (isEnclosed(trimmed)) {
		// Python and its friends print lists with single quotes
		return parsed(trimmed) ?? (/^\[\s*'[^"]*'\s*\]$/.test(trimmed) ? quoted(trimmed) : undefined);
	}
	if (/^BEGIN:VCARD/i.test(trimmed)) return undefined;
	if (!text.includes(FENCE)) return undefined;
	// Every second part stands within fences; an answer may say the same twice
	const inFences = text.split(FENCE).filter((_part, index) => index % 2 === 1);
	const blocks = new Set(inFences.map((part) => part.replace(/^[a-z0-9]*/i, '').trim()));
	const read = [...blocks].flatMap((block): Array<{ value: object | string }> => {
		const value = isEnclosed(block) ? parsed(block) : isVCard(block) ? block : undefined;
		return value === undefined ? [] : [{ value }];
	});
	const values = read.map(({ value }) => value);
	const object = values.find((value) => typeof value === 'object');
	// vCards alone are read from the text around them
	return object === undefined || values.length === 1 ? object : values;
}

function isEnclosed(text: string): boolean {
	return (
		(text.startsWith('{') && text.endsWith('}')) || (text.startsWith('[') && text.endsWith(']'))
	);
}

function* expanded(value: unknown, levels: number): Generator<void, unknown, undefined> {
	const read = typeof value === 'string' ? (jsonIn(value) ?? value) : value;
	if (typeof read !== 'object') return read;
	return yield* withJsonTexts(read, levels - 1);
}

function keepsText(key: string, value: unknown): boolean {
	if (typeof value !== 'string') return false;
	const meaning = meaningOf(key);
	return meaning.kind === 'field' && meaning.field === 'note';
}

function quoted(list: string): object | undefined {
	return parsed(list.replace(/'/g, '"'));
}

function parsed(text: string): object | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === 'object' && value !== null ? value : undefined;
	} catch {
		return undefined;
	}
}

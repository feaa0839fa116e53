import type { ContactDraft, ReadContact } from '../contact';
import { GROUPS, listField, LISTS, partsOf, TEXTS } from '../fields/keys';
import { flatName } from '../flat';
import type { JsonObject } from '../object';
import { fillGaps } from '../rows/fill';
import { readRow } from '../rows/readRow';
import {
	isText,
	notText,
	pathText,
	textOf,
	unfit,
	unknownKeyWarnings,
	type Dialect,
	type Path,
} from './dialect';
import { draftEntry, draftGroups, draftLists } from './draftParts';

/** `phone_3_wa_id` and the like: the name of the entry, its place from 1, and its part. */
const ENTRY_NAME = /^([a-z]+)_(\d+)_(\w+)$/;

const GROUP_NAMES = new Set(
	GROUPS.flatMap((key) => partsOf(key).map((part) => flatName(key, part))),
);
const TEXT_NAMES = new Set<string>(TEXTS);
/** The parts of each list's entries, by what an entry is called. */
const ENTRY_PARTS = new Map<string, ReadonlySet<string>>(
	LISTS.map((key) => [listField(key).entry, new Set<string>(partsOf(key))]),
);

/**
 * Meta's contact as flat parameters, the way Chatvolt spells it
 * (https://docs.chatvolt.ai/api-reference/endpoint/whatsapp/send-contact): `name_formatted_name`,
 * `phone_1_phone`, … with any number of entries. Gaps in the numbering are closed.
 */
export const flatDialect: Dialect = {
	name: 'flat Meta parameters',
	example: { name_formatted_name: 'John Doe', phone_1_phone: '+5512996130832' },
	recognizes: (value) =>
		Object.keys(value).some((name) => GROUP_NAMES.has(name) || readEntryName(name) !== undefined),
	claims: (value) => flatDialect.recognizes(value),
	read: (value, path) => [readFlat(value, path)],
};

type Texts = Record<string, string | undefined>;

function readFlat(value: JsonObject, path: Path): ReadContact {
	const texts: Texts = {};
	const lists = new Map<string, Map<number, Texts>>();
	const others: Array<[string, unknown]> = [];
	for (const [name, given] of Object.entries(value)) {
		const place = readEntryName(name);
		if (place !== undefined) {
			entryAt(lists, place)[place.part] = flatText(given, [...path, name]);
		} else if (GROUP_NAMES.has(name) || TEXT_NAMES.has(name)) {
			texts[name] = flatText(given, [...path, name]);
		} else {
			others.push([name, given]);
		}
	}
	const draft: ContactDraft = {
		...draftGroups((key, part) => texts[flatName(key, part)]),
		...draftLists((key) =>
			[...(lists.get(listField(key).entry) ?? [])]
				.sort(([a], [b]) => a - b)
				.map(([, entry]) => draftEntry(key, (part) => entry[part])),
		),
	};
	for (const key of TEXTS) if (texts[key] !== undefined) draft[key] = texts[key];
	return withOthers(draft, Object.fromEntries(others), path);
}

/** Fills the gaps from other keys beside the flat parameters, such as a column added to the sheet. */
function withOthers(draft: ContactDraft, others: JsonObject, path: Path): ReadContact {
	const keys = Object.keys(others);
	if (keys.length === 0) return { draft, warnings: [] };
	const row = readRow(others, path, { namesUnknownKeys: true, needsAddressKey: true });
	const [more] = 'contacts' in row ? row.contacts : [];
	if (more === undefined) {
		return { draft, warnings: unknownKeyWarnings(keys.map((key) => pathText([key]))) };
	}
	const filled = fillGaps(draft, more.draft, 'The flat parameters have');
	return { draft: filled.draft, warnings: [...filled.warnings, ...more.warnings] };
}

interface EntryPlace {
	entry: string;
	place: number;
	part: string;
}

function readEntryName(name: string): EntryPlace | undefined {
	const [, entry = '', place = '', part = ''] = ENTRY_NAME.exec(name) ?? [];
	if (ENTRY_PARTS.get(entry)?.has(part) !== true) return undefined;
	return { entry, place: Number(place), part };
}

function entryAt(lists: Map<string, Map<number, Texts>>, { entry, place }: EntryPlace): Texts {
	const places = lists.get(entry) ?? new Map<number, Texts>();
	const texts = places.get(place) ?? {};
	places.set(place, texts);
	lists.set(entry, places);
	return texts;
}

function flatText(given: unknown, path: Path): string | undefined {
	if (!isText(given)) throw unfit(flatDialect, path, notText(given));
	return textOf(given);
}

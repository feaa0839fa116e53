import type { ContactDraft, ReadContact } from '../contact';
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

/** `phone_3_wa_id` and the like: the list, the place in it from 1, and the key of its entries. */
const LIST_KEY =
	/^(?:(phone)_(\d+)_(phone|type|wa_id)|(email)_(\d+)_(email|type)|(address)_(\d+)_(street|city|state|zip|country|country_code|type)|(url)_(\d+)_(url|type))$/;
const NAME_KEY = /^name_(formatted_name|first_name|last_name|middle_name|prefix|suffix)$/;
const ORG_KEY = /^org_(company|department|title)$/;
const SINGLE_KEY = /^(birthday|nickname|note|photo)$/;

/**
 * Meta's contact as flat parameters, the way Chatvolt spells it
 * (https://docs.chatvolt.ai/api-reference/endpoint/whatsapp/send-contact): `name_formatted_name`,
 * `phone_1_phone`, … with any number of entries. Places that are left free are closed up.
 */
export const flatDialect: Dialect = {
	name: 'flat Meta parameters',
	example: { name_formatted_name: 'John Doe', phone_1_phone: '+5512996130832' },
	recognises: (value) =>
		Object.keys(value).some((key) => LIST_KEY.test(key) || NAME_KEY.test(key) || ORG_KEY.test(key)),
	claims: (value) => flatDialect.recognises(value),
	read: (value, path) => [readFlat(value, path)],
};

type ListName = 'phone' | 'email' | 'address' | 'url';
type Entries = Map<number, Record<string, string | undefined>>;

function readFlat(value: JsonObject, path: Path): ReadContact {
	const draft: ContactDraft = {};
	const others: Array<[string, unknown]> = [];
	const lists: Record<ListName, Entries> = {
		phone: new Map(),
		email: new Map(),
		address: new Map(),
		url: new Map(),
	};
	for (const [key, given] of Object.entries(value)) {
		const listed = LIST_KEY.exec(key)
			?.slice(1)
			.filter((part: string | undefined) => part !== undefined);
		const field = (NAME_KEY.exec(key) ?? ORG_KEY.exec(key) ?? SINGLE_KEY.exec(key))?.[1];
		if (listed === undefined && field === undefined) {
			others.push([key, given]);
			continue;
		}
		const content = flatText(given, [...path, key]);
		if (listed !== undefined) addEntry(lists, listed, content);
		else if (key.startsWith('name_')) draft.name = { ...draft.name, [String(field)]: content };
		else if (key.startsWith('org_')) draft.org = { ...draft.org, [String(field)]: content };
		else Object.assign(draft, { [key]: content });
	}
	draft.phones = entries(lists.phone, ({ phone, type, wa_id }) => ({
		phone: phone ?? '',
		type,
		wa_id,
	}));
	draft.emails = entries(lists.email, ({ email, type }) => ({ email: email ?? '', type }));
	draft.addresses = entries(lists.address, (address) => address);
	draft.urls = entries(lists.url, ({ url, type }) => ({ url: url ?? '', type }));
	return withOthers(draft, Object.fromEntries(others), path);
}

/** Fills the gaps with what stands beside the flat parameters, as a column that was added to the sheet. */
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

function flatText(given: unknown, path: Path): string | undefined {
	if (!isText(given)) throw unfit(flatDialect, path, notText(given));
	return textOf(given);
}

function addEntry(
	lists: Record<ListName, Entries>,
	listed: string[],
	content: string | undefined,
): void {
	const [name = '', place = '', key = ''] = listed;
	if (!isListName(name)) return;
	const entry = lists[name].get(Number(place)) ?? {};
	entry[key] = content;
	lists[name].set(Number(place), entry);
}

function isListName(name: string): name is ListName {
	return name === 'phone' || name === 'email' || name === 'address' || name === 'url';
}

/** The entries in the order of their numbers. */
function entries<Entry>(
	list: Entries,
	make: (entry: Record<string, string | undefined>) => Entry,
): Entry[] {
	return [...list].sort(([a], [b]) => a - b).map(([, entry]) => make(entry));
}

import { InputError } from '../../failures/inputError';
import type { FieldWarning } from '../contact';
import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import { list, quote } from '../text';
import { gatherEntries } from './entries';
import { gather } from './gather';
import type { Gathering } from './gathering';
import { gatherName } from './gatherName';
import { gatherPhoto } from './gatherWeb';
import { plainWords } from './keys';
import { scalarText } from './values';

/** The fields for which a person can name a key, as in the node's parameter. */
export const COLUMNS = [
	'name',
	'firstName',
	'lastName',
	'phone',
	'waId',
	'email',
	'company',
	'title',
	'photo',
] as const;

export type Column = (typeof COLUMNS)[number];

/** Keys of the item by their contents; keys that are not set are recognized by their names. */
export type Columns = Partial<Record<Column, string>>;

/** The parameter as given; empty entries are not set. */
export function readColumns(parameter: unknown): Columns {
	if (!isObject(parameter)) return {};
	const columns: Columns = {};
	for (const column of COLUMNS) {
		const key = scalarText(parameter[column]);
		if (key !== undefined) columns[column] = key;
	}
	return columns;
}

/** A row read with the keys that a person named. */
export interface NamedRow {
	gathering: Gathering;
	/** Names of keys that the row does not have. */
	missing: Array<{ column: Column; key: string }>;
}

/**
 * Gathers a row whose keys a person named. What they named contains what they say, even if its name says something
 * else; the other keys are read by what they say.
 */
export function gatherNamed(row: JsonObject, columns: Columns): NamedRow {
	const missing: NamedRow['missing'] = [];
	const found = COLUMNS.flatMap((column) => {
		const key = columns[column];
		if (key === undefined) return [];
		const place = placeOf(row, key);
		if (place === undefined) missing.push({ column, key });
		return place === undefined ? [] : [{ column, ...place }];
	});
	const named = new Set(found.map(({ top }) => top));
	const others = Object.fromEntries(Object.entries(row).filter(([key]) => !named.has(key)));
	const g = gather(others, []);
	const byName = gather({}, []);
	for (const { column, value, path } of found) put(column, value, path, byName);
	return { gathering: merged(byName, g, new Set(found.map(({ column }) => column))), missing };
}

interface Place {
	value: unknown;
	path: Path;
	/** The top-level key of the row that is or contains it. */
	top: string;
}

/** The exact key, else one that differs only in case, accents or separators, else a dotted path of keys. */
function placeOf(row: JsonObject, key: string): Place | undefined {
	if (Object.hasOwn(row, key)) return { value: row[key], path: [key], top: key };
	const same = Object.keys(row).find((own) => letters(own) === letters(key) && letters(key) !== '');
	if (same !== undefined) return { value: row[same], path: [same], top: same };
	const [top = '', ...steps] = key.replace(/\[([^\]]*)\]/g, '.$1').split('.');
	if (steps.length === 0 || !Object.hasOwn(row, top)) return undefined;
	let value: unknown = row[top];
	for (const step of steps) {
		if (Array.isArray(value)) value = value[Number(step)];
		else if (isObject(value) && Object.hasOwn(value, step)) value = value[step];
		else return undefined;
	}
	return value === undefined ? undefined : { value, path: [top, ...steps], top };
}

function letters(key: string): string {
	return plainWords(key).join('');
}

function put(column: Column, value: unknown, path: Path, g: Gathering): void {
	const text = scalarText(value);
	switch (column) {
		case 'name':
			gatherName(value, path, 'fullName', g);
			break;
		case 'firstName':
		case 'lastName':
			gatherName(value, path, column, g);
			break;
		case 'phone':
			g.hasPhoneKey = true;
			gatherEntries(value, path, { kind: 'phone', isNamed: true }, g);
			break;
		case 'email':
			g.hasEmailKey = true;
			gatherEntries(value, path, { kind: 'email' }, g);
			break;
		case 'waId':
			g.hasPhoneKey = true;
			if (text !== undefined) g.waIds.push({ text, path });
			break;
		case 'company':
			if (text !== undefined) g.company = { text, path };
			break;
		case 'title':
			if (text !== undefined) g.jobTitle = { text, path };
			break;
		case 'photo':
			gatherPhoto(value, path, g);
	}
}

/** Named keys come first; a named name replaces every other. */
function merged(byName: Gathering, g: Gathering, columns: ReadonlySet<Column>): Gathering {
	const isNamed = columns.has('name') || columns.has('firstName') || columns.has('lastName');
	const names = isNamed
		? {
				...kept(g.names, ['middleName', 'prefix', 'suffix', 'nickname', 'title']),
				...byName.names,
			}
		: g.names;
	const result: Gathering = {
		...g,
		names,
		nameKeys: new Set([...g.nameKeys, ...byName.nameKeys]),
		phones: [...byName.phones, ...g.phones],
		emails: [...byName.emails, ...g.emails],
		waIds: [...byName.waIds, ...g.waIds],
		hasPhoneKey: g.hasPhoneKey || byName.hasPhoneKey,
		hasEmailKey: g.hasEmailKey || byName.hasEmailKey,
		isCompany: g.isCompany && !isNamed,
		companyHints: isNamed ? 0 : g.companyHints,
		isGoods: g.isGoods && !isNamed,
		lost: [...byName.lost, ...g.lost],
		answers: [...byName.answers, ...g.answers],
		doubts: [...byName.doubts, ...g.doubts],
		unclear: isNamed ? g.unclear.filter(({ looks }) => looks !== 'name') : g.unclear,
		leftOut: [...byName.leftOut, ...g.leftOut],
		unknown: [...byName.unknown, ...g.unknown],
	};
	if (byName.company !== undefined) result.company = byName.company;
	if (byName.jobTitle !== undefined) result.jobTitle = byName.jobTitle;
	if (byName.photo !== undefined) result.photo = byName.photo;
	return result;
}

function kept(names: Gathering['names'], fields: ReadonlyArray<keyof Gathering['names']>) {
	return Object.fromEntries(
		fields.flatMap((field) => (names[field] === undefined ? [] : [[field, names[field]]])),
	);
}

const LABELS: Record<Column, string> = {
	name: 'Name',
	firstName: 'First Name',
	lastName: 'Last Name',
	phone: 'Phone',
	waId: 'WhatsApp ID',
	email: 'Email',
	company: 'Company',
	title: 'Job Title',
	photo: 'Photo',
};

/** The warnings about named keys that the row does not have. */
export function missingWarnings(missing: NamedRow['missing'], row: JsonObject): FieldWarning[] {
	return missing.map(({ column, key }) => ({
		field: 'columns',
		message: `Columns: the item has no key ${quote(key)} for ${LABELS[column]} (${keysOf(row)})`,
	}));
}

/** The error for a contact whose phone or name is lost because the row lacks a named key. */
export function missingRefusal(
	{ column, key }: NamedRow['missing'][number],
	row: JsonObject,
): InputError {
	return new InputError(
		`The item has no key ${quote(key)}, which is set under Columns for ${LABELS[column]}`,
		{ field: 'columns', fix: `It has ${keysOf(row)}: choose one of them, or leave it out.` },
	);
}

function keysOf(row: JsonObject): string {
	const keys = Object.keys(row).map(quote);
	if (keys.length === 0) return 'no keys';
	return list(keys.length > 8 ? [...keys.slice(0, 8), `${String(keys.length - 8)} more`] : keys);
}

import type { Problem } from '../../failures/failure';
import type { ContactDraft, FieldWarning, ReadContact } from '../contact';
import type { JsonObject } from '../object';
import { pathText, unknownKeyWarnings, withWarnings, type Path } from '../read/dialect';
import { count, list, quote } from '../text';
import { readVCards } from '../vcard/read';
import { assemble, hasPersonParts } from './assemble';
import { fillGaps, hasName as draftHasName } from './fill';
import { gather } from './gather';
import type { Gathering, Lost } from './gathering';
import { shown } from './values';

/** Why an object cannot be a contact: `problem` is a sentence without its full stop, `fix` has one short example. */
export interface RowRefusal extends Problem {
	/** Whether nothing in the row describes a person: in a list, such a row is left out. */
	saysNothing?: boolean;
}

export type ReadRow = { contacts: ReadContact[] } | { refusal: RowRefusal };

export interface RowOptions {
	/** Whether keys that are not contact fields are named in a warning. */
	namesUnknownKeys: boolean;
	/** Whether it needs any key for a phone or an email, as a row of people has. */
	needsAddressKey: boolean;
	/** What was already found through the keys that a person named. */
	given?: Gathering;
}

/** At most this many keys are named in a message. */
const NAMED_AT_MOST = 6;

/**
 * Reads an object as a contact by what its keys say: a row of a sheet, a record of a CRM, a form response, what an
 * agent put together. A vCard in it wins, and the keys beside it fill its gaps. Whatever looks like a name, a phone or
 * an email is read or named in a warning; a row that lost its only phone or its name that way is rejected.
 *
 * @param path of the object in the person's input
 */
export function readRow(object: JsonObject, path: Path, options: RowOptions): ReadRow {
	const g = options.given ?? gather(object, path);
	const beside = assemble(g);
	// A warning comes with its contact, so its path starts there
	const isNameless =
		options.needsAddressKey && !draftHasName(beside) && beside.org?.company === undefined;
	const warnings = warningsOf(g, options, isNameless, (at) => at.slice(path.length));
	if (g.vcard !== undefined) return readWithVCard(g, beside, warnings);
	const refusal = refusalOf(g, beside, object, path, options);
	if (refusal !== undefined) return { refusal };
	return { contacts: [{ draft: beside, warnings }] };
}

/** The contacts of the vCard; if there is only one, the keys beside it fill its gaps. */
function readWithVCard(
	g: Gathering,
	beside: ContactDraft,
	besideWarnings: FieldWarning[],
): ReadRow {
	const { contacts, warnings } = readVCards(g.vcard?.text ?? '');
	const [only, ...others] = contacts;
	const allWarnings = [...warnings, ...besideWarnings];
	if (only === undefined) {
		// The card of a group, for example, is not a contact, whatever name is beside it
		return { contacts: [{ draft: {}, warnings: allWarnings }] };
	}
	if (others.length > 0) {
		const paths = [...Object.values(g.names), ...g.phones, ...g.emails].map(({ path }) => path);
		if (paths.length > 0) {
			allWarnings.push({
				field: 'contacts',
				message: `${nameAll(paths)} ${paths.length === 1 ? 'stands' : 'stand'} beside several vCards and ${wasOrWere(paths.length)} left out`,
			});
		}
		return { contacts: withWarnings(contacts, allWarnings) };
	}
	const filled = fillGaps(only.draft, beside);
	return {
		contacts: [
			{
				...only,
				draft: filled.draft,
				warnings: [...allWarnings, ...only.warnings, ...filled.warnings],
			},
		],
	};
}

function refusalOf(
	g: Gathering,
	draft: ContactDraft,
	object: JsonObject,
	path: Path,
	{ needsAddressKey }: RowOptions,
): RowRefusal | undefined {
	const hasPhone = (draft.phones ?? []).length > 0;
	const hasEmail = (draft.emails ?? []).length > 0;
	const hasName = draftHasName(draft);
	const hasCompany = draft.org?.company !== undefined;

	const lostPhone = g.lost.find(({ field }) => field === 'phones');
	if (lostPhone !== undefined && !hasPhone) return lostRefusal(lostPhone);
	const lostName = g.lost.find(({ field }) => field === 'name');
	if (lostName !== undefined && !hasName) return lostRefusal(lostName);
	const unclearPhone = g.unclear.find(({ looks }) => looks === 'phone');
	if (unclearPhone !== undefined && !hasPhone) return unclearRefusal(unclearPhone);
	const unclearName = g.unclear.find(({ looks }) => looks === 'name');
	if (unclearName !== undefined && !hasName && !hasCompany) return unclearRefusal(unclearName);

	const isGoods = g.isGoods && !hasPersonParts(g);
	const nothing = !hasPhone && !hasEmail && !hasName && !hasCompany;
	const isBareName =
		!hasPhone &&
		!hasEmail &&
		!hasCompany &&
		!hasPersonParts(g) &&
		!g.hasPhoneKey &&
		!g.hasEmailKey &&
		(g.hasId || g.unknown.length > 0) &&
		(draft.addresses ?? []).length === 0 &&
		draft.birthday === undefined;
	const [unclear] = g.unclear;
	if (nothing && unclear !== undefined) return unclearRefusal(unclear);
	const isNoContact = nothing || isBareName || (isGoods && !hasPhone && !hasEmail);
	const lacksKey = needsAddressKey && !g.hasPhoneKey && !g.hasEmailKey;
	if (!isNoContact && !lacksKey) return undefined;
	const lacking = isNoContact && !lacksKey ? 'a name, a phone or an email' : 'a phone or an email';
	return {
		problem: `${needsAddressKey && path.length === 0 ? 'The item' : pathText(path)} is not a contact: it has no key for ${lacking} (${keysOf(object)}${othersIn(g)})`,
		field: needsAddressKey ? 'contactSource' : 'contactsJson',
		fix:
			g.theirs.length > 0 && needsAddressKey
				? 'If one of them is the contact, set its keys under Columns, such as sender.phone.'
				: `Name the keys after what they contain, such as ${EXAMPLE}.`,
		saysNothing: true,
	};
}

/** What was found but belongs to somebody else, so that people don't search the keys for it. */
function othersIn({ theirs }: Gathering): string {
	if (theirs.length === 0) return '';
	return `; ${nameAll(theirs)} ${theirs.length === 1 ? 'is' : 'are'} somebody else's`;
}

const EXAMPLE = '{"name":"John Doe","phone":"+5512996130832"}';

function lostRefusal({ path, value, why, field }: Lost): RowRefusal {
	const what = field === 'name' ? 'name' : 'phone number';
	return {
		problem: `${pathText(path)} ${shown(value)} ${why}, and there is no other ${what}`,
		field: pathText(path),
		fix:
			field === 'name'
				? 'Write a name as text, or leave the key out.'
				: 'Write the number as text with + and country code, such as "+5512996130832", or leave the key out.',
	};
}

function unclearRefusal({ path, looks }: Gathering['unclear'][number]): RowRefusal {
	const what = { name: 'a name', phone: 'a phone number', email: 'an email address' }[looks];
	return {
		problem: `${pathText(path)} contains ${what}, but it may not be this contact's, and there is no other`,
		field: pathText(path),
		fix: `If it is, pass it as ${looks}, or choose Contact Source: Input Item and set the key under Columns.`,
	};
}

function warningsOf(
	g: Gathering,
	{ namesUnknownKeys }: RowOptions,
	isNameless: boolean,
	within: (path: Path) => Path,
): FieldWarning[] {
	const named = (paths: readonly Path[]) => nameAll(paths.map(within));
	const warnings: FieldWarning[] = [];
	for (const { field, path, value, why } of [...g.lost, ...g.answers]) {
		warnings.push({
			field,
			message: `${pathText(within(path))} ${shown(value)} ${why}; it was left out`,
		});
	}
	for (const { field, path, value, why } of g.doubts) {
		warnings.push({ field, message: `${pathText(within(path))} ${shown(value)} ${why}` });
	}
	if (isNameless && g.unknown.length > 0) {
		warnings.push({
			field: 'name',
			message: `No key for a name was found; if ${named(g.unknown)} ${g.unknown.length === 1 ? 'is one' : 'has one'}, set it under Columns`,
		});
	}
	if (g.unclear.length > 0) {
		warnings.push({
			field: FIELD_OF[g.unclear[0]?.looks ?? 'name'],
			message: `${named(g.unclear.map(({ path }) => path))} may not be this contact's and ${wasOrWere(g.unclear.length)} left out`,
		});
	}
	if (g.theirs.length > 0) {
		warnings.push({
			field: 'contacts',
			message: `${named(g.theirs)} ${g.theirs.length === 1 ? 'is' : 'are'} somebody else's and ${wasOrWere(g.theirs.length)} left out`,
		});
	}
	if (g.leftOut.length > 0) {
		warnings.push({
			field: 'contacts',
			message: `${named(g.leftOut)} ${g.leftOut.length === 1 ? 'has no field of its own' : 'have no fields of their own'} in a card and ${wasOrWere(g.leftOut.length)} left out`,
		});
	}
	if (g.moreCompanies.length > 0) {
		warnings.push({
			field: 'org',
			message: `A contact has only one organization; anything else in ${named(g.moreCompanies)} was left out`,
		});
	}
	if (namesUnknownKeys)
		warnings.push(...unknownKeyWarnings(g.unknown.map((path) => pathText(within(path)))));
	return warnings;
}

const FIELD_OF = { name: 'name', phone: 'phones', email: 'emails' } as const;

function nameAll(paths: readonly Path[]): string {
	const texts = [...new Set(paths.map(pathText))];
	if (texts.length <= NAMED_AT_MOST) return list(texts);
	return list([...texts.slice(0, NAMED_AT_MOST), `${String(texts.length - NAMED_AT_MOST)} more`]);
}

function wasOrWere(quantity: number): string {
	return quantity === 1 ? 'was' : 'were';
}

function keysOf(object: JsonObject): string {
	const keys = Object.keys(object).map((key) => (/^[\w-]{1,60}$/.test(key) ? key : quote(key)));
	if (keys.length === 0) return 'it is empty';
	const firstKeys =
		keys.length > 5 ? [...keys.slice(0, 5), `${String(keys.length - 5)} more`] : keys;
	return `it has ${count(keys.length, 'key')}: ${list(firstKeys)}`;
}

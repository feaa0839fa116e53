import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import { isVCard } from '../vcard/read';
import { isSamePhone } from './assemblePhones';
import { birthdayText, dateOrder } from './birthday';
import { gatherEntries } from './entries';
import { gatherAddress, gatherAddressPart, isAddress, isAddressField } from './gatherAddress';
import { gatherLocation, gatherMeta, hasNoField, isLocation } from './gatherBeside';
import { gatherCompany } from './gatherCompany';
import { absorb, emptyGathering, hasName, nameIn, type Gathering, type Wrapper } from './gathering';
import { gatherJob, isJobField } from './gatherJob';
import { gatherLabelled } from './gatherLabelled';
import { gatherName } from './gatherName';
import { gatherPhoto, gatherUrl, socialName } from './gatherWeb';
import { keyWords } from './keys';
import { withTitles } from './keyValues';
import { meaningOf, type FieldName, type Meaning } from './meaning';
import { isSameName, isShipped } from './names';
import { looksNested, namesSomebody, noteNested, noteUnknown } from './nested';
import { leaveOthers } from './others';
import { isCompany, isEvent, isForm, isFormName, isGoods, isWebhook } from './recordKind';
import { settleNumbers } from './settleNumbers';
import { textsIn } from './texts';
import { isNothing, isWebAddress, scalarText } from './values';
import { gatherListed, gatherPerson, gatherWrapper } from './wrapper';

/** Nested wrappers: a webhook's body contains its data, which contains the contact. */
const MAX_DEPTH = 4;

/** Finds everything in an object that describes a contact, and what only looks like it. */
export function gather(object: JsonObject, path: Path, depth = 0): Gathering {
	const g = emptyGathering();
	const wrappers: Wrapper[] = [];
	g.hasId = Object.keys(object).some((key) => keyWords(key).isId);
	g.isCompany = isCompany(object);
	g.isGoods = isGoods(object);
	g.isEvent = isEvent(object);
	g.isForm = isForm(object);
	const isSent = isWebhook(object);
	for (const [key, value] of Object.entries(withTitles(object))) {
		if (isSent && key === 'account') g.unknown.push([...path, key]);
		else gatherKey(key, value, [...path, key], g, wrappers);
	}
	leaveOthers(g, path.length);
	settleNumbers(g);
	if (depth < MAX_DEPTH) {
		for (const wrapper of wrappers.sort((a, b) => rank(a) - rank(b))) unwrap(wrapper, g, depth);
	} else {
		for (const wrapper of wrappers) noteNested(wrapper.value, wrapper.path, g);
	}
	return g;
}

/** An address with the name and the phone of who lives there, as shops have it. */
function namesPerson(address: JsonObject): boolean {
	const inside = gather(address, [], MAX_DEPTH);
	return hasName(inside) && inside.phones.length > 0;
}

/** The contact itself first, then what may be another's: a shipment may go to somebody else. */
function rank({ path }: Wrapper): number {
	const key = String(path.at(-1));
	const meaning = meaningOf(key);
	if (meaning.kind === 'field' && meaning.field === 'person') return 0;
	return isShipped(key) ? 2 : 1;
}

function gatherKey(
	key: string,
	value: unknown,
	path: Path,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (key === '__proto__') {
		g.unknown.push(path);
		return;
	}
	const { senses } = keyWords(key);
	const meaning = meaningOf(key);
	// A vCard is one under whatever key it stands
	if (typeof value === 'string' && /vcard/i.test(value) && isVCard(value)) {
		if (meaning.kind === 'theirs') g.theirs.push(path);
		else gatherVCard(value, path, g);
		return;
	}
	if (hasNoField(key)) {
		if (!isNothing(value)) g.leftOut.push(path);
		return;
	}
	if (senses.has('goods') && !isNothing(value)) g.isGoods = true;
	if (senses.has('companyEvidence') && !isNothing(value)) g.isCompany = true;
	if (senses.has('companyHint') && !isNothing(value)) g.companyHints += 1;
	switch (meaning.kind) {
		case 'field':
			gatherField(meaning, value, path, g, wrappers);
			break;
		case 'label': {
			const text = scalarText(value);
			const { of, place } = meaning;
			if (text !== undefined) g.labels.push({ of, text, ...(place !== undefined && { place }) });
			break;
		}
		case 'wrapper':
			if (isNothing(value)) break;
			// The record of a form has the form's name
			if (key === 'form' && isObject(value) && value['id'] !== undefined) g.unknown.push(path);
			else gatherWrapper(value, path, meaning.entity, g, wrappers);
			break;
		case 'theirs':
			if (isNothing(value) || typeof value === 'boolean') break;
			if (meaning.looks !== undefined || namesSomebody(value, senses)) g.theirs.push(path);
			break;
		case 'meta':
			if (!Array.isArray(value) || !gatherListed(value, 1, path, wrappers))
				gatherMeta(meaning, value, path, g, wrappers);
			break;
		case 'thing':
			if (isLocation(key)) gatherLocation(value, path, g);
			else if (gatherListed(value, 2, path, wrappers)) break;
			else if (typeof value === 'object' && looksNested(value) !== undefined)
				noteNested(value, path, g);
			break;
		case 'unknown':
			if (isNothing(value)) break;
			if (meaning.looks === undefined && gatherListed(value, 1, path, wrappers)) break;
			noteUnknown(meaning.looks, value, path, g, wrappers);
	}
}

function gatherField(
	{ field, type, place, line }: Extract<Meaning, { kind: 'field' }>,
	value: unknown,
	path: Path,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (field === 'address' && isObject(value) && namesPerson(value)) {
		wrappers.push({ value, path, entity: true });
		return;
	}
	if (isAddressField(field)) {
		gatherAddressPart({ field, type, place, line }, value, path, g);
		return;
	}
	switch (field) {
		case 'phone':
			// "Phone verified" is a question if a boolean answers it
			if (typeof value === 'boolean' && keyWords(String(path.at(-1))).senses.has('soft')) break;
			g.hasPhoneKey = true;
			gatherEntries(value, path, { kind: 'phone', type, place }, g);
			break;
		case 'labelled':
			if (isAddress(value)) gatherAddress(value, path, type, g);
			else if (typeof value === 'object') noteUnknown(undefined, value, path, g, wrappers);
			else gatherLabelled(type, value, path, g);
			break;
		case 'email':
			if (typeof value === 'boolean' && keyWords(String(path.at(-1))).senses.has('soft')) break;
			g.hasEmailKey = true;
			gatherEntries(value, path, { kind: 'email', type, place }, g);
			break;
		case 'waId': {
			const id = scalarText(Array.isArray(value) ? value[0] : value);
			g.hasPhoneKey = true;
			if (id !== undefined && !/\d{5,}/.test(id)) {
				g.lost.push({ field: 'phones', path, value, why: 'is not a WhatsApp ID' });
			} else if (id !== undefined)
				g.waIds.push({ text: id, path, ...(place !== undefined && { place }) });
			break;
		}
		case 'phoneCountryCode':
		case 'areaCode':
		case 'extension': {
			const text = scalarText(value);
			if (text === undefined) break;
			g.numberParts.push({
				part: field,
				text,
				path,
				...(place !== undefined && { place }),
				...(type !== undefined && { type }),
			});
			break;
		}
		case 'number': {
			const text = scalarText(value);
			if (text !== undefined) g.numbers.push({ text, path, ...(place !== undefined && { place }) });
			break;
		}
		case 'website':
		case 'url':
			gatherUrl(field, value, path, g);
			break;
		case 'social': {
			const text = scalarText(value);
			if (text !== undefined && isWebAddress(text)) {
				g.urls.push({ text, path, type: socialName(path) });
			} else if (isObject(value)) gatherWrapper(value, path, false, g, wrappers);
			else if (!isNothing(value)) g.unknown.push(path);
			break;
		}
		case 'note':
			if (!Array.isArray(value) || !gatherListed(value, 1, path, wrappers))
				gatherSingle(field, value, path, g);
			break;
		case 'person':
			gatherPerson(value, path, g, wrappers);
			break;
		default:
			gatherSingle(field, value, path, g);
	}
}

function gatherSingle(field: FieldName, value: unknown, path: Path, g: Gathering): void {
	switch (field) {
		case 'company':
			gatherCompany(value, path, g);
			break;
		case 'birthday': {
			const last = path.map(String).at(-1) ?? '';
			const order =
				/^birthdays?$/i.test(last) && last === 'birthdays' ? 'monthFirst' : dateOrder(last);
			const text = birthdayText(value, order);
			if (text !== undefined) g.birthday ??= { text, path };
			break;
		}
		case 'note': {
			const text = textsIn(value).join('\n');
			if (text !== '') g.notes.push({ text, path });
			break;
		}
		case 'photo':
			gatherPhoto(value, path, g);
			break;
		case 'vcard':
			gatherVCard(value, path, g);
			break;
		default:
			if (isJobField(field)) gatherJob(field, value, path, g);
			else if (isNameField(field)) gatherName(value, path, field, g);
	}
}

function gatherVCard(value: unknown, path: Path, g: Gathering): void {
	const texts = textsIn(value);
	const card = texts.find(isVCard);
	if (card !== undefined && g.vcard === undefined) g.vcard = { text: card, path };
	else if (card === undefined && texts.length > 0) g.leftOut.push(path);
	else if (card?.trim() !== g.vcard?.text.trim()) g.unknown.push(path);
}

const NAME_FIELD_NAMES = [
	'fullName',
	'name',
	'frenchName',
	'firstName',
	'lastName',
	'secondName',
	'secondSurname',
	'apelido',
	'middleName',
	'prefix',
	'suffix',
	'nickname',
	'fallbackName',
] as const;

function isNameField(field: FieldName): field is (typeof NAME_FIELD_NAMES)[number] {
	return NAME_FIELD_NAMES.some((name) => name === field);
}

/**
 * Takes over the contents of a wrapper if they belong to the same contact: more fields of it, or the contact itself if
 * the outer object has no name. A different name means somebody else.
 */
function unwrap({ value, path, entity }: Wrapper, g: Gathering, depth: number): void {
	const inner = gather(value, path, depth + 1);
	const innerName = nameIn(inner);
	if (innerName !== undefined && isFormName(g, inner)) delete g.names.name;
	const outerName = nameIn(g);
	if (outerName !== undefined && innerName !== undefined && !isSameName(outerName, innerName)) {
		const looks = inner.phones.length > 0 ? 'phone' : 'name';
		if (g.phones.length > 0 || looks === 'name') g.theirs.push(path);
		else g.unclear.push({ path, looks });
		return;
	}
	if (entity && outerName === undefined && innerName !== undefined && g.vcard === undefined) {
		// The keys beside a whole contact say where it goes or whose it is
		for (const { text, path: at } of g.phones.splice(0)) {
			const isOwn = inner.phones.some((phone) => isSamePhone(phone.text, text));
			if (!isOwn) g.unclear.push({ path: at, looks: 'phone' });
		}
		for (const { text, path: at } of g.emails.splice(0)) {
			const isOwn = inner.emails.some((email) => email.text.toLowerCase() === text.toLowerCase());
			if (!isOwn) g.unclear.push({ path: at, looks: 'email' });
		}
	}
	absorb(g, inner);
}

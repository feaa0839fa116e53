import { isObject, type JsonObject } from '../object';
import type { Path } from '../read/dialect';
import type { Gathering } from './gathering';
import { firstChoice } from './gatherName';
import { keyWords } from './keys';
import { looksOf } from './meaning';
import { isSameName } from './names';
import { textIn } from './texts';
import { isNothing, scalarText } from './values';

/** A reference to the company's own record: a number, a UUID, Airtable's `rec…`, MongoDB's, Salesforce's. */
const RECORD_ID =
	/^(?:\d+|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{24}|[0-9a-f]{32}|rec[A-Za-z0-9]{14}|00\d[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?)$/;

/** A company by name, or the object of one: anything else in it, such as its phone or owner, is not the contact's. */
export function gatherCompany(value: unknown, path: Path, g: Gathering): void {
	if (isNothing(value)) return;
	const chosen = Array.isArray(value) ? firstChoice(value) : value;
	if (Array.isArray(value) && value.filter((one) => !isNothing(one)).length > 1) {
		g.moreCompanies.push(path);
	}
	if (!isObject(chosen)) {
		const text = scalarText(chosen);
		if (text !== undefined && RECORD_ID.test(text)) g.unknown.push(path);
		else if (text !== undefined) addCompany(text, path, g);
		return;
	}
	for (const [key, part] of Object.entries(chosen)) {
		const text = textIn(part);
		const { senses } = keyWords(key);
		const at = [...path, key];
		if (senses.has('role')) {
			if (looksOf(senses) !== undefined && !isNothing(part)) g.theirs.push(at);
		} else if (text === undefined || senses.has('meta') || senses.has('thing')) continue;
		else if (
			senses.has('name') ||
			senses.has('value') ||
			senses.has('company') ||
			isOnlyTitle(key, chosen)
		) {
			if (typeof part === 'string') addCompany(text, at, g);
		} else if (senses.has('title') || senses.has('jobTitle')) g.jobTitle ??= { text, path: at };
		else if (senses.has('department')) g.department ??= { text, path: at };
		else if (looksOf(senses) === 'phone' || looksOf(senses) === 'email') g.theirs.push(at);
	}
}

/** NocoDB calls the name of every record its title. */
function isOnlyTitle(key: string, company: JsonObject): boolean {
	return (
		key === 'Title' && Object.keys(company).every((other) => other === key || keyWords(other).isId)
	);
}

function addCompany(text: string, path: Path, g: Gathering): void {
	if (g.company === undefined) g.company = { text, path };
	else if (!isSameName(g.company.text, text)) g.moreCompanies.push(path);
}

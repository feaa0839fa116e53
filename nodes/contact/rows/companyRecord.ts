import type { Path } from '../read/dialect';
import type { Gathering } from './gathering';
import { keyWords } from './keys';

/** The name of a company by its legal form. Short ones are also parts of names, unless they are in capitals. */
const LEGAL_FORM =
	/\b(?:ltd|limited|llc|llp|inc|incorporated|corp|corporation|gmbh|ltda|eireli|plc|sarl|s\.r\.l|pty|pvt)\.?$/i;
const SHORT_LEGAL_FORM =
	/(?:\s(?:AG|KG|UG|SE|BV|NV|SA|SL|SAS|SRL|SpA|ME|MEI|AB|AS|Oy)|S[./]\s?[AL]\.?)$/;
/** So many hints make a record without any sign of a person a company's. */
const ENOUGH_HINTS = 2;

/** Whether the row's only name is a company's: it is one's record, and nobody is named beside it. */
export function isCompanyRecord(g: Gathering): boolean {
	const { isCompany, companyHints, names, company } = g;
	if (company !== undefined || names.firstName !== undefined || names.lastName !== undefined) {
		return false;
	}
	if (isCompany) return true;
	// "Industry" and "Company size" stand beside people, too: in forms and in exports of profiles
	if (companyHints === 0 || describesPerson(g)) return false;
	const name = names.name?.text ?? '';
	if (LEGAL_FORM.test(name) || SHORT_LEGAL_FORM.test(name)) return true;
	const isMobile = g.phones.some(({ path }) => isMobileKey(path)) || g.waIds.length > 0;
	return companyHints >= ENOUGH_HINTS && g.emails.length === 0 && !isMobile;
}

function isMobileKey(path: Path): boolean {
	const { senses } = keyWords(String(path.findLast((step) => typeof step === 'string')));
	return senses.has('mobile') || senses.has('whatsapp');
}

export function companyFromName(g: Gathering): string | undefined {
	return isCompanyRecord(g) ? (g.names.name ?? g.names.fullName)?.text : undefined;
}

function describesPerson({ names, jobTitle, jobRole, headline, birthday, person }: Gathering) {
	const { fullName, apelido, middleName, nickname, prefix, title } = names;
	const signs = [fullName, apelido, middleName, nickname, prefix, title, jobTitle, jobRole];
	return [...signs, headline, birthday, person].some((sign) => sign !== undefined);
}

import type { ContactDraft } from '../contact';
import type { Path } from '../read/dialect';
import { filled } from './filled';
import type { Entry, Gathering } from './gathering';

type DraftPhone = NonNullable<ContactDraft['phones']>[number];

/** At least this many digits are common to two spellings of one number: a local number has no fewer. */
export const MIN_COMMON_DIGITS = 7;
/** Calling codes have at most three digits. */
const CALLING_CODE_DIGITS = 3;

/** The phones in their order, the first choice first, a company's after the person's own and fax numbers last, each number once. */
export function assemblePhones(g: Gathering): DraftPhone[] {
	const order = ({ primary, type, path }: Entry) =>
		primary === true ? 0 : type === 'FAX' ? 3 : isOfCompany(path) ? 2 : 1;
	const sorted = [...g.phones].sort((a, b) => order(a) - order(b));
	const phones: DraftPhone[] = [];
	for (const { text, type, waId } of sorted) {
		const same = phones.find(({ phone }) => isSamePhone(phone, text));
		if (same === undefined) {
			phones.push({ phone: text, ...filled({ type, wa_id: waId }) });
			continue;
		}
		if (isInternational(text) && !isInternational(same.phone)) same.phone = text;
		const generic = same.type === undefined || same.type === 'OTHER' || same.type === 'MAIN';
		if (type !== undefined && generic) same.type = type;
		if (waId !== undefined) same.wa_id ??= waId;
	}
	for (const { text } of g.waIds) {
		const own =
			phones.find(({ phone }) => digitsOf(phone) === digitsOf(text)) ??
			phones.find(({ wa_id: id }) => id === undefined);
		if (own === undefined) phones.push({ phone: '', wa_id: text });
		else own.wa_id ??= text;
	}
	return phones;
}

const COMPANY =
	/compan|employ|empresa|organi[sz]a|firm[ae]|account|soci[e\u00e9]t|entrepris|azienda|unternehm/i;

/** Whether a key names the company: some providers carry one number only, and that is not to be a switchboard's. */
function isOfCompany(path: Path): boolean {
	return COMPANY.test(String(path.findLast((step) => typeof step === 'string')));
}

/** Whether two texts spell one number: the same digits, or those of the other without its country code. */
export function isSamePhone(one: string, other: string): boolean {
	if (/ext|[;,/]|x\s*\d+$/i.test(one) || /ext|[;,/]|x\s*\d+$/i.test(other)) return one === other;
	const [a, b] = [digitsOf(one), digitsOf(other)];
	if (a === b) return true;
	const [short, long, longText] = a.length < b.length ? [a, b, other] : [b, a, one];
	const national = short.replace(/^0+/, '');
	const more = long.length - national.length;
	return (
		isInternational(longText) &&
		national.length >= MIN_COMMON_DIGITS &&
		more >= 1 &&
		more <= CALLING_CODE_DIGITS &&
		long.endsWith(national)
	);
}

function isInternational(phone: string): boolean {
	return /^\s*(?:\+|00[1-9])/.test(phone);
}

function digitsOf(phone: string): string {
	return phone
		.replace(/@.*$/, '')
		.replace(/\D/g, '')
		.replace(/^00(?=[1-9])/, '');
}

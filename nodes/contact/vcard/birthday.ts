import { isBirthday } from '../contact';
import { escapeText } from './escape';

/** The year that stands for "no year" in the cards of Apple: a leap year, so that it has a February 29. */
const NO_YEAR = '1604';

/** The parameter that says which year of a `BDAY` means that the year is not told. */
export const OMIT_YEAR = 'X-APPLE-OMIT-YEAR';

/** Basic, extended and truncated dates, also with a time (RFC 2426, 3.1.5; RFC 6350, 4.3.1 and 4.3.4). */
const DATE = /^(\d{4}-?|--)(\d{2})-?(\d{2})(?:$|[T ])/i;

/**
 * A `BDAY` as `YYYY-MM-DD`, or `--MM-DD` where the year is not told or is the one in `omitted`.
 * Undefined where the value is not a day: only a year or a month, a text, a day that does not exist.
 */
export function readBirthday(value: string, omitted: string | undefined): string | undefined {
	const match = DATE.exec(value.trim());
	if (match === null) return undefined;
	const [, start = '', month = '', day = ''] = match;
	const year = start.slice(0, 4);
	const birthday = `${year === '--' || year === omitted ? '-' : year}-${month}-${day}`;
	return isBirthday(birthday) ? birthday : undefined;
}

/** The parameters and the value of a `BDAY` line, as iPhones write it where the year is not told. */
export function writeBirthday(birthday: string): string {
	return birthday.startsWith('--')
		? `;${OMIT_YEAR}=${NO_YEAR}:${NO_YEAR}-${escapeText(birthday.slice(2))}`
		: `:${escapeText(birthday)}`;
}

import { isBirthday } from '../contact';
import { escapeText } from './escape';

/** The parameter that says which year of a `BDAY` means "no year". */
export const OMIT_YEAR = 'X-APPLE-OMIT-YEAR';

/** What Apple's and other programs write for "no year"; nobody born then has a phone. */
const NO_YEAR = ['--', '1604', '0000'];

/** Basic, extended and truncated dates, also with a time (RFC 2426, 3.1.5; RFC 6350, 4.3.1 and 4.3.4). */
const DATE = /^(\d{4}-?|--)(\d{2})-?(\d{2})(?:$|[T ])/i;

/**
 * A date as `YYYY-MM-DD`, or `--MM-DD` if the year is not given or is the one in `omitted`.
 * Undefined if the value is not a day: only a year or a month, a text, a day that does not exist.
 */
export function readBirthday(value: string, omitted: string | undefined): string | undefined {
	const match = DATE.exec(value.trim());
	if (match === null) return undefined;
	const [, start = '', month = '', day = ''] = match;
	const year = start.slice(0, 4);
	const birthday = `${NO_YEAR.includes(year) || year === omitted ? '-' : year}-${month}-${day}`;
	return isBirthday(birthday) ? birthday : undefined;
}

/** The value of a `BDAY` line: `1990-05-15`, or `--05-15`, which Android reads as a day without a year. */
export function writeBirthday(birthday: string): string {
	return `:${escapeText(birthday)}`;
}

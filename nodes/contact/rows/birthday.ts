import { isObject } from '../object';
import { scalarText } from './values';

/** The order of day and month in a date of three numbers, if its key shows it. */
export type DateOrder = 'dayFirst' | 'monthFirst';

/** A date in JSON of OData 2, in milliseconds since 1970: of SAP. At most 13 digits, which is the year 2286. */
const ODATA_DATE = /^\/Date\((-?\d{1,13})\)\/$/;

/** A day as sheets count them, from 1899-12-30: five digits are 1927 to 2099. */
const SERIAL_DAY = /^(?:[1-6]\d{4}|7[0-2]\d{3})(?:[.,]0+)?$/;
const DAY = 86_400_000;

function dayOfSheet(days: number): string {
	return new Date(Date.UTC(1899, 11, 30) + days * DAY).toISOString().slice(0, 10);
}

/**
 * A birthday as `YYYY-MM-DD` or `--MM-DD`, from the forms that rows have: `15/05/1990`, `15.05.1990`, `5/15/1990`,
 * `05/15` (Mailchimp), `5/15/undefined` (n8n's Google Contacts), `{ year?, month, day }`. An ambiguous date stays
 * as it is and is rejected with a warning later.
 */
export function birthdayText(value: unknown, order: DateOrder | undefined): string | undefined {
	if (Array.isArray(value)) return birthdayText(value[0], order);
	if (isObject(value) && typeof value['toJSON'] !== 'function') {
		if (value['date'] !== undefined) return birthdayText(value['date'], order);
		if (value['value'] !== undefined) return birthdayText(value['value'], order);
		const { year, month, day } = value;
		return Number(month) > 0 ? isoDate(Number(year ?? 0), Number(month), Number(day)) : undefined;
	}
	const text = scalarText(value);
	const stamp = ODATA_DATE.exec(text ?? '')?.[1];
	if (stamp !== undefined) return new Date(Number(stamp)).toISOString().slice(0, 10);
	if (SERIAL_DAY.test(text ?? '')) return dayOfSheet(Number(text));
	// Outlook writes 0/0/00 for no birthday
	if (/^0{1,4}([/.-])0{1,2}\1(?:0{1,4})$/.test(text ?? '')) return undefined;
	const parts = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|undefined|null))?\b/.exec(text ?? '');
	if (parts === null) return text;
	const [, first = '', separator, second = '', year] = parts;
	const [a, b] = [Number(first), Number(second)];
	const dayFirst =
		a > 12 ? true : b > 12 ? false : a === b || separator === '.' || order === 'dayFirst';
	const known = a > 12 || b > 12 || a === b || separator === '.' || order !== undefined;
	if (!known) return text;
	return dayFirst ? isoDate(Number(year ?? 0), b, a) : isoDate(Number(year ?? 0), a, b);
}

function isoDate(year: number, month: number, day: number): string {
	const twoDigits = (number: number) => String(number).padStart(2, '0');
	const written = year > 0 ? String(year).padStart(4, '0') : '-';
	return `${written}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** Portuguese, Spanish, German, French and Italian dates begin with the day. */
export function dateOrder(key: string): 'dayFirst' | undefined {
	return /nasc|nacim|anivers|cumple|geburt|naiss|nascita/i.test(key) ? 'dayFirst' : undefined;
}

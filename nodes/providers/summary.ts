import { CARRIES_ALL, type Carries } from '../carried/carries';
import { sentence } from '../carried/losses';
import { FIELDS, type ContactField } from '../contact/fields/fields';
import { LISTS, TEXTS } from '../contact/fields/keys';
import { list } from '../contact/text';
import type { Provider } from './provider';

/**
 * A provider in one line, for the list of providers: its network, who runs it, and what arrives, as in `WhatsApp · your own
 * server · name and one phone`.
 */
export function summary({ network, hosting, carries }: Provider): string {
	return [network, hosting, whatArrives(carries)].join(' · ');
}

/** Which fields of a contact arrive, in words: `whole contacts`, `name and one phone`. */
export function whatArrives(carries: Carries): string {
	const isWhole =
		carries.nameParts &&
		carries.org.length === CARRIES_ALL.org.length &&
		LISTS.every((field) => carries[field] !== 0);
	if (!isWhole) return sentence(carries);
	const single = LISTS.filter((field) => carries[field] === 1);
	const missing = TEXTS.filter((field) => carries[field] === false);
	if (single.length === 0 && missing.length === 0) return 'whole contacts';
	const withOne = single.length === 0 ? '' : ` with one ${list(namesOf(single))}`;
	const without = missing.length === 0 ? '' : ` without ${list(namesOf(missing), 'or')}`;
	return `contacts${withOne}${without}`;
}

function namesOf(fields: readonly ContactField[]): string[] {
	return fields.map((field) => FIELDS[field].singular);
}

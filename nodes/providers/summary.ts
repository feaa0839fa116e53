import { CARRIES_ALL, type Carries } from '../carried/carries';
import { sentence } from '../carried/losses';
import { FIELDS } from '../contact/fields/fields';
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
		LISTS.every((field) => carries[field] === 'all');
	if (!isWhole) return sentence(carries);
	const missing = TEXTS.filter((field) => carries[field] === false);
	if (missing.length === 0) return 'whole contacts';
	return `contacts without ${list(
		missing.map((field) => FIELDS[field].singular),
		'or',
	)}`;
}

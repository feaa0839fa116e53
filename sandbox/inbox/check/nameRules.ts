/** Rules for a card's names and text. */
import type { CardContact } from '../../toolkit/contact';
import type { VcardLine } from '../../toolkit/vcard';
import { fine, note, problem, shorten, warning, type Verdict } from './finding';

/** The longest name that fits in a chat list and a preview; Wawp's documentation advises to stay below it. */
const NAME_LENGTH = 40;
const UNFILLED = /\{\{.*?\}\}|\$json\b|\[object Object\]|^(?:undefined|null|NaN)$/;
/**
 * Control characters, and characters that change the direction of text; joiners are allowed, since emoji and Persian need
 * them.
 */
const HIDDEN = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/u;
/** UTF-8 that was read as Latin-1, or replacement characters. */
const GARBLED = /\uFFFD|[ÃÂÐØ][\u0080-\u00BF]|â€/;

/** Whether the card has a name for its title. */
export function checkName({ name, phones }: CardContact): Verdict[] {
	if (name.formatted_name.trim() !== '') return fine('The name');
	const instead = phones[0]?.phone;
	return problem(
		instead === undefined ? 'No name' : `No name: the card's title is ${instead}`,
		'The full name (FN) is empty. Give the contact a name or a company.',
	);
}

/** Whether the name fits on the one line that apps have for it. */
export function checkNameLength(name: string): Verdict[] {
	const length = [...name].length;
	if (length <= NAME_LENGTH) return [];
	return warning(
		`The name is cut off after about ${String(NAME_LENGTH)} characters`,
		`It has ${length.toLocaleString('en')} characters. The list of chats and the head of a card have one line for it.`,
	);
}

/** Whether the texts are what the sender meant: filled in, in the right encoding, with nothing hidden. */
export function checkText({ name, org, note: remark, phones, emails }: CardContact): Verdict[] {
	const texts = [
		name.formatted_name,
		...Object.values(org ?? {}),
		...phones.map(({ phone }) => phone),
		...emails.map(({ email }) => email),
		remark ?? '',
	];
	const unfilled = texts.find((text) => UNFILLED.test(text.trim()));
	if (unfilled !== undefined) {
		return problem(
			`“${shorten(unfilled)}”, not filled in`,
			'This is a placeholder that was not filled in. Check the expression in the workflow.',
		);
	}
	if (texts.some((text) => GARBLED.test(text))) {
		return warning(
			'Garbled letters',
			'UTF-8 was read in a different encoding somewhere. Read the source as UTF-8.',
		);
	}
	if (HIDDEN.test(name.formatted_name)) {
		return warning(
			'A name with hidden characters',
			'It contains control characters or marks that change the direction of text, so that it may read as something else. Remove them.',
		);
	}
	return [];
}

/** Whether the vCard has the parts of the name, which address books sort by (RFC 2426, 3.1.2). */
export function checkNameParts(lines: readonly VcardLine[]): Verdict[] {
	const structured = lines.find(({ name }) => name === 'N')?.value.split(/(?<!\\);/);
	const [last = '', first = '', ...others] = structured ?? [];
	const filled = [last, first, ...others].filter((part) => part.trim() !== '');
	if (filled.length === 0) {
		return warning(
			'One name, not first and last',
			structured === undefined
				? 'The vCard has no N line, which vCard 3.0 requires. Address books then guess the parts of the name, or save none.'
				: 'The N line of the vCard is empty. Address books then guess the parts of the name, or save none.',
		);
	}
	if (filled.length === 1 && /\S\s+\S/.test(filled[0] ?? '')) {
		return note(
			'The whole name as one part',
			'The N line has it in one place, so address books sort it by its first word.',
		);
	}
	return [];
}

/** Whether every line of the vCard is a property, and none is repeated: otherwise a text broke out of its field. */
export function checkBrokenOut(lines: readonly VcardLine[]): Verdict[] {
	const count = (property: string) => lines.filter(({ name }) => name === property).length;
	const doubled = ['BEGIN', 'FN', 'N', 'END'].find((property) => count(property) > 1);
	const stray = lines.find(({ name }) => !/^[A-Z][A-Z0-9-]*$/.test(name));
	if (doubled === undefined && stray === undefined) {
		return count('VERSION') > 0
			? []
			: warning('Perhaps not as a card', 'The vCard does not say its VERSION, which is required.');
	}
	return problem(
		'Text that broke out of its field',
		doubled === undefined
			? `The vCard has a line that is not a property: “${shorten(stray?.value ?? '')}”. A line break in a field was not escaped.`
			: `The vCard has ${doubled} more than once: a line break in a field was not escaped, and what follows it counts as further fields.`,
	);
}

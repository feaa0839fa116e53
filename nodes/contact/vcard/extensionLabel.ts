/** An extension in the label of a phone, which is where a card has it. */

/** A phone in E.164 with its extension, as a contact has it. */
const WITH_EXTENSION = /^(\+\d{7,15});ext=(\d{1,7})$/;
/** A label that ends with an extension. */
const LABEL = /^(?:(.*\S) )?ext\. (\d{1,7})$/is;
/** A whole number without one. */
const NUMBER = /^\+[\d ().-]{7,}$/;

/**
 * A phone as a card writes it. Every spelling of an extension after a number is read by some phone as
 * part of the number, which then calls somebody else: it goes into the label, `WORK ext. 12`, where every phone shows
 * it.
 */
export function labelWithExtension(
	phone: string,
	type: string | undefined,
): { phone: string; type: string | undefined } {
	const [, number, extension] = WITH_EXTENSION.exec(phone) ?? [];
	if (number === undefined || extension === undefined) return { phone, type };
	return { phone: number, type: `${type === undefined ? '' : `${type} `}ext. ${extension}` };
}

/** A phone as a contact has it: with the extension from its label after the number. */
export function extensionOfLabel(
	phone: string,
	label: string | undefined,
): { phone: string; type: string | undefined } {
	const [, type, extension] = LABEL.exec(label ?? '') ?? [];
	if (extension === undefined || !NUMBER.test(phone)) return { phone, type: label };
	return { phone: `${phone};ext=${extension}`, type };
}

/** A phone in E.164 with its extension, as a contact has it. */
const WITH_EXTENSION = /^(\+\d{7,15});ext=(\d{1,7})$/;
/** A label that ends with an extension. */
const LABEL = /^(?:(.*\S) )?ext\. (\d{1,7})$/is;
/** A whole number without one. */
const NUMBER = /^\+[\d ().-]{7,}$/;

/**
 * A phone as a card says it. Of all spellings of an extension behind a number there is one that some phone takes for a
 * part of the number, and so calls somebody else: it goes into the label, `WORK ext. 12`, where every phone shows it.
 */
export function labelWithExtension(
	phone: string,
	type: string | undefined,
): { phone: string; type: string | undefined } {
	const [, number, extension] = WITH_EXTENSION.exec(phone) ?? [];
	if (number === undefined || extension === undefined) return { phone, type };
	return { phone: number, type: `${type === undefined ? '' : `${type} `}ext. ${extension}` };
}

/** A phone as a contact has it: with the extension in its label behind the number. */
export function extensionOfLabel(
	phone: string,
	label: string | undefined,
): { phone: string; type: string | undefined } {
	const [, type, extension] = LABEL.exec(label ?? '') ?? [];
	if (extension === undefined || !NUMBER.test(phone)) return { phone, type: label };
	return { phone: `${phone};ext=${extension}`, type };
}

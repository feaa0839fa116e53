/** How a `VERSION` followed by the rest of its card begins. */
const WHOLE_CARD = /^\s*\d\.\d[ \t]+\S/;
/** A space before a property of a card, in place of a line break. */
const LOST_BREAK =
	/[ \t]+(?=(?:[\w-]+\.)?(?:N|FN|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|LABEL|BDAY|NOTE|PHOTO|CATEGORIES|PRODID|REV|UID|KIND|IMPP|X-[A-Za-z-]+)(?:;[^:\s]*)?:|(?:END|BEGIN):VCARD)/;

/**
 * The lines of a card on a single line, as a one-line field leaves it: `VERSION:3.0 FN:Ana TEL:+44…`.
 * Undefined if the value of `VERSION` is only a version.
 */
export function linesOfOne(version: string): string[] | undefined {
	if (!WHOLE_CARD.test(version)) return undefined;
	const lines = `VERSION:${version.trim()}`.split(LOST_BREAK);
	return lines.length > 1 ? lines : undefined;
}

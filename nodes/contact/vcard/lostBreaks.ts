/** What a `VERSION` that has the rest of its card behind it begins with. */
const WHOLE_CARD = /^\s*\d\.\d[ \t]+\S/;
/** A space before a property of a card, where a line break was. */
const LOST_BREAK =
	/[ \t]+(?=(?:[\w-]+\.)?(?:N|FN|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|LABEL|BDAY|NOTE|PHOTO|CATEGORIES|PRODID|REV|UID|KIND|IMPP|X-[A-Za-z-]+)(?:;[^:\s]*)?:|(?:END|BEGIN):VCARD)/;

/**
 * The lines of a card that stands on one, as a field of one line leaves it: `VERSION:3.0 FN:Ana TEL:+44…`.
 * Undefined where the value of `VERSION` is its own.
 */
export function linesOfOne(version: string): string[] | undefined {
	if (!WHOLE_CARD.test(version)) return undefined;
	const lines = `VERSION:${version.trim()}`.split(LOST_BREAK);
	return lines.length > 1 ? lines : undefined;
}

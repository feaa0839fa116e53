import type { Property } from './property';

/** How a `VERSION` followed by the rest of its card begins. */
const WHOLE_CARD = /^\s*\d\.\d\s+\S/;
/** The same without anything in the place of the line breaks. */
const GLUED_CARD = /^\s*\d\.\d(?:[A-Z][\w-]*\.)?[A-Z-]+[;:]/;
/** A space, or a character for which a few programs start a new line, before a property of a card, in place of a line break. */
const LOST_BREAK =
	/(?<!\s)\s+(?=(?:[\w-]+\.)?(?:N|FN|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|LABEL|BDAY|NOTE|PHOTO|CATEGORIES|PRODID|REV|UID|KIND|IMPP|X-[A-Za-z-]+)(?:;[^:\s]*)?:|(?:END|BEGIN):VCARD)/;

/**
 * The lines of a card on a single line, as a one-line field leaves it: `VERSION:3.0 FN:Ana TEL:+44…`.
 * Undefined if the value of `VERSION` is only a version.
 */
export function linesOfOne({ value, rest = [] }: Property): string[] | undefined {
	if (!WHOLE_CARD.test(value)) return undefined;
	const version = rest.length === 0 ? value : value + rest.join('');
	const lines = `VERSION:${version.trim()}`.split(LOST_BREAK);
	return lines.length > 1 ? lines : undefined;
}

/** Whether the value of `VERSION` is a version with the rest of its card, all line breaks of which were lost. */
export function isGluedCard(version: string): boolean {
	return GLUED_CARD.test(version);
}

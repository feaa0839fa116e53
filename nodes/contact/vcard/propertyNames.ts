/** The names of properties, and which lines are plainly one. */

/** RFC 6350 and its extensions, vCard 2.1 and 3.0; programs add their own with `X-`. */
const KNOWN =
	/^(?:[\w-]+\.)?(?:X-.*|BEGIN|END|VERSION|N|FN|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|LABEL|BDAY|NOTE|PHOTO|LOGO|SOUND|AGENT|CATEGORIES|CLASS|GEO|TZ|KEY|MAILER|PRODID|PROFILE|NAME|SOURCE|REV|UID|SORT-STRING|KIND|MEMBER|RELATED|IMPP|LANG|GENDER|ANNIVERSARY|CALADRURI|CALURI|FBURL|CLIENTPIDMAP|XML|CREATED|LANGUAGE|SOCIALPROFILE|PRONOUNS|GRAMGENDER|JSPROP|BIRTHPLACE|DEATHPLACE|DEATHDATE|EXPERTISE|HOBBY|INTEREST|ORG-DIRECTORY|CONTACT-URI|CAPURI)$/i;

/** A property with its parameters: `TEL;CELL:`, `item1.EMAIL:`. */
const BEGINNING = /^((?:[\w-]+\.)?[A-Z][\w-]*)((?:;[^:;]{1,200}){0,10}):(.?)/i;
/** The beginning of a line that is enough to see it. */
const HEAD = 1000;
/** A line break of the text right before a soft one. */
const ENDS_LINE = /=0[AD]=$/i;

/** Whether programs write properties with this name, which may have a group before it. */
export function isKnownName(name: string): boolean {
	return KNOWN.test(name);
}

/**
 * The name of the property that a line is, although the quoted-printable line before it says that the value goes on:
 * some programs end values with a `=` of their own. Undefined for a line that may be more of the text. A name without
 * parameters counts only if nothing speaks for a text: no space behind the colon, as in `TEL: 5`, no soft break at its own
 * end, and no line break of the text before it.
 *
 * @param before the line before
 * @param first the first line of the value, whose name is written as the others in its card
 */
export function propertyAfterSoftBreak(
	line: string,
	before: string,
	first: string,
): string | undefined {
	const [, name = '', parameters = '', next] = BEGINNING.exec(line.slice(0, HEAD)) ?? [];
	if (name === '' || !isKnownName(name)) return undefined;
	const ownName = name.slice(name.lastIndexOf('.') + 1);
	const [, wayToWrite = ''] = /^(?:[\w-]+\.)?([A-Z-]+)/i.exec(first) ?? [];
	const isAlike = isCapital(ownName) || (!isCapital(wayToWrite) && !/[A-Z]/.test(ownName));
	if (!isAlike) return undefined;
	const mayBeText = next === ' ' || line.endsWith('=') || ENDS_LINE.test(before.slice(-4));
	if (parameters === '' && mayBeText) return undefined;
	return ownName.toUpperCase();
}

function isCapital(text: string): boolean {
	return text === text.toUpperCase();
}

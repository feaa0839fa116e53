import { quote } from '../text';
import type { Property } from './property';
import { isTechnical } from './unused';
import type { LineWarnings } from './warnings';

/** Texts, in which a program left the line breaks of a person as they are. */
const TEXTS = new Set(['N', 'FN', 'NICKNAME', 'ORG', 'TITLE', 'ROLE', 'ADR', 'LABEL', 'NOTE']);
/** Of these a line break is part of the text. */
const PARAGRAPHS = new Set(['NOTE', 'LABEL']);
/** Characters of a line that may be a part of a name, a company or an address. */
const LONGEST = 250;
/** A line that has lost its name. */
const NAMELESS = /^\s*[;:]/;
/** The name of what may be a property that has lost its colon: `TEL;CELL`. */
const NAME = /^\s*([A-Z][\w.-]*);/;
/** The properties that a text may go on with after a colon, and words that are none: `see: page 2`. */
const WORD = /^\s*(?:\d|[^:]*[a-z])/;
const STANDARD =
	/^(?:[\w-]+\.)?(?:X-.*|BEGIN|END|VERSION|N|FN|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|URL|ADR|LABEL|BDAY|NOTE|PHOTO|LOGO|SOUND|AGENT|CATEGORIES|CLASS|GEO|TZ|KEY|MAILER|PRODID|PROFILE|NAME|SOURCE|REV|UID|SORT-STRING|KIND|MEMBER|RELATED|IMPP|LANG|GENDER|ANNIVERSARY|CALADRURI|CALURI|FBURL|CLIENTPIDMAP|XML|CREATED|LANGUAGE|SOCIALPROFILE|PRONOUNS|GRAMGENDER|JSPROP|BIRTHPLACE|DEATHPLACE|DEATHDATE|EXPERTISE|HOBBY|INTEREST|ORG-DIRECTORY|CONTACT-URI|CAPURI)$/i;

/** Whether a line that reads like a property is a sentence of the note that it follows: `see: page 2`. */
export function isSentence(property: Property, line: string, last: Property | undefined): boolean {
	if (last === undefined || !PARAGRAPHS.has(last.name)) return false;
	return property.parameters.length === 0 && WORD.test(line) && !STANDARD.test(property.name);
}

/**
 * A line that is no property, after one that is: Android takes it as more of the same text, and so do we. What cannot be
 * more of it is told with its text.
 *
 * @returns the property with the line, or as it was
 */
export function withRawLine(
	last: Property | undefined,
	text: string,
	warnings: LineWarnings,
	line: number,
): Property | undefined {
	const warn = (what: string) => {
		warnings.add('card', `${quote(text)} ${what}, so it was left out`, line);
	};
	if (last === undefined || NAMELESS.test(text) || STANDARD.test(NAME.exec(text)?.[1] ?? '')) {
		warn('is not a property');
		return last;
	}
	if (!goesOn(last, text)) {
		// What belongs to something that nobody misses is not missed either
		if (!isTechnical(last)) warn(`follows ${last.name} on a line of its own`);
		return last;
	}
	const isParagraph = PARAGRAPHS.has(last.name);
	return {
		...last,
		value: withoutBackslash(last.value) + (isParagraph ? '\\n' : ' ') + text.trim(),
	};
}

function goesOn({ name, value }: Property, text: string): boolean {
	// A colon outside of a note is likelier to be of a damaged property
	if (PARAGRAPHS.has(name)) return true;
	if (TEXTS.has(name)) return text.length <= LONGEST && !text.includes(':');
	// The rest of a number, not words about it
	if (name === 'TEL') return /^[\d\s().-]+$/.test(text) && value !== '';
	return false;
}

/** Some programs put a backslash before a line break instead of writing it as one. */
function withoutBackslash(value: string): string {
	const [backslashes = ''] = /\\+$/.exec(value.slice(-100)) ?? [];
	return backslashes.length % 2 === 1 ? value.slice(0, -1) : value;
}

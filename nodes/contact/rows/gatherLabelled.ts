import type { Path } from '../read/dialect';
import { gatherEntries } from './entries';
import type { Gathering } from './gathering';
import { emailsIn, isNothing, scalarText } from './values';

/** What stands under a label alone, as `work`: a phone or an email by its looks. */
export function gatherLabelled(
	type: string | undefined,
	value: unknown,
	path: Path,
	g: Gathering,
): void {
	const cell = scalarText(value);
	const text = cell !== undefined && cell.length <= MAX_LABELLED_LENGTH ? cell : undefined;
	if (text !== undefined && WHOLE_PHONE.test(text)) {
		g.hasPhoneKey = true;
		gatherEntries(value, path, { kind: 'phone', type }, g);
	} else if (text !== undefined && emailsIn(text).length > 0) {
		g.hasEmailKey = true;
		gatherEntries(value, path, { kind: 'email', type }, g);
	} else if (!isNothing(value)) g.unknown.push(path);
}

/** Longer texts are neither a phone nor an email address. */
const MAX_LABELLED_LENGTH = 320;
/** At least eight digits and what people type between them: no year, count or price. */
const WHOLE_PHONE = /^\s*\+?\(?\d(?:[\s().-]*\d){7,14}\s*$/;

import { isObject } from '../object';
import type { Path } from '../read/dialect';
import type { Gathering, Wrapper } from './gathering';
import { fieldsByKey, fieldsIn, keyValues } from './keyValues';
import { noteNested } from './nested';
import { isNothing, isYesOrNo, phoneValue, scalarText } from './values';

/** Under `contact`, `customer` and the like: a number or a name as text, else the contact itself. */
export function gatherPerson(value: unknown, path: Path, g: Gathering, wrappers: Wrapper[]): void {
	if (isNothing(value)) return;
	if (typeof value === 'object') {
		gatherWrapper(value, path, true, g, wrappers);
		return;
	}
	const text = scalarText(value);
	if (text === undefined || isYesOrNo(value)) return;
	const read = phoneValue(value);
	if ('text' in read && /^\+?[\d\s().-]{8,}$/.test(read.text)) {
		// A long number without + may be the id of the contact
		if (read.text.startsWith('+') || /[\s().-]/.test(read.text))
			g.phones.push({ text: read.text, path });
		else g.unclear.push({ path, looks: 'phone' });
		g.hasPhoneKey = true;
	} else if (/\p{L}/u.test(text) && !/^(?=.*\d)\S+$/.test(text)) {
		if (g.person === undefined) g.person = { text, path };
		else g.unknown.push(path);
	}
}

/** Adds an object, the only object of a list, or a list of keys and values to the wrappers. */
export function gatherWrapper(
	value: unknown,
	path: Path,
	entity: boolean,
	g: Gathering,
	wrappers: Wrapper[],
): void {
	if (isObject(value)) {
		const inside = fieldsByKey(value);
		wrappers.push({ value: inside ?? value, path, entity: entity && inside === undefined });
		return;
	}
	if (!Array.isArray(value)) {
		g.unknown.push(path);
		return;
	}
	const fields = keyValues(value);
	if (fields !== undefined) {
		wrappers.push({ value: fields, path, entity: false });
		return;
	}
	const objects = value.filter(isObject).filter((one) => !isNothing(one));
	const [only, ...more] = objects;
	if (only !== undefined && more.length === 0) wrappers.push({ value: only, path, entity });
	else if (objects.length > 0) noteNested(value, path, g);
	else g.unknown.push(path);
}

/** Whether a value is a list of fields with the contact's among them. */
export function gatherListed(
	value: unknown,
	atLeast: number,
	path: Path,
	wrappers: Wrapper[],
): boolean {
	const fields = fieldsIn(value, atLeast);
	if (fields !== undefined) wrappers.push({ value: fields, path, entity: false });
	return fields !== undefined;
}

import type { Contact } from './contact';
import { isGroup, isList, KEYS, listField, partsOf } from './fields/keys';

/** The name of a group's text: `name_first_name`. */
export function flatName(key: string, part: string): string {
	return `${key}_${part}`;
}

/**
 * The name of a text of a list entry: `phone_1_wa_id`.
 *
 * @param place from 1
 */
export function flatEntryName(entry: string, place: number, part: string): string {
	return `${entry}_${String(place)}_${part}`;
}

/**
 * A contact as Meta's flat parameters, the way Chatvolt spells them: `name_formatted_name`, `phone_1_phone`, …,
 * numbered from 1. Absent fields are left out.
 */
export function flatParameters(contact: Contact): Record<string, string> {
	const flat: Record<string, string> = {};
	const put = (name: string, text: string | undefined) => {
		if (text !== undefined) flat[name] = text;
	};
	for (const key of KEYS) {
		if (isGroup(key)) {
			const texts: Texts = contact[key];
			for (const part of partsOf(key)) put(flatName(key, part), texts[part]);
		} else if (isList(key)) {
			const entries: readonly Texts[] = contact[key];
			const { entry } = listField(key);
			entries.forEach((texts, index) => {
				for (const part of partsOf(key)) put(flatEntryName(entry, index + 1, part), texts[part]);
			});
		} else {
			put(key, contact[key]);
		}
	}
	return flat;
}

type Texts = Readonly<Record<string, string | undefined>>;

import type { ContactDraft } from '../contact';
import { FIELDS } from '../fields/fields';
import { KEYS } from '../fields/keys';
import { decodeValue } from './encodings';
import { unescapeText } from './escape';
import { byPreference } from './preference';
import type { Property } from './property';
import { readLabel } from './types';
import { isEmpty, isTechnical, unusedMessage } from './unused';
import type { LineWarnings } from './warnings';

/** What Apple's `X-ABLabel` and `X-ABADR` say about the property of the same group. */
interface Group {
	label: string | undefined;
	countryCode: string | undefined;
}

/** The properties that a field of a contact comes from. */
const FIELD_PROPERTIES = new Set<string>(['VERSION', ...KEYS.flatMap((key) => FIELDS[key].vcard)]);

const NONE: readonly Property[] = [];
const NO_GROUP: Group = { label: undefined, countryCode: undefined };

const ANDROID_CUSTOM = 'X-ANDROID-CUSTOM';
const ANDROID_NICKNAME = 'vnd.android.cursor.item/nickname;';

/** The properties of one card by name, and what they say about each other. */
export class Card {
	/** Whether an unescaped comma sets texts apart; in vCard 2.1 it does not (vCard 2.1, 2.1.2). */
	readonly lists: boolean;
	private readonly byName = new Map<string, Property[]>();
	private groups: Map<string, Group> | undefined;

	/** Properties that no field of a contact can hold become warnings. */
	constructor(
		properties: readonly Property[],
		readonly warnings: LineWarnings,
	) {
		for (const property of properties) this.add(property);
		this.lists = this.all('VERSION')[0]?.value.trim() !== '2.1';
	}

	/** The properties of a name, in their order. */
	all(name: string): readonly Property[] {
		return this.byName.get(name) ?? NONE;
	}

	/** The properties of a name, the preferred ones first. */
	preferred(name: string): readonly Property[] {
		return byPreference(this.all(name));
	}

	/** The first property of a name that says something; a later one that says something else is told. */
	only(name: string, field: keyof ContactDraft): Property | undefined {
		let first: Property | undefined;
		for (const property of this.all(name)) {
			if (isEmpty(property)) continue;
			first ??= property;
			if (first.value !== property.value) {
				this.warnings.add(field, `another ${name} was left out`, property.line);
			}
		}
		return first;
	}

	/** What the group of a property says about it. */
	groupOf({ group }: Property): Group {
		if (group === '' || this.groups === undefined) return NO_GROUP;
		return this.groups.get(group) ?? NO_GROUP;
	}

	private add(property: Property): void {
		const { name } = property;
		if (name === 'X-ABLABEL' || name === 'X-ABADR') {
			this.addToGroup(property);
		} else if (FIELD_PROPERTIES.has(name)) {
			this.file(name, property);
		} else if (name === ANDROID_CUSTOM && property.value.startsWith(ANDROID_NICKNAME)) {
			this.file('NICKNAME', androidNickname(property));
		} else if (!isTechnical(property)) {
			this.warnings.add(name, unusedMessage(property), property.line);
		}
	}

	private file(name: string, property: Property): void {
		const same = this.byName.get(name);
		if (same === undefined) this.byName.set(name, [property]);
		else same.push(property);
	}

	private addToGroup(property: Property): void {
		if (property.group === '') return;
		this.groups ??= new Map();
		const group = this.groupOf(property);
		const text = textOf(property);
		this.groups.set(
			property.group,
			property.name === 'X-ABADR'
				? { label: group.label, countryCode: text }
				: { label: readLabel(text), countryCode: group.countryCode },
		);
	}
}

/** The text of a property, decoded, unescaped and trimmed. */
export function textOf(property: Property): string {
	return unescapeText(decodeValue(property)).trim();
}

/** Android keeps a nickname, for which vCard 2.1 has no property, in its own: kind, text, 14 more parts. */
function androidNickname(property: Property): Property {
	const [value = ''] = property.value.slice(ANDROID_NICKNAME.length).split(';');
	return { ...property, value };
}

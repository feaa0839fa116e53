import type { ContactDraft } from '../contact';
import { FIELDS } from '../fields/fields';
import { KEYS } from '../fields/keys';
import { decodeValue } from './encodings';
import { unescapeText } from './escape';
import { byPreference } from './preference';
import type { Property } from './property';
import { readLabel } from './types';
import { isEmpty, isOfGroup, isTechnical, unusedMessage } from './unused';
import type { LineWarnings } from './warnings';

/** What Apple's properties say about the property of the same group. */
interface Group {
	/** `X-ABLabel` */
	label?: string | undefined;
	/** `X-ABADR` */
	countryCode?: string;
	/** `X-APPLE-SUBLOCALITY`: a part of the city. */
	quarter?: string;
	/** `X-APPLE-SUBADMINISTRATIVEAREA`: what the city is a part of. */
	district?: string;
}

/** The properties that a field of a contact comes from. */
const FIELD_PROPERTIES = new Set<string>(['VERSION', ...KEYS.flatMap((key) => FIELDS[key].vcard)]);

const NONE: readonly Property[] = [];
const NO_GROUP: Group = {};

/** How many properties with one name a card can have before the rest is left out. */
const MAX_WITH_ONE_NAME = 1000;

/** Properties that describe another one in their group. */
const GROUPED = new Map<string, (text: string) => Group>([
	['X-ABLABEL', (text) => ({ label: readLabel(text) })],
	['X-ABADR', (countryCode) => ({ countryCode })],
	['X-APPLE-SUBLOCALITY', (quarter) => ({ quarter })],
	['X-APPLE-SUBADMINISTRATIVEAREA', (district) => ({ district })],
]);

/** Programs' own names of properties. */
const ALIASES = new Map([['X-MS-TEL', 'TEL']]);

const ANDROID_CUSTOM = 'X-ANDROID-CUSTOM';
const ANDROID_NICKNAME = 'vnd.android.cursor.item/nickname;';

/** The properties of one card by name, and how they describe each other. */
export class Card {
	private readonly byName = new Map<string, Property[]>();
	private groups: Map<string, Group> | undefined;
	/** Whether the card lists the members of a group instead of describing a person. */
	isOfGroup = false;

	constructor(readonly warnings: LineWarnings) {}

	/** Whether an unescaped comma separates texts; in vCard 2.1 it does not (vCard 2.1, 2.1.2). */
	get lists(): boolean {
		return this.all('VERSION')[0]?.value.trim() !== '2.1';
	}

	/** The properties with a name, in order. */
	all(name: string): readonly Property[] {
		return this.byName.get(name) ?? NONE;
	}

	/** The properties with a name, preferred ones first. */
	preferred(name: string): readonly Property[] {
		return byPreference(this.all(name));
	}

	/**
	 * The non-empty property with a name, the preferred one of several (RFC 6350, 5.3); one with a different
	 * value becomes a warning.
	 */
	only(name: string, field: keyof ContactDraft): Property | undefined {
		let chosen: Property | undefined;
		for (const property of this.preferred(name)) {
			if (isEmpty(property)) continue;
			chosen ??= property;
			if (chosen.value !== property.value) {
				this.warnings.add(field, `another ${name} was left out`, property.line);
			}
		}
		return chosen;
	}

	/** What the group of a property says about it. */
	groupOf({ group }: Property): Group {
		if (group === '' || this.groups === undefined) return NO_GROUP;
		return this.groups.get(group) ?? NO_GROUP;
	}

	/** Adds the next property. One that is not a field of a contact becomes a warning. */
	add(property: Property): void {
		const { name } = property;
		const grouped = GROUPED.get(name);
		if (grouped !== undefined) {
			this.addToGroup(property, grouped(textOf(property)));
		} else if (FIELD_PROPERTIES.has(name)) {
			this.file(name, property);
		} else if (name === ANDROID_CUSTOM && property.value.startsWith(ANDROID_NICKNAME)) {
			this.file('NICKNAME', androidNickname(property));
		} else if (ALIASES.has(name)) {
			this.file(ALIASES.get(name) ?? name, property);
		} else if (isOfGroup(property)) {
			this.isOfGroup = true;
		} else if (!isTechnical(property)) {
			this.warnings.add(name, unusedMessage(property), property.line);
		}
	}

	private file(name: string, property: Property): void {
		const same = this.byName.get(name);
		if (same === undefined) this.byName.set(name, [property]);
		else if (same.length < MAX_WITH_ONE_NAME) same.push(property);
		else
			this.warnings.add(name, `more than 1,000 ${name} in one card were left out`, property.line);
	}

	private addToGroup({ group }: Property, said: Group): void {
		if (group === '') return;
		this.groups ??= new Map();
		this.groups.set(group, { ...this.groups.get(group), ...said });
	}
}

/** The text of a property, decoded, unescaped and trimmed. */
export function textOf(property: Property): string {
	return unescapeText(decodeValue(property)).trim();
}

/** Android keeps a nickname, for which vCard 2.1 has no property, in its own one: kind, text, 14 more parts. */
function androidNickname(property: Property): Property {
	const [value = ''] = property.value.slice(ANDROID_NICKNAME.length).split(';', 1);
	return { ...property, value };
}

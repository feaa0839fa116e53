import type { ReadContact } from '../contact';
import { quote } from '../text';
import { Card } from './card';
import { draftOf } from './draft';
import { MAX_TEXT_LENGTH } from './limit';
import type { Property } from './property';
import type { LineWarnings } from './warnings';

/** Properties of a card that are sorted in one step. */
const PROPERTIES = 100;

/** A card whose properties have all been read. */
export interface WholeCard {
	/** The line where it begins. */
	begin: number;
	properties: Property[];
	warnings: LineWarnings;
}

/** The contacts of a file, made of its cards one after another. */
export class CardContacts {
	readonly list: ReadContact[] = [];
	/** Whether a card was a group, which is no contact. */
	hasGroup = false;

	/** @param outside takes the warnings about what is no contact */
	constructor(private readonly outside: LineWarnings) {}

	/** Adds a card in steps of a few milliseconds. */
	*add({ properties, warnings, begin }: WholeCard): Generator<void, void, undefined> {
		const card = new Card(warnings);
		for (const [index, property] of properties.entries()) {
			card.add(property);
			if (index % PROPERTIES === PROPERTIES - 1) yield;
		}
		const draft = yield* draftOf(card);
		if (!card.isOfGroup) {
			const contact: ReadContact = { draft, warnings: warnings.list() };
			if ((draft.photo?.length ?? 0) > MAX_TEXT_LENGTH) contact.isPhotoChecked = true;
			this.list.push(contact);
			return;
		}
		this.hasGroup = true;
		const name = draft.name?.formatted_name ?? draft.org?.company ?? '';
		const which = name === '' ? 'the card that begins here' : quote(name);
		this.outside.add(
			'card',
			`${which} is a group of contacts, not a person, and was left out`,
			begin,
		);
	}
}

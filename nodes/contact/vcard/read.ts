import type { FieldWarning, ReadContact } from '../contact';
import { Card } from './card';
import { draftOf } from './draft';
import { ContentLines, cardLimit } from './lines';
import { PhysicalLines } from './physicalLines';
import { parseProperty, type Property } from './property';
import { LineWarnings } from './warnings';

export interface VCardFile {
	/** The contacts in the order of their cards, each with what its card has and a contact cannot hold. */
	contacts: ReadContact[];
	/** What stands outside of the cards. */
	warnings: FieldWarning[];
}

/** A card that has begun and not ended. */
interface OpenCard {
	begin: number;
	properties: Property[];
	warnings: LineWarnings;
	/** How many cards inside of the card have begun and not ended. */
	nested: number;
}

/** Whether a text is a vCard file or contains one: whether one of its lines begins a card. */
export function isVCard(text: string): boolean {
	const lines = new PhysicalLines(text);
	while (!lines.isDone && cardLimit(lines.current.trim()) !== 'BEGIN') lines.advance();
	return !lines.isDone;
}

/**
 * The contacts in a text of vCards 2.1, 3.0 and 4.0 as programs write them, in time linear to the text.
 * Never throws. Lines in messages count from 1. A text for which `isVCard` is false gives no contact.
 */
export function readVCards(text: string): VCardFile {
	const contacts: ReadContact[] = [];
	const outside = new LineWarnings();
	let card: OpenCard | undefined;
	const close = ({ properties, warnings }: OpenCard): void => {
		const draft = draftOf(new Card(properties, warnings));
		contacts.push({ draft, warnings: warnings.list() });
	};
	const abandon = (open: OpenCard): void => {
		if (open.properties.length === 0) {
			outside.add('card', 'a card begins here and has no content', open.begin);
			return;
		}
		open.warnings.add('card', 'the card that begins here has no END:VCARD', open.begin);
		close(open);
	};

	const lines = new ContentLines(text);
	for (let line = lines.next(); line !== undefined; line = lines.next()) {
		const { limit } = line;
		if (card === undefined) {
			if (limit === 'BEGIN') card = openCard(line.number);
			else outside.add('card', 'text outside of a card was left out', line.number);
		} else if (limit === 'BEGIN') {
			if (card.nested > 0 || holdsCard(card.properties.at(-1))) {
				card.nested++;
			} else {
				abandon(card);
				card = openCard(line.number);
			}
		} else if (limit === 'END') {
			if (card.nested > 0) {
				card.nested--;
			} else {
				close(card);
				card = undefined;
			}
		} else if (card.nested === 0) {
			const property = parseProperty(line);
			if (property !== undefined) card.properties.push(property);
			else card.warnings.add('card', 'text that is no property was left out', line.number);
		}
	}
	if (card !== undefined) abandon(card);
	return { contacts, warnings: outside.list() };
}

function openCard(begin: number): OpenCard {
	return { begin, properties: [], warnings: new LineWarnings(), nested: 0 };
}

/** RFC 2426 has an agent's card in the value of `AGENT`; vCard 2.1 (2.4.3) puts it on the lines after. */
function holdsCard(property: Property | undefined): boolean {
	return property?.name === 'AGENT' && property.value.trim() === '';
}

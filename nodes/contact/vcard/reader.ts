import { CardContacts, type WholeCard } from './cardContacts';
import {
	cardInside,
	cardInsideLong,
	MAX_TEXT_LENGTH,
	TRAILING_LENGTH,
	trailingLimits,
	type CardInside,
} from './limit';
import { ContentLines, type ContentLine } from './lines';
import { hasLiteralBreaks, withLineBreaks } from './literalBreaks';
import { checkPhoto } from './longPhoto';
import { lengthOf, longText, replaceValue } from './longValue';
import { hasLostBreaks, isGluedCard, isWholeCard, linesOfOne } from './lostBreaks';
import { parseProperty, type Property } from './property';
import { isSentence, withRawLine } from './rawLines';
import type { VCardFile } from './vcardFile';
import { LineWarnings } from './warnings';

/** Characters that are read in one step, which takes at most a few milliseconds; a short line takes as long as so many. */
const STEP = 20_000;
const SHORT_LINE = 40;

const NONE: readonly string[] = [];

/** What separates the vCards of a list that was pasted as text. */
const SEPARATORS = /^[\s,;"'[\]]*$/;

/** Work that is left to do, in steps. */
type Steps = Generator<void, void, undefined>;

/** A card that has begun but not ended. */
interface OpenCard extends WholeCard {
	/** Characters of its texts. */
	size: number;
	/** How many cards inside the card have begun but not ended. */
	nested: number;
}

/** Reads a file of vCards. */
export class VCardReader {
	private readonly outside = new LineWarnings();
	private readonly contacts = new CardContacts(this.outside);
	private card: OpenCard | undefined;
	/** Cards that have ended but are not contacts yet. */
	private readonly closed: OpenCard[] = [];
	private lines = new ContentLines('');
	private hasBegun = false;

	/**
	 * Reads a text in steps of a few milliseconds: the caller may do something else between them. Call it only
	 * once.
	 *
	 * @param more what follows the text
	 */
	*read(text: string, more?: Iterator<string>): Steps {
		const plain = hasLiteralBreaks(text) ? withLineBreaks(text, more) : undefined;
		this.lines = new ContentLines(plain?.next().value ?? text, plain ?? more);
		yield;
		for (let size = 0; ;) {
			const line = this.lines.next();
			if (line === undefined) break;
			if (line === 'more') {
				yield;
				continue;
			}
			size += line.text.length + SHORT_LINE;
			const steps = this.take(line);
			if (steps !== undefined) yield* steps;
			if (this.closed.length > 0) yield* this.readClosed();
			if (size < STEP) continue;
			size = 0;
			yield;
		}
		if (this.card !== undefined) this.abandon(this.card);
		yield* this.readClosed();
		yield;
	}

	/** What was read. */
	file(): VCardFile {
		return {
			contacts: this.contacts.list,
			warnings: this.outside.list(),
			isVCard: this.hasBegun,
			hasGroup: this.contacts.hasGroup,
		};
	}

	/** @returns the rest of the work, if the line is too long to do all of it at once */
	private take(line: ContentLine): Steps | undefined {
		const { card } = this;
		const { limit } = line;
		if (card === undefined) {
			if (limit === 'BEGIN') this.open(line.number);
			else if (!SEPARATORS.test(line.text)) this.leaveOutText(line.number);
			else if (line.rest !== undefined) return this.takeOutside(line.rest, line.number);
		} else if (limit === 'BEGIN') {
			if (card.nested > 0 || holdsCard(card.properties.at(-1))) {
				card.nested++;
			} else {
				this.abandon(card);
				this.open(line.number);
			}
		} else if (limit === 'END') {
			if (card.nested > 0) card.nested--;
			else this.close(card);
		} else if (card.nested === 0) {
			return this.takeProperty(card, line);
		}
		return undefined;
	}

	private *takeOutside(texts: readonly string[], line: number): Steps {
		for (const text of texts) {
			if (!SEPARATORS.test(text)) {
				this.leaveOutText(line);
				return;
			}
			yield;
		}
	}

	private leaveOutText(line: number): void {
		this.outside.add('card', 'text outside of a card was left out', line);
	}

	private takeProperty(card: OpenCard, line: ContentLine): Steps | undefined {
		const last = card.properties.at(-1);
		const property = parseProperty(line);
		if (property === undefined || isSentence(property, line.text, last)) {
			const joined = withRawLine(last, line.text, card.warnings, line.number);
			if (joined === last || joined === undefined) return undefined;
			card.properties.pop();
			card.size -= last?.value.length ?? 0;
			return this.add(card, line.rest === undefined ? joined : { ...joined, rest: line.rest });
		}
		if (line.cutBy !== undefined) {
			const { name } = property;
			const message = `${name} ends with = as if it went on, but ${line.cutBy} is on the next line`;
			card.warnings.add('card', message, line.number);
		}
		if (property.name !== 'VERSION') return this.add(card, property);
		if (isWholeCard(property)) return this.takeWholeCard(card, property, last);
		return this.takeVersion(card, property, last);
	}

	private add(card: OpenCard, property: Property): Steps | undefined {
		const { name, value, rest } = property;
		const isLong = rest !== undefined || value.length > MAX_TEXT_LENGTH;
		if (name === 'PHOTO') {
			if (lengthOf(property) > MAX_TEXT_LENGTH - card.size) this.cutLimits(property);
			card.properties.push(property);
			return isLong ? checkPhoto(property) : undefined;
		}
		if (name === 'AGENT') this.keep(card, property);
		else if (isLong) return this.addLong(card, property);
		else this.addText(card, property, cardInside(value));
		return undefined;
	}

	private *addLong(card: OpenCard, property: Property): Steps {
		const texts = [property.value, ...(property.rest ?? NONE)];
		this.addText(card, property, yield* cardInsideLong(texts));
	}

	private addText(card: OpenCard, property: Property, inside: CardInside | undefined): void {
		if (inside === undefined) {
			this.keep(card, property);
			return;
		}
		replaceValue(property, inside.before);
		this.store(card, property);
		this.close(card);
		this.open(property.line);
		this.lines.insert([inside.rest]);
	}

	private keep(card: OpenCard, property: Property): void {
		if (lengthOf(property) > MAX_TEXT_LENGTH - card.size) this.cutLimits(property);
		this.store(card, property);
	}

	/** Adds a property if the card has room for its text. */
	private store(card: OpenCard, property: Property): void {
		const { name, line } = property;
		const length = lengthOf(property);
		if (length > MAX_TEXT_LENGTH - card.size) {
			const message = `${name} of ${length.toLocaleString('en')} characters is more text than a contact card can hold and was left out`;
			card.warnings.add(name, message, line);
			return;
		}
		if (property.rest !== undefined) {
			replaceValue(property, { text: property.value + property.rest.join('') });
		}
		card.size += length;
		card.properties.push(property);
	}

	/**
	 * Takes the limits of cards off the end of a value that is too long for a text: the line break before them was lost.
	 * They become lines of their own.
	 */
	private cutLimits(property: Property): void {
		const pieces = [property.value, ...(property.rest ?? NONE)];
		let end = '';
		while (end.length < TRAILING_LENGTH && pieces.length > 0) end = (pieces.pop() ?? '') + end;
		const limits = trailingLimits(end);
		if (limits === undefined) return;
		replaceValue(property, longText([...pieces, limits.text]));
		const lines = [limits.ends ? 'END:VCARD' : '', limits.begins ? 'BEGIN:VCARD' : ''];
		this.lines.insert(lines.map((text) => ({ text })));
	}

	/** A `VERSION` followed by other text, which is the rest of its card, and perhaps more cards, if properties are in it. */
	private *takeWholeCard(card: OpenCard, version: Property, last: Property | undefined): Steps {
		if (yield* hasLostBreaks(version)) {
			this.lines.insertAll(linesOfOne(version));
			return;
		}
		const steps = this.takeVersion(card, version, last);
		if (steps !== undefined) yield* steps;
	}

	/**
	 * A `VERSION` after other properties shows that a line break was lost before the beginning of this card, which then
	 * ends the value before it.
	 */
	private takeVersion(
		card: OpenCard,
		version: Property,
		last: Property | undefined,
	): Steps | undefined {
		if (isGluedCard(version.value)) {
			const message =
				'the card is on one line without spaces, so it cannot be divided into its properties';
			card.warnings.add('card', message, version.line);
		}
		const limits = last === undefined ? undefined : trailingLimits(last.value);
		if (last === undefined || limits?.begins !== true) return this.add(card, version);
		if (last.name === 'AGENT') {
			card.nested++;
			return undefined;
		}
		card.properties.pop();
		card.properties.push({ ...last, value: limits.text });
		if (limits.ends) this.close(card);
		else this.abandon(card);
		this.open(version.line).properties.push(version);
		return undefined;
	}

	private open(begin: number): OpenCard {
		this.hasBegun = true;
		this.card = { begin, properties: [], warnings: new LineWarnings(), size: 0, nested: 0 };
		return this.card;
	}

	private close(card: OpenCard): void {
		this.card = undefined;
		this.closed.push(card);
	}

	private *readClosed(): Steps {
		for (const card of this.closed.splice(0)) yield* this.contacts.add(card);
	}

	/** Ends a card when another one or the end of the text shows that it has ended. */
	private abandon(card: OpenCard): void {
		const last = card.properties.at(-1);
		if (last === undefined) {
			this.card = undefined;
			this.outside.add('card', 'the card that begins here is empty', card.begin);
			return;
		}
		const limits = trailingLimits(last.value);
		if (limits?.ends === true && card.nested === 0) {
			card.properties[card.properties.length - 1] = { ...last, value: limits.text };
		} else {
			card.warnings.add('card', 'the card that begins here has no END:VCARD', card.begin);
		}
		this.close(card);
	}
}

/** RFC 2426 has an agent's card in the value of `AGENT`; vCard 2.1 (2.4.3) puts it on the lines after. */
function holdsCard(property: Property | undefined): boolean {
	return property?.name === 'AGENT' && property.value.trim() === '';
}

import { FIELDS, type TextKey } from '../fields/fields';
import { quote } from '../text';
import { OMIT_YEAR, readBirthday, writeBirthday } from './birthday';
import { textOf, type Card } from './card';
import { decodeValue } from './encodings';
import { escapeText, unescapePartSteps } from './escape';
import { readPhoto, writePhoto } from './photo';
import { parameter } from './property';

/** Characters of a text that take a step of their own. */
const LONG = 65_536;

/** How a single-text field is read from a card and written to one. */
interface CardText {
	/** The text, or undefined if the card has none: in steps if it is long. */
	read(card: Card): Generator<void, string | undefined, undefined>;
	/** The line of the card, not yet folded. */
	write(text: string): string;
}

/** Every single-text field of a contact. */
export const CARD_TEXTS: Readonly<Record<TextKey, CardText>> = {
	birthday: { read: atOnce(birthdayOf), write: (birthday) => `BDAY${writeBirthday(birthday)}` },
	nickname: { ...plainText('nickname'), read: nicknameOf },
	note: { ...plainText('note'), read: atOnce(noteOf) },
	photo: { read: atOnce(photoOf), write: (photo) => `PHOTO${writePhoto(photo)}` },
};

/** A field with the text of one property, the first in the table. */
function plainText(field: TextKey): CardText {
	const [property] = FIELDS[field].vcard;
	return {
		read: atOnce((card) => {
			const found = card.only(property, field);
			return found === undefined ? undefined : textOf(found);
		}),
		write: (text) => `${property}:${escapeText(text)}`,
	};
}

/** Reads a text in one step, for texts that need no more. */
function atOnce(read: (card: Card) => string | undefined): CardText['read'] {
	return function* (card) {
		const text = read(card);
		if (text !== undefined && text.length > LONG) yield;
		return text;
	};
}

function birthdayOf(card: Card): string | undefined {
	const property = card.only('BDAY', 'birthday');
	if (property === undefined) return undefined;
	const text = textOf(property);
	const birthday = readBirthday(text, parameter(property, OMIT_YEAR));
	if (birthday === undefined) {
		const message = `BDAY ${quote(text)} is not a day with its month and was left out`;
		card.warnings.add('birthday', message, property.line);
	}
	return birthday;
}

function* nicknameOf(card: Card): Generator<void, string, undefined> {
	const texts: string[] = [];
	for (const property of card.all('NICKNAME')) {
		const text = yield* unescapePartSteps(decodeValue(property), card.lists ? ', ' : undefined);
		if (text !== '') texts.push(text);
	}
	return texts.join(', ');
}

function noteOf(card: Card): string {
	const properties = card.all('NOTE');
	if (properties.length === 0) return '';
	return properties
		.map(textOf)
		.filter((text) => text !== '')
		.join('\n\n')
		.replace(/\r\n?/g, '\n');
}

function photoOf(card: Card): string | undefined {
	const property = card.only('PHOTO', 'photo');
	if (property === undefined) return undefined;
	const photo = readPhoto(property);
	if (typeof photo === 'string') return photo;
	card.warnings.add('photo', `PHOTO ${photo.problem} and was left out`, property.line);
	return undefined;
}

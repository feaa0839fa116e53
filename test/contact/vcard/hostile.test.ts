import fc from 'fast-check';

import { decodeVCardFile } from '../../../nodes/contact/vcard/charset';
import { isVCard, readVCards } from '../../../nodes/contact/vcard/read';
import { writeVCard } from '../../../nodes/contact/vcard/write';
import { asContact } from '../../support/contactSchema';

const MEGABYTE = 1024 * 1024;
const SEED = 20260;
const RUNS = 2000;

function card(lines: string): string {
	return `BEGIN:VCARD\nVERSION:3.0\nFN:A\n${lines}\nEND:VCARD\n`;
}

function repeated(text: string, megabytes = 2): string {
	return text.repeat(Math.ceil((megabytes * MEGABYTE) / text.length));
}

/** Every one of these takes minutes or all memory where the reader does more than a fixed work per character. */
describe('megabytes', () => {
	it.each<[string, string]>([
		['a line', `NOTE:${repeated('x', 10)}`],
		['folds', `NOTE:x${repeated('\n x', 10)}`],
		['folds of white space', `NOTE:x${repeated('\n  ')}x`],
		['soft line breaks', `NOTE;QUOTED-PRINTABLE:${repeated('=\n')}x`],
		['quoted-printable', `NOTE;QUOTED-PRINTABLE:${repeated('=C3=A9é=')}`],
		['base64 lines', `PHOTO;BASE64;JPEG:${repeated('\nAAAA')}`],
		['parts of a name', `N:${repeated(';', 10)}`],
		['escaped parts of a name', `N:${repeated('\\;')}`],
		['filled parts of a name', `N:${'y'.repeat(1000)}${repeated(';z')}`],
		['backslashes', `N:${repeated('\\')}`],
		['commas', `NICKNAME:${repeated('a,')}`],
		['white space', `ADR:;;${repeated(' ')}x;${repeated('\t')}x`],
		['lines of a street', `ADR:;;${repeated('a\\n')}`],
		['parts of an address', `ADR:${repeated(';a')}`],
		['units of a company', `ORG:${repeated(';a')}`],
		['parameters', `TEL${repeated(';a')}:1`],
		['parameters without a value', `TEL${repeated(';a=')}:1`],
		['types', `TEL;TYPE=${repeated('a,')}:1`],
		['quotes', `TEL;TYPE=${repeated('"a",')}:1`],
		['open quotes', `TEL${repeated(';a="')}:1`],
		['carets', `TEL;TYPE=${repeated('^')}:1`],
		['a name', `${repeated('a')}:1`],
		['groups', `${repeated('a.')}TEL:1`],
		['no colon', repeated('a;')],
		['a label', `item1.TEL:1\nitem1.X-ABLabel:${repeated('_$!<')}`],
		['numbers', repeated('TEL:1\n')],
		['preferred numbers', repeated('TEL;PREF:1\n')],
		['full names', repeated('FN:B\n')],
		['unknown properties', repeated('X-A:1\n')],
		['empty lines', repeated('\n')],
		['carriage returns', repeated('\r')],
		['lines with a carriage return', repeated('NOTE:a\r')],
		['a birthday', `BDAY:${repeated('1')}`],
		['a data URI', `PHOTO:data:image/${repeated('a')}`],
		['parameters of a data URI', `PHOTO:data:image/a${repeated(';a')}`],
		['a picture', `PHOTO;ENCODING=b;TYPE=JPEG:${repeated('A')}`],
		['a damaged picture', `PHOTO;ENCODING=b;TYPE=JPEG:${repeated('A')}!`],
		['an address of a picture', `PHOTO:https://${repeated('a')}`],
		['a tel URI', `TEL;VALUE=uri:tel:1${repeated(';ext=1')}`],
		['a limit with white space', `BEGIN${repeated(' ')}:x`],
		['a version with white space', `VERSION:3.0 a${repeated(' ')}b`],
		['mentions of cards', `NOTE:${repeated('END:VCARD, BEGIN:VCARD, ')}x`],
		['a mention with white space', `NOTE:BEGIN:VCARD${repeated(' ')}x`],
	])('of %s are read as one card', (_, lines) => {
		const text = card(lines);
		expect(isVCard(text)).toBe(true);
		const { contacts } = readVCards(text);
		expect(contacts).toHaveLength(1);
		expect(contacts[0]?.draft.name?.formatted_name).toBe('A');
		expect(contacts[0]?.warnings.length).toBeLessThanOrEqual(51);
	});

	it('of an agent in an agent are read as one card', () => {
		const { contacts } = readVCards(card(repeated('AGENT:\nBEGIN:VCARD\n', 10)));
		expect(contacts).toHaveLength(1);
	});

	it('of beginnings are no contact, and one warning', () => {
		const { contacts, warnings } = readVCards(repeated('BEGIN:VCARD\n', 10));
		expect(contacts).toEqual([]);
		expect(warnings).toHaveLength(1);
	});

	it('of different properties are counted', () => {
		const lines = Array.from({ length: MEGABYTE / 10 }, (_, index) => `X-${index}:1`);
		const [contact] = readVCards(card(lines.join('\n'))).contacts;
		expect(contact?.warnings).toHaveLength(51);
	});

	it('of more text than a card can hold are reported', () => {
		const [contact] = readVCards(card(`NOTE:${'x'.repeat(1_000_001)}\nTITLE:B`)).contacts;
		expect(contact?.draft.note).toBeUndefined();
		expect(contact?.draft.org).toEqual({ title: 'B' });
		expect(contact?.warnings).toEqual([
			{
				field: 'NOTE',
				message:
					'line 4: NOTE of 1,000,001 characters is more text than a contact card can hold and was left out',
			},
		]);
	});

	it('of a note are written and read again', () => {
		const note = repeated('日本, \\;\n', 0.5).trim();
		const contact = asContact({
			name: { formatted_name: 'A' },
			...{ phones: [], emails: [], addresses: [], org: {}, urls: [], note },
		});
		expect(readVCards(writeVCard(contact)).contacts[0]?.draft.note === note).toBe(true);
	});

	it.each([
		['characters split by folds', Buffer.from(repeated('\xc3\n \xa9'), 'latin1')],
		['bytes of no charset', Buffer.from(repeated('\xe9\n'), 'latin1')],
		['bytes that only continue', Buffer.from(repeated('\xa9\n '), 'latin1')],
	])('of %s are decoded', (_, bytes) => {
		expect(decodeVCardFile(bytes).length).toBeGreaterThan(0);
	});
});

describe('any text', () => {
	const piece = fc.oneof(
		fc.constantFrom(
			...[
				'BEGIN:VCARD\n',
				'END:VCARD\n',
				'VERSION:2.1\n',
				'FN:',
				'N:',
				'TEL',
				'ADR',
				'BDAY:',
				'PHOTO',
			],
			...[
				';TYPE=',
				';ENCODING=QUOTED-PRINTABLE',
				';ENCODING=b',
				';CHARSET=',
				'item1.',
				'X-ABLabel:',
			],
			...['AGENT:', '\n', '\r', '\r\n', ' ', '\t', ':', ';', ',', '=', '"', '\\', '^', 'tel:', '='],
		),
		fc.string({ unit: 'binary', maxLength: 5 }),
	);
	const text = fc
		.array(piece, { maxLength: 60 })
		.map((pieces) => `BEGIN:VCARD\n${pieces.join('')}`);

	it(`is read without an error (seed ${SEED})`, () => {
		fc.assert(
			fc.property(text, (input) => {
				expect(isVCard(input)).toBe(true);
				expect(Array.isArray(readVCards(input).contacts)).toBe(true);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it(`of any bytes is decoded without an error (seed ${SEED})`, () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(typeof decodeVCardFile(bytes)).toBe('string');
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});
});

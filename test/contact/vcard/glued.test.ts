import { isVCard, readVCards } from '../../../nodes/contact/vcard/read';

/** Names and numbers of the contacts in a text. */
function read(text: string): string[] {
	return readVCards(text).contacts.map(
		({ draft }) =>
			`${draft.name?.formatted_name ?? ''} ${(draft.phones ?? []).map(({ phone }) => phone).join(' ')}`,
	);
}

const ANA = 'BEGIN:VCARD\nVERSION:3.0\nN:;Ana;;;\nFN:Ana\nTEL:+447700900123';
const BEA = 'VERSION:3.0\nN:;Bea;;;\nFN:Bea\nTEL:+447700900124\nEND:VCARD';
const BOTH = ['Ana +447700900123', 'Bea +447700900124'];

describe('two cards', () => {
	it.each([
		['glued', '\nEND:VCARDBEGIN:VCARD\n'],
		['with a space between', '\nEND:VCARD BEGIN:VCARD\n'],
		['with a comma between', '\nEND:VCARD,BEGIN:VCARD\n'],
		['with a semicolon and a space between', '\nEND:VCARD; BEGIN:VCARD\n'],
		['with a tab between', '\nEND:VCARD\tBEGIN:VCARD\n'],
		['in small letters', '\nend:vcardbegin:vcard\n'],
		['in letters of any size', '\nEnd:vCardBegin:vCard\n'],
		['with blanks around the colons', '\nEND : VCARD BEGIN : VCARD\n'],
		['with a comma at the end of the line', '\nEND:VCARD,\nBEGIN:VCARD\n'],
		['with a comma on a line of its own', '\nEND:VCARD\n,\nBEGIN:VCARD\n'],
		['with a comma before the second', '\nEND:VCARD\n, BEGIN:VCARD\n'],
		['with blanks before', '\n  END:VCARDBEGIN:VCARD\n'],
		['with blanks before the end', '\n END:VCARD\nBEGIN:VCARD\n'],
		['with blanks behind', '\nEND:VCARDBEGIN:VCARD  \t\n'],
		['with the line break before the end lost', 'END:VCARDBEGIN:VCARD\n'],
		['with the line breaks around the end lost', 'END:VCARD\nBEGIN:VCARD\n'],
		['with the line break before VERSION lost', '\nEND:VCARDBEGIN:VCARD'],
		['with every line break there lost', 'END:VCARDBEGIN:VCARD'],
		['with carriage returns alone', '\rEND:VCARD\rBEGIN:VCARD\r'],
		['glued between carriage returns', '\rEND:VCARDBEGIN:VCARD\r'],
		['with quotes, as a pasted list has them', '\nEND:VCARD", "BEGIN:VCARD\n'],
		['without the end of the first', '\nBEGIN:VCARD\n'],
	])('are two contacts %s', (_, between) => {
		const { contacts, warnings } = readVCards(ANA + between + BEA);
		expect(warnings).toEqual([]);
		expect(read(ANA + between + BEA)).toEqual(BOTH);
		const ended = /end/i.test(between);
		expect(contacts.flatMap(({ warnings }) => warnings)).toHaveLength(ended ? 0 : 1);
	});

	it('of three that are glued are three', () => {
		const text = `${ANA}\nEND:VCARDBEGIN:VCARD\n${BEA}BEGIN:VCARD\nVERSION:3.0\nFN:Cy\nEND:VCARD`;
		expect(read(text)).toEqual([...BOTH, 'Cy ']);
	});
});

describe('two cards, the first of which ends in a value that is too long for a text', () => {
	const LONG = 'x'.repeat(1_100_000);
	const PHOTO = Buffer.concat([
		Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
		Buffer.alloc(900_002, 0x5a),
	]).toString('base64');

	it.each([
		['a note, without its end', `NOTE:${LONG}`, 'BEGIN:VCARD\n'],
		['a note, with its end', `NOTE:${LONG}`, 'END:VCARDBEGIN:VCARD\n'],
		['a note, with a line break between', `NOTE:${LONG}`, 'END:VCARD\nBEGIN:VCARD\n'],
		['a folded note', `NOTE:${LONG.replace(/x{74}/g, '$&\n ')}`, 'END:VCARD BEGIN:VCARD\n'],
		['several notes', `NOTE:${LONG.slice(0, 600_000)}\n`.repeat(2).trim(), 'BEGIN:VCARD\n'],
		['a picture', `PHOTO;ENCODING=b;TYPE=JPEG:${PHOTO}`, 'END:VCARDBEGIN:VCARD\n'],
		['a picture, without the end', `PHOTO;ENCODING=b;TYPE=JPEG:${PHOTO}`, 'BEGIN:VCARD\n'],
	])('are two contacts: %s', (_, value, between) => {
		const text = `${ANA}\n${value}${between}${BEA}`;
		const { contacts, warnings } = readVCards(text);
		expect(read(text)).toEqual(BOTH);
		expect(warnings).toEqual([]);
		expect(contacts[1]?.warnings).toEqual([]);
		if (value.startsWith('PHOTO')) {
			expect(contacts[0]?.draft.photo).toBe(`data:image/jpeg;base64,${PHOTO}`);
		}
	});
});

describe('one card', () => {
	it.each([
		['mentions a limit in a sentence', 'NOTE:starts with BEGIN:VCARD and ends with END:VCARD here'],
		['ends a note with one', 'NOTE:every card ends with END:VCARD'],
		['begins a note with one', 'NOTE:BEGIN:VCARD is the first line'],
		['says both in a note', 'NOTE:the limits END:VCARD BEGIN:VCARD'],
		[
			'has the card of an assistant as a value',
			'AGENT:BEGIN:VCARD\\nVERSION:3.0\\nFN:B\\nEND:VCARD',
		],
		['has it on the lines after', 'AGENT:\nBEGIN:VCARD\nVERSION:2.1\nN:B\nTEL:5\nEND:VCARD'],
		['has it from the same line on', 'AGENT:BEGIN:VCARD\nVERSION:2.1\nN:B\nTEL:5\nEND:VCARD'],
	])('stays one contact that %s', (_, line) => {
		const text = `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n${line}\nTEL:+447700900123\nEND:VCARD\n`;
		expect(read(text)).toEqual(['Ana +447700900123']);
	});

	it('keeps a note that talks about limits', () => {
		const note = 'the limits are BEGIN:VCARD and END:VCARD';
		const text = `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nNOTE:${note}\nEND:VCARD\n`;
		expect(readVCards(text).contacts[0]?.draft.note).toBe(note);
	});
});

describe('a card whose line breaks are lost', () => {
	it.each([
		['written out', ANA.replaceAll('\n', '\\n') + '\\nEND:VCARD'],
		['written out as CRLF', ANA.replaceAll('\n', '\\r\\n') + '\\r\\nEND:VCARD\n'],
		['written out twice', ANA.replaceAll('\n', '\\\\n') + '\\\\nEND:VCARD'],
		['written out, in quotes', JSON.stringify(`${ANA}\nEND:VCARD`)],
		['written out as line feeds of JSON', JSON.stringify(`${ANA}\r\nEND:VCARD\r\n`).slice(1, -1)],
		['made spaces', ANA.replaceAll('\n', ' ') + ' END:VCARD'],
	])('is read where they are %s', (_, text) => {
		expect(read(text)).toEqual(['Ana +447700900123']);
	});

	it('keeps the line breaks of its note, and what JSON escapes', () => {
		const card = 'BEGIN:VCARD\r\nFN:Zo\u00eb "Z"\r\nNOTE:one\\ntwo\\, three\r\nEND:VCARD';
		const json = JSON.stringify(card).replace('\u00eb', '\\u00eb').slice(1, -1);
		expect(readVCards(json).contacts[0]?.draft).toMatchObject({
			name: { formatted_name: 'Zoë "Z"' },
			note: 'one\ntwo, three',
		});
	});
});

describe('a group', () => {
	it.each([
		'KIND:group',
		'kind:Group',
		'X-ADDRESSBOOKSERVER-KIND:group',
		'item1.X-ADDRESSBOOKSERVER-KIND:GROUP',
		'MEMBER:urn:uuid:1',
		'X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:1',
	])('is no contact: %s', (line) => {
		const group = `BEGIN:VCARD\nVERSION:3.0\nN:Choir\nFN:Choir\n${line}\nEND:VCARD\n`;
		const { contacts, warnings } = readVCards(`${group}${ANA}\nEND:VCARD`);
		expect(contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(['Ana']);
		expect(warnings).toEqual([
			{
				field: 'card',
				message: 'line 1: "Choir" is a group of contacts, not a person, and was left out',
			},
		]);
	});
});

describe('a card behind other words', () => {
	it.each([
		['Here it is: BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD', ['Ana'], 'line 1'],
		['vcard=BEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD', ['Ana'], 'line 1'],
		['Ana: BEGIN:VCARD VERSION:3.0 FN:Ana END:VCARD', ['Ana'], 'line 1'],
		[
			'BEGIN:VCARD\nFN:Ana\nEND:VCARD\nand (BEGIN:VCARD\nFN:Ben\nEND:VCARD',
			['Ana', 'Ben'],
			'line 4',
		],
	])('is read: %j', (text, names, lines) => {
		expect(isVCard(text)).toBe(true);
		const { contacts, warnings } = readVCards(text);
		expect(contacts.map(({ draft }) => draft.name?.formatted_name)).toEqual(names);
		expect(warnings).toEqual([
			{ field: 'card', message: `${lines}: text outside of a card was left out` },
		]);
	});

	it('is none where it only talks about cards, in text or in a note', () => {
		expect(isVCard('A card begins with BEGIN:VCARD and ends with END:VCARD.\nSo it is.')).toBe(
			false,
		);
		const { contacts } = readVCards('BEGIN:VCARD\nFN:Ana\nNOTE:see BEGIN:VCARD\nEND:VCARD');
		expect(contacts).toHaveLength(1);
	});
});

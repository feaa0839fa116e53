import { decodeVCardFile } from '../../../nodes/contact/vcard/charset';
import { readVCards } from '../../../nodes/contact/vcard/read';

/** The texts of a file and the messages about it, by card. */
function read(text: string): Array<{ name: string | undefined; messages: string[] }> {
	return readVCards(text).contacts.map(({ draft, warnings }) => ({
		name: draft.name?.formatted_name,
		messages: warnings.map(({ message }) => message),
	}));
}

function card(...lines: string[]): string {
	return ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\n');
}

describe('several cards', () => {
	it('are several contacts', () => {
		expect(read(card('FN:A') + card('FN:B') + '\n\n' + card('FN:C'))).toEqual([
			{ name: 'A', messages: [] },
			{ name: 'B', messages: [] },
			{ name: 'C', messages: [] },
		]);
	});

	it('may each begin with a byte-order mark', () => {
		const text = `\ufeff${card('FN:A')}\ufeff${card('FN:B')}`;
		expect(read(text)).toEqual([
			{ name: 'A', messages: [] },
			{ name: 'B', messages: [] },
		]);
	});

	it('leave out the text around them', () => {
		const { contacts, warnings } = readVCards(`Hello\n${card('FN:A')} \nbye\n-- \n b\nFN:C\n`);
		expect(contacts).toHaveLength(1);
		expect(warnings).toEqual([
			{ field: 'card', message: 'lines 1, 7, 8 and 1 more: text outside of a card was left out' },
		]);
	});

	it('that begin indented after other text are told apart from it', () => {
		expect(read('Dear all:\n  BEGIN:VCARD\n  FN:A\n  END:VCARD\n')).toEqual([
			{ name: 'A', messages: [] },
		]);
	});
});

describe('a card without an end', () => {
	it('ends where the next one begins, and where the text ends', () => {
		expect(read('BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B')).toEqual([
			{ name: 'A', messages: ['line 1: the card that begins here has no END:VCARD'] },
			{ name: 'B', messages: ['line 3: the card that begins here has no END:VCARD'] },
		]);
	});

	it('and without a property is none', () => {
		expect(readVCards(`BEGIN:VCARD\n${card('FN:A')}BEGIN:VCARD`)).toMatchObject({
			contacts: [{ draft: { name: { formatted_name: 'A' } } }],
			warnings: [{ field: 'card', message: 'lines 1 and 6: the card that begins here is empty' }],
		});
	});
});

describe('the card of an agent', () => {
	it('is left out, on lines of its own as in vCard 2.1', () => {
		const agent = ['AGENT:', 'BEGIN:VCARD', 'FN:B', 'AGENT:', 'BEGIN:VCARD', 'FN:C'];
		expect(
			read(card('FN:A', ...agent, 'END:VCARD', 'END:VCARD', 'TITLE:X') + card('FN:D')),
		).toEqual([
			{ name: 'A', messages: ['line 4: AGENT is the card of another person and was left out'] },
			{ name: 'D', messages: [] },
		]);
	});

	it('is left out, in a value as in vCard 3.0', () => {
		expect(read(card('AGENT:BEGIN:VCARD\\nFN:B\\nEND:VCARD', 'FN:A'))).toEqual([
			{ name: 'A', messages: ['line 3: AGENT is the card of another person and was left out'] },
		]);
	});
});

describe('what a contact cannot hold', () => {
	it('is reported once for each property, with the lines', () => {
		const lines = ['X-AIM:a', 'FN:A', 'x-aim:b', 'item1.X-AIM:c', 'X-AIM:d', 'X-AIM:e', 'GENDER:M'];
		expect(read(card(...lines))).toEqual([
			{
				name: 'A',
				messages: [
					'lines 3, 5, 6 and 2 more: X-AIM is not a field of a contact card and was left out',
					'line 9: GENDER is not a field of a contact card and was left out',
				],
			},
		]);
	});

	it('is named by the property in the warning', () => {
		const { contacts } = readVCards(card('FN:A', 'X-AIM:a', 'BDAY:1990', ';no property'));
		expect(contacts[0]?.warnings.map(({ field }) => field)).toEqual(['X-AIM', 'birthday', 'card']);
	});

	it.each([
		...['PRODID:x', 'REV:2020', 'UID:x', 'KIND:individual', 'KIND:org', 'SOURCE:x', 'X-AIM:'],
		...['CATEGORIES:myContacts', 'CATEGORIES:My Contacts,starred', 'X-ABShowAs:COMPANY', 'GEO:;'],
	])('is not reported where nobody misses it: %s', (line) => {
		expect(read(card('FN:A', line))).toEqual([{ name: 'A', messages: [] }]);
	});

	it.each([
		'KIND:location',
		'CATEGORIES:myContacts,VIP',
		'X-ANDROID-CUSTOM:vnd.x;a',
		'IMPP:xmpp:a',
	])('is reported: %s', (line) => {
		const name = line.split(':')[0] ?? '';
		expect(read(card('FN:A', line))).toEqual([
			{
				name: 'A',
				messages: [`line 4: ${name} is not a field of a contact card and was left out`],
			},
		]);
	});

	it.each([':a', ';TYPE=a:b', 'TEL;CELL', 'TEL;TYPE=CELL', 'X-A;b'])(
		'and is no property is reported: %s',
		(line) => {
			expect(read(card('FN:A', line))).toEqual([
				{ name: 'A', messages: [`line 4: "${line}" is not a property, so it was left out`] },
			]);
		},
	);

	it('is counted past fifty different properties', () => {
		const lines = Array.from({ length: 60 }, (_, index) => `X-${index}:a`);
		const [{ messages } = { messages: [] }] = read(card(...lines));
		expect(messages).toHaveLength(51);
		expect(messages.at(-1)).toBe('10 more lines could not be used either');
	});
});

describe('the bytes of a file', () => {
	const lines = 'BEGIN:VCARD\r\nVERSION:2.1\r\nFN:José – 日\r\nEND:VCARD\r\n';

	it.each([
		['UTF-8', Buffer.from(lines)],
		['UTF-8 with a byte-order mark', Buffer.from(`\ufeff${lines}`)],
		['UTF-16 little-endian', Buffer.from(`\ufeff${lines}`, 'utf16le')],
		['UTF-16 big-endian', Buffer.from(`\ufeff${lines}`, 'utf16le').swap16()],
	])('are read as %s', (_, bytes) => {
		expect(decodeVCardFile(bytes)).toBe(lines);
	});

	it.each([
		['the charset of the line', 'FN;CHARSET=ISO-8859-2:£ukasz', 'FN;CHARSET=ISO-8859-2:Łukasz'],
		[
			'a charset in quotes',
			'FN;X=1;charset="iso-8859-2":£\n ó',
			'FN;X=1;charset="iso-8859-2":Ł\n ó',
		],
		[
			'the charset of another line',
			'FN:£\rX;CHARSET=ISO-8859-2:a\r',
			'FN:Ł\rX;CHARSET=ISO-8859-2:a\r',
		],
		['Windows-1252 without a charset', 'FN:Jos\xe9 \x96 \x80\r\n', 'FN:José – €\r\n'],
		['Windows-1252 with a wrong one', 'FN;CHARSET=UTF-8:Jos\xe9', 'FN;CHARSET=UTF-8:José'],
		['Windows-1252 with an unknown one', 'FN;CHARSET=X:Jos\xe9', 'FN;CHARSET=X:José'],
	])('that are not UTF-8 are read by %s', (_, written, text) => {
		expect(decodeVCardFile(Buffer.from(written, 'latin1'))).toBe(text);
	});

	it('may be of several charsets, line by line', () => {
		const bytes = Buffer.concat([
			Buffer.from('FN:José\n'),
			Buffer.from('TITLE;CHARSET=ISO-8859-1:Jos\xe9\n', 'latin1'),
			Buffer.from('NOTE;CHARSET=SHIFT_JIS:\x93\xfa\x96\x7b', 'latin1'),
		]);
		expect(decodeVCardFile(bytes)).toBe(
			'FN:José\nTITLE;CHARSET=ISO-8859-1:José\nNOTE;CHARSET=SHIFT_JIS:日本',
		);
	});

	it.each(['\r\n ', '\n ', '\n\t', '\r '])(
		'may be folded inside of a character, with %j',
		(fold) => {
			for (const [character, at] of [
				['é', 1],
				['日', 1],
				['日', 2],
				['😀', 1],
				['😀', 3],
			] as const) {
				const bytes = Buffer.from(character);
				const folded = Buffer.concat([
					Buffer.from('BEGIN:VCARD\nFN:a'),
					bytes.subarray(0, at),
					Buffer.from(fold),
					bytes.subarray(at),
					Buffer.from(`b${fold}c\nEND:VCARD`),
				]);
				expect(read(decodeVCardFile(folded))).toEqual([{ name: `a${character}bc`, messages: [] }]);
			}
		},
	);

	it('keep their line numbers where a fold was moved', () => {
		const bytes = Buffer.from(card('FN:\xc3\r\n \xa9', 'X-AIM:a'), 'latin1');
		expect(read(decodeVCardFile(bytes))).toEqual([
			{
				name: 'é',
				messages: ['line 5: X-AIM is not a field of a contact card and was left out'],
			},
		]);
	});

	it('may be none', () => {
		expect(decodeVCardFile(new Uint8Array())).toBe('');
		expect(decodeVCardFile(Uint8Array.of(0xe9))).toBe('é');
	});
});

import fc from 'fast-check';

import { readLongVCards, readVCards } from '../../../nodes/contact/vcard/read';
import { LongTask } from '../../../nodes/eventLoop/longTask';
import { read, warningsOf } from './oneCard';

const QP = 'ENCODING=QUOTED-PRINTABLE';
const WARNING = (name: string, next: string) =>
	`line 3: ${name} ends with = as if it went on, but ${next} is on the next line`;

describe('a quoted-printable value that ends with = before the next property', () => {
	it.each([
		['TEL', 'TEL;CELL:+447700900123', { phones: [{ phone: '+447700900123', type: 'CELL' }] }],
		['TEL', 'TEL:+447700900123', { phones: [{ phone: '+447700900123' }] }],
		[
			'TEL',
			'item1.TEL;TYPE=CELL:+447700900123',
			{ phones: [{ phone: '+447700900123', type: 'CELL' }] },
		],
		['EMAIL', 'EMAIL;INTERNET:ana@example.com', { emails: [{ email: 'ana@example.com' }] }],
		['ORG', `ORG;CHARSET=UTF-8;${QP}:Caf=C3=A9`, { org: { company: 'Café' } }],
		['URL', 'URL:https://example.com', { urls: [{ url: 'https://example.com' }] }],
	])('leaves %s alone and says so', (next, line, found) => {
		const lines = `FN;CHARSET=UTF-8;${QP}:Zo=C3=AB=\n${line}`;
		expect(read(lines, '2.1')).toEqual({ name: { formatted_name: 'Zoë' }, ...found });
		expect(warningsOf(lines, '2.1')).toEqual([WARNING('FN', next)]);
	});

	it('knows small letters where its own name has them', () => {
		const lines = `fn;${QP.toLowerCase()}:Ana=\ntel:+447700900123`;
		expect(read(lines, '2.1').phones).toEqual([{ phone: '+447700900123' }]);
		expect(warningsOf(lines, '2.1')).toEqual([WARNING('FN', 'TEL')]);
	});

	it('is the same for a value of many lines', () => {
		const lines = `NOTE;${QP}:one=\n two=\n three=\nTEL;HOME:+447700900123`;
		const found = read(`FN:Ana\n${lines}`, '2.1');
		expect(found.phones).toEqual([{ phone: '+447700900123', type: 'HOME' }]);
		expect(found.note).toMatch(/^one ?two ?three$/);
	});

	it('is the same for a long file, which is read in pieces', async () => {
		const card = `BEGIN:VCARD\nVERSION:2.1\nFN;${QP}:Ana=\nTEL;CELL:+447700900123\nEND:VCARD\n`;
		const { contacts } = await readLongVCards(card.repeat(5000), new LongTask());
		expect(contacts).toHaveLength(5000);
		for (const { draft } of contacts) expect(draft.phones).toHaveLength(1);
	});
});

describe('a text that only looks like a property behind a soft break', () => {
	it.each([
		['a sentence', `Ask him.=\nTEL: ask Ben`, 'Ask him.TEL: ask Ben'],
		['a line of its own', `Desk:=0D=0A=\nTEL:5`, 'Desk:\nTEL:5'],
		['a line that goes on', `call =\nTEL:5=\n55`, 'call TEL:555'],
		['a word in small letters', `write to=\ntel:5`, 'write totel:5'],
		['an address', `see =\nhttps://example.com`, 'see https://example.com'],
		['a name that no program writes', `see =\nPAGE;TWO:x`, 'see PAGE;TWO:x'],
	])('stays a part of it: %s', (_, lines, note) => {
		expect(read(`FN:Ana\nNOTE;${QP}:${lines}`, '2.1')).toEqual({
			name: { formatted_name: 'Ana' },
			note,
		});
		expect(warningsOf(`FN:Ana\nNOTE;${QP}:${lines}`, '2.1')).toEqual([]);
	});

	it('holds for every text, encoded as programs encode it', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('TEL', ':', ';', 'CELL', '=', ' ', 'é', '\n', '5', 'NOTE', 'x'), {
					minLength: 1,
					maxLength: 60,
				}),
				fc.integer({ min: 4, max: 76 }),
				(words, width) => {
					const text = `n${words.join('')}n`;
					// A colon is encoded as well: with it, a line could be a property in every respect
					const bytes = [...Buffer.from(text.replace(/\n/g, '\r\n'))].map((byte) => {
						return /[\w ]/.test(String.fromCharCode(byte))
							? String.fromCharCode(byte)
							: `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
					});
					const lines: string[] = [];
					let line = '';
					for (const byte of bytes) {
						if (line.length + byte.length >= width) {
							lines.push(line);
							line = '';
						}
						line += byte;
					}
					lines.push(line);
					const card = `BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ana\r\nNOTE;CHARSET=UTF-8;${QP}:=\r\n${lines.join('=\r\n')}\r\nTEL:+447700900123\r\nEND:VCARD\r\n`;
					const [contact] = readVCards(card).contacts;
					expect(contact?.draft.note).toBe(text);
					expect(contact?.draft.phones).toEqual([{ phone: '+447700900123' }]);
				},
			),
			{ seed: 5, numRuns: 1000 },
		);
	});
});

/** Lines of megabytes in files that are not UTF-8: read in pieces, which cut characters. */

import { decodeSteps, decodeVCardFile } from '../../../nodes/contact/vcard/charset';

const BEGIN = 'BEGIN:VCARD\r\nVERSION:2.1\r\n';
const END = '\r\nEND:VCARD\r\n';
/** In a line of its own, so that the file is not UTF-8. */
const LATIN = Buffer.from('FN:Zo\xeb\r\n', 'latin1');

const file = (head: string, value: Uint8Array) =>
	Buffer.concat([Buffer.from(BEGIN), LATIN, Buffer.from(head), value, Buffer.from(END)]);
const times = (count: number, ...bytes: number[]) =>
	Buffer.alloc(count * bytes.length, Buffer.from(bytes));
/** An odd number of bytes, so that pieces cut characters. */
const SHIFT_JIS = Buffer.concat([Buffer.from('x'), times(500_000, 0x8e, 0x52)]);

describe('a long line of a file that is not UTF-8', () => {
	it.each([
		['in Shift_JIS', 'NOTE;CHARSET=SHIFT_JIS:', SHIFT_JIS, `x${'山'.repeat(500_000)}`],
		[
			'in GB18030, four bytes a character',
			'NOTE;CHARSET=GB18030:',
			times(200_000, 0x81, 0x30, 0x81, 0x30),
			'\x80'.repeat(200_000),
		],
		['in Windows-1252', 'NOTE:', times(600_000, 0x80, 0xe9), '€é'.repeat(600_000)],
		['in an unknown charset', 'NOTE;CHARSET=X-NONE:', times(600_000, 0x80), '€'.repeat(600_000)],
		['in UTF-8', 'NOTE:', times(400_000, 0xe2, 0x82, 0xac), '€'.repeat(400_000)],
		['of ASCII', 'NOTE:', times(1_000_000, 0x61), 'a'.repeat(1_000_000)],
	])('is text %s', (_, head, value, text) => {
		const decoded = decodeVCardFile(file(head, value));
		expect(decoded.slice(decoded.indexOf('NOTE')) === head + text + END).toBe(true);
	});

	it('is one with its folds', () => {
		const folded = Buffer.from('\xe9'.repeat(70) + '\r\n ', 'latin1');
		const value = Buffer.alloc(folded.length * 10_000, folded);
		const expected = `${BEGIN}FN:Zoë\r\nNOTE:${`${'é'.repeat(70)}\r\n `.repeat(10_000)}${END}`;
		expect(decodeVCardFile(file('NOTE:', value)) === expected).toBe(true);
	});

	it('comes in short pieces', () => {
		for (const piece of decodeSteps(file('NOTE:', times(2_000_000, 0xe9)))) {
			expect(piece.length).toBeLessThanOrEqual(262_144);
		}
	});
});

import { inflateSync } from 'node:zlib';
import jsQR from 'jsqr';

import { readVCards } from '../../nodes/contact/vcard/read';
import { CONVERT, runConvert } from './workflow';

interface Picture {
	side: number;
	/** RGBA, as a camera gives it. */
	pixels: Uint8ClampedArray;
}

/** Reads a PNG of one bit a pixel, with another implementation of deflate than the one that wrote it. */
function readPng(png: Buffer): Picture {
	expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
	const data: Buffer[] = [];
	let side = 0;
	for (let place = 8; place < png.length;) {
		const length = png.readUInt32BE(place);
		const type = png.toString('latin1', place + 4, place + 8);
		const content = png.subarray(place + 8, place + 8 + length);
		if (type === 'IHDR') side = content.readUInt32BE(0);
		if (type === 'IDAT') data.push(content);
		place += length + 12;
	}
	const rows = inflateSync(Buffer.concat(data));
	const rowLength = 1 + Math.ceil(side / 8);
	expect(rows).toHaveLength(rowLength * side);
	const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
	for (let y = 0; y < side; y++) {
		for (let x = 0; x < side; x++) {
			const bit = (rows[y * rowLength + 1 + (x >> 3)]! >> (7 - (x & 7))) & 1;
			pixels.fill(bit * 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
		}
	}
	return { side, pixels };
}

async function convert(contacts: unknown, options = {}) {
	const run = await runConvert({
		operation: 'toQrCode',
		contactSource: 'json',
		contactsJson: JSON.stringify(contacts),
		options,
	});
	expect(run.error).toBeUndefined();
	return run.items(CONVERT).map(({ json, binary }) => {
		const file = binary!['data']!;
		const { side, pixels } = readPng(Buffer.from(file.data, 'base64'));
		const text = jsQR(pixels, side, side)?.data ?? '';
		return { json, file, side, text, contact: readVCards(text).contacts[0]?.draft };
	});
}

const ANA = {
	name: { formatted_name: 'Ana Souza 李 👋', first_name: 'Ana', last_name: 'Souza 李 👋' },
	phones: [{ phone: '+55 11 98765-0001', type: 'CELL' }],
	emails: [{ email: 'ana@example.com' }],
};

describe('toQrCode', () => {
	it('draws a vCard that a camera reads back, a picture per contact', async () => {
		const [ana, bo] = await convert([
			ANA,
			{ name: { formatted_name: 'Bo' }, phones: [{ phone: '+447700900001' }] },
		]);
		expect(ana?.text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n[\s\S]*END:VCARD\r\n$/);
		expect(ana?.contact).toMatchObject({
			name: { formatted_name: 'Ana Souza 李 👋' },
			phones: [{ phone: '+5511987650001' }],
			emails: [{ email: 'ana@example.com' }],
		});
		expect(ana?.json).toEqual({
			fileName: 'Ana Souza 李 👋.png',
			name: 'Ana Souza 李 👋',
			warnings: [],
		});
		expect(ana?.file).toMatchObject({ mimeType: 'image/png', fileName: 'Ana Souza 李 👋.png' });
		expect(ana?.side).toBe(600);
		expect(bo?.contact).toMatchObject({ phones: [{ phone: '+447700900001' }] });
	});

	it.each(['L', 'M', 'Q', 'H'])('takes the error correction %s', async (errorCorrection) => {
		const [ana] = await convert(ANA, { errorCorrection, size: 321 });
		expect(ana?.side).toBe(321);
		expect(ana?.contact).toMatchObject({ phones: [{ phone: '+5511987650001' }] });
	});

	it('leaves out what has no room, the least useful first, and says so', async () => {
		const photo = `data:image/png;base64,${'A'.repeat(400)}`;
		const [ana] = await convert({ ...ANA, photo, note: 'x'.repeat(2500) }, { size: 200 });
		expect(ana?.json).toMatchObject({
			warnings: [
				{ field: 'photo', message: 'A QR code has no room for pictures; the photo was left out' },
				{
					field: 'note',
					message:
						'A QR code holds at most 2,331 bytes with this error correction; the note was left out',
				},
			],
		});
		expect(ana?.contact).toMatchObject({ emails: [{ email: 'ana@example.com' }] });
		expect(ana?.text).not.toMatch(/NOTE|PHOTO/);
	});

	it('numbers pictures that would have the same name', async () => {
		const pictures = await convert([ANA, ANA], { fileName: 'badge.png', size: 200 });
		expect(pictures.map(({ file }) => file.fileName)).toEqual(['badge-1.png', 'badge-2.png']);
	});

	it.each([
		[{ size: 0 }, 'Size must be a whole number from 1 to 2000'],
		[{ size: 'big' }, 'Size must be a whole number from 1 to 2000'],
		[{ errorCorrection: 'X' }, 'Error Correction has an unknown value'],
	])('refuses %j', async (options, message) => {
		const run = await runConvert({
			operation: 'toQrCode',
			contactSource: 'json',
			contactsJson: JSON.stringify(ANA),
			options,
		});
		expect(run.error?.message).toContain(message);
	});

	it('refuses a name that has no room', async () => {
		const run = await runConvert({
			operation: 'toQrCode',
			contactSource: 'json',
			contactsJson: JSON.stringify({ name: { formatted_name: 'x'.repeat(3000) } }),
		});
		expect(run.error?.message).toContain('The name of the contact is too long for a QR code');
	});
});

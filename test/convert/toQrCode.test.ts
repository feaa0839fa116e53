import { readVCards } from '../../nodes/contact/vcard/read';
import { readQrCode } from '../support/qrCode';
import { CONVERT, runConvert } from './workflow';

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
		const { side, text } = readQrCode(Buffer.from(file.data, 'base64'));
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

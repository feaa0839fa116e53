import { read, refusal } from './context';

describe('a photo from a binary field', () => {
	const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
	const PNG_URI = `data:image/png;base64,${PNG.toString('base64')}`;
	const named = (photoBinaryField: unknown, rest: object = {}) => ({
		contacts: { contact: [{ formattedName: 'Ann', photoBinaryField, ...rest }] },
		flatParameters: { name_formatted_name: 'Ann', photoBinaryField, ...rest },
	});

	it.each<[string, Buffer]>([
		['png', PNG],
		['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
		['gif', Buffer.from('GIF89a\u0001', 'latin1')],
		['webp', Buffer.from('RIFF\u0004\0\0\0WEBPVP8 ', 'latin1')],
		['bmp', Buffer.from('424d3600000000000000', 'hex')],
	])('is a %s by its bytes, in Fields and in Flat', async (format, file) => {
		for (const source of ['fields', 'flat'] as const) {
			const { contacts } = await read(source, named(' data '), {}, { data: file });
			expect(contacts[0]?.contact.photo).toBe(
				`data:image/${format};base64,${file.toString('base64')}`,
			);
		}
	});

	it.each([undefined, null, '', ' '])('is none where %j is named', async (name) => {
		for (const source of ['fields', 'flat'] as const) {
			const { contacts } = await read(source, named(name), {}, { data: PNG });
			expect(contacts[0]?.contact.photo).toBeUndefined();
		}
	});

	it('goes before an address, which is reported', async () => {
		const both = named('data', { photo: 'https://example.com/a.png' });
		for (const source of ['fields', 'flat'] as const) {
			const { contacts } = await read(source, both, {}, { data: PNG });
			expect(contacts[0]?.contact.photo).toBe(PNG_URI);
			expect(contacts[0]?.warnings).toEqual([
				{
					field: 'photo',
					message: 'The photo from the binary field "data" was used; the other one was left out',
				},
			]);
		}
	});

	it.each<[string, unknown, Record<string, string | Buffer> | undefined, string, string]>([
		[
			'no file at all',
			'data',
			undefined,
			'The item has no binary field "data" for the photo',
			'Add a node before this one that outputs the picture, such as Read/Write Files from Disk or HTTP Request.',
		],
		[
			'another file',
			'data',
			{ face: PNG },
			'The item has no binary field "data" for the photo',
			'It has "face": enter one of them in Photo From Binary Field.',
		],
		[
			'a text',
			'data',
			{ data: 'BMW drivers' },
			'The binary field "data" contains no picture that phones can show',
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		],
		[
			'a sound',
			'data',
			{ data: 'RIFF....WAVEfmt ' },
			'The binary field "data" contains no picture that phones can show',
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		],
		[
			'an empty file',
			'data',
			{ data: '' },
			'The binary field "data" contains no picture that phones can show',
			'Use a JPEG, PNG, GIF, WebP or BMP picture.',
		],
		[
			'more than 5 MB',
			'data',
			{ data: Buffer.concat([PNG, Buffer.alloc(5.5 * 1024 * 1024)]) },
			'The picture in the binary field "data" is 5.5 MB',
			'Use one of at most 5 MB; 500 pixels on each side are enough for any phone.',
		],
	])('is refused where there is %s', async (_, name, files, message, fix) => {
		for (const source of ['fields', 'flat'] as const) {
			expect(await refusal(source, named(name), {}, files)).toMatchObject({
				message,
				field: 'photoBinaryField',
				fix,
			});
		}
	});

	it('is refused where the field is given instead of its name', async () => {
		for (const source of ['fields', 'flat'] as const) {
			const { message } = await refusal(source, named({ data: 'x' }), {}, { data: PNG });
			expect(message).toContain('photoBinaryField must be text');
		}
	});
});

import { CONVERT, file, jsonOf, runConvert } from './workflow';

const vcard = (name: string) =>
	`BEGIN:VCARD\r\nVERSION:3.0\r\nN:;${name};;;\r\nFN:${name}\r\nEND:VCARD\r\n`;

const fromText = { operation: 'toFile', contactSource: 'vcard', vcardText: '={{ $json.text }}' };

/** The names of the output files with their texts. */
const filesOf = (run: Awaited<ReturnType<typeof runConvert>>, field = 'data') =>
	run
		.items(CONVERT)
		.map(({ binary }) => [
			binary?.[field]?.fileName,
			Buffer.from(binary?.[field]?.data ?? '', 'base64').toString('utf8'),
		]);

describe('toFile', () => {
	it('writes a file per item, named after its contact, with the number of contacts and the warnings', async () => {
		const run = await runConvert(
			{
				operation: 'toFile',
				contactSource: 'json',
				contactsJson: '={{ $json.contacts }}',
			},
			{
				items: [
					{ json: { contacts: { name: 'Ana Souza', phones: ['+55 11 98765-0001'] } } },
					{
						json: {
							contacts: [
								{ name: { formatted_name: '李小龍' } },
								{ name: { formatted_name: 'Bo' }, phones: [{ phone: '0100' }], shoe: 43 },
							],
						},
					},
				],
			},
		);
		expect(run.error).toBeUndefined();
		expect(run.items(CONVERT)).toEqual([
			{
				json: { fileName: 'Ana Souza.vcf', contacts: 1, warnings: [] },
				binary: {
					data: {
						data: Buffer.from(
							'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Ana Souza;;;\r\nFN:Ana Souza\r\n' +
								'TEL;waid=5511987650001:+5511987650001\r\nEND:VCARD\r\n',
						).toString('base64'),
						mimeType: 'text/vcard',
						fileName: 'Ana Souza.vcf',
						fileExtension: 'vcf',
						fileType: 'text',
						fileSize: '107 B',
						bytes: 107,
					},
				},
				pairedItem: { item: 0 },
			},
			expect.objectContaining({
				json: {
					fileName: 'contacts.vcf',
					contacts: 2,
					warnings: [
						{
							contact: 2,
							field: 'shoe',
							message: 'shoe is not a field of a contact and was left out',
						},
					],
				},
				pairedItem: { item: 1 },
			}),
		]);
		expect(filesOf(run)[1]?.[1]).toBe(
			`${vcard('李小龍')}BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Bo;;;\r\nFN:Bo\r\nTEL:0100\r\nEND:VCARD\r\n`,
		);
	});

	it('combines the contacts of all items in one file, paired with all of them', async () => {
		const run = await runConvert(
			{ ...fromText, outputField: 'card', options: { combineItems: true, fileName: 'all' } },
			{
				items: [
					{ json: { text: vcard('Ana') + vcard('Bo') } },
					{ json: { text: `lost\n${vcard('Chi')}` } },
				],
			},
		);
		expect(jsonOf(run)).toEqual([
			{
				fileName: 'all.vcf',
				contacts: 3,
				warnings: [{ field: 'card', message: 'line 1: text outside of a card was left out' }],
			},
		]);
		expect(run.items(CONVERT)[0]?.pairedItem).toEqual([{ item: 0 }, { item: 1 }]);
		expect(filesOf(run, 'card')).toEqual([['all.vcf', vcard('Ana') + vcard('Bo') + vcard('Chi')]]);
	});

	it.each([
		['', 'A/../B: "x"?\\', 'A-..-B- -x.vcf'],
		['', '...', 'contacts.vcf'],
		['', '🦊'.repeat(100), `${'🦊'.repeat(60)}.vcf`],
		['../../etc/Team.VCF', 'Ana', 'etc-Team.vcf'],
		['.vcf', 'Ana', 'Ana.vcf'],
		['{{ $json.nr }}', 'Ana', '7.vcf'],
	])('names the file %j of %j as %j', async (fileName, name, expected) => {
		const run = await runConvert(
			{
				operation: 'toFile',
				contactSource: 'json',
				contactsJson: '={{ $json.contact }}',
				options: { fileName: fileName.startsWith('{{') ? `=${fileName}` : fileName },
			},
			{ items: [{ json: { nr: 7, contact: { name: { formatted_name: name } } } }] },
		);
		expect(jsonOf(run)[0]?.['fileName']).toBe(expected);
	});

	it('turns a file of another version into one that phones read', async () => {
		const run = await runConvert(
			{ operation: 'toFile', contactSource: 'file', binaryPropertyName: 'data' },
			{
				items: [
					file(
						'BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\nTEL;CELL:+4915112345678\nEND:VCARD\n',
					),
				],
			},
		);
		expect(filesOf(run)).toEqual([
			[
				'Jörg Müller.vcf',
				'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Müller;Jörg;;;\r\nFN:Jörg Müller\r\n' +
					'TEL;type=CELL;waid=4915112345678:+4915112345678\r\nEND:VCARD\r\n',
			],
		]);
	});
});

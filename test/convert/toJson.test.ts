import { CONVERT, file, hintsOf, jsonOf, runConvert } from './workflow';

const TWO_CARDS = [
	'BEGIN:VCARD',
	'VERSION:3.0',
	'FN:Dr. Ana Souza',
	'N:Souza;Ana;;Dr.;',
	'TEL;type=CELL:+55 11 98765-0001',
	'EMAIL;type=WORK:ana@example.com',
	'BDAY:19880229',
	'END:VCARD',
	'BEGIN:VCARD',
	'VERSION:2.1',
	'N:Berg;Bo',
	'TEL;WORK:020 7946 0002',
	'END:VCARD',
].join('\r\n');

const ana = {
	name: {
		formatted_name: 'Dr. Ana Souza',
		prefix: 'Dr.',
		first_name: 'Ana',
		last_name: 'Souza',
	},
	phones: [{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' }],
	emails: [{ email: 'ana@example.com', type: 'WORK' }],
	birthday: '1988-02-29',
};

describe('toJson', () => {
	it('gives each contact of a file as the neutral contact, paired with its input item', async () => {
		const run = await runConvert(
			{
				operation: 'toJson',
				contactSource: 'file',
				binaryPropertyName: 'card',
				options: { defaultCountry: 'GB' },
			},
			{ items: [file(TWO_CARDS, 'card')] },
		);
		expect(jsonOf(run)).toEqual([
			ana,
			{
				name: { formatted_name: 'Bo Berg', first_name: 'Bo', last_name: 'Berg' },
				phones: [{ phone: '+442079460002', type: 'WORK', wa_id: '442079460002' }],
			},
		]);
		expect(run.items(CONVERT).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
		]);
		expect(hintsOf(run)).toEqual([]);
	});

	it('gives flat parameters', async () => {
		const run = await runConvert({
			operation: 'toJson',
			format: 'flat',
			contactSource: 'json',
			contactsJson: JSON.stringify([ana]),
		});
		expect(jsonOf(run)).toEqual([
			{
				name_formatted_name: 'Dr. Ana Souza',
				name_first_name: 'Ana',
				name_last_name: 'Souza',
				name_prefix: 'Dr.',
				phone_1_phone: '+5511987650001',
				phone_1_type: 'CELL',
				phone_1_wa_id: '5511987650001',
				email_1_email: 'ana@example.com',
				email_1_type: 'WORK',
				birthday: '1988-02-29',
			},
		]);
	});

	it('gives vCard 3.0 text', async () => {
		const run = await runConvert({
			operation: 'toJson',
			format: 'vcard',
			contactSource: 'flat',
			flatParameters: { name_formatted_name: 'Zoë; Ltd', phone_1_phone: '+442079460002' },
		});
		expect(jsonOf(run)).toEqual([
			{
				vcard:
					'BEGIN:VCARD\r\nVERSION:3.0\r\nN:;Zoë\\; Ltd;;;\r\nFN:Zoë\\; Ltd\r\n' +
					'TEL;waid=442079460002:+442079460002\r\nEND:VCARD\r\n',
			},
		]);
	});

	it('reads what it wrote as the same contact', async () => {
		const written = await runConvert({
			operation: 'toJson',
			format: 'vcard',
			contactSource: 'json',
			contactsJson: JSON.stringify(ana),
		});
		const read = await runConvert(
			{ operation: 'toJson', contactSource: 'vcard', vcardText: '={{ $json.vcard }}' },
			{ items: jsonOf(written).map((json) => ({ json })) },
		);
		expect(jsonOf(read)).toEqual([ana]);
	});

	it('takes the fields of the node, and gives no WhatsApp ID where it shall not', async () => {
		const run = await runConvert({
			operation: 'toJson',
			contactSource: 'fields',
			contacts: {
				contact: [{ firstName: 'Ana', phones: { phone: [{ phone: '+5511987650001' }] } }],
			},
			options: { whatsappId: 'asGiven' },
		});
		expect(jsonOf(run)).toEqual([
			{
				name: { formatted_name: 'Ana', first_name: 'Ana' },
				phones: [{ phone: '+5511987650001' }],
			},
		]);
	});

	it('shows what could not be kept as a hint, with item and contact', async () => {
		const run = await runConvert(
			{ operation: 'toJson', contactSource: 'vcard', vcardText: '={{ $json.text }}' },
			{
				items: [
					{ json: { text: 'BEGIN:VCARD\nFN:Ana\nTEL:0100 <b>\nEND:VCARD' } },
					{ json: { text: 'stray\nBEGIN:VCARD\nFN:Bo\nEND:VCARD' } },
				],
			},
		);
		expect(jsonOf(run).map((json) => json['name'])).toEqual([
			{ formatted_name: 'Ana', first_name: 'Ana' },
			{ formatted_name: 'Bo', first_name: 'Bo' },
		]);
		expect(hintsOf(run)).toEqual([
			'Not everything could be kept as it was given (2 warnings):<br>' +
				'Contact 1, phones [item 0]: &quot;0100 &lt;b&gt;&quot; is not one phone number; it is sent as typed<br>' +
				'card [item 1]: line 1: text outside of a card was left out',
		]);
	});

	it('spells out ten warnings and counts the others', async () => {
		const cards = Array.from({ length: 12 }, () => 'BEGIN:VCARD\nFN:Ana\nTEL:x\nEND:VCARD');
		const run = await runConvert({
			operation: 'toJson',
			contactSource: 'vcard',
			vcardText: cards.join('\n'),
		});
		const lines = hintsOf(run)[0]?.split('<br>') ?? [];
		expect(lines).toHaveLength(12);
		expect(lines[0]).toBe('Not everything could be kept as it was given (12 warnings):');
		expect(lines[11]).toBe('and 2 more');
	});
});

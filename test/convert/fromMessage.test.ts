import chert from './fixtures/chert.json';
import evolution from './fixtures/evolution.json';
import evolutionGo from './fixtures/evolutionGo.json';
import gowa from './fixtures/gowa.json';
import gowaV7 from './fixtures/gowaV7.json';
import greenApi from './fixtures/greenApi.json';
import infobip from './fixtures/infobip.json';
import openWa from './fixtures/openWa.json';
import quepasa from './fixtures/quepasa.json';
import ryzeapi from './fixtures/ryzeapi.json';
import telegram from './fixtures/telegram.json';
import uazapi from './fixtures/uazapi.json';
import waha from './fixtures/waha.json';
import wawp from './fixtures/wawp.json';
import whapi from './fixtures/whapi.json';
import whatsAppCloud from './fixtures/whatsAppCloud.json';
import wuzapi from './fixtures/wuzapi.json';
import wwebjsApi from './fixtures/wwebjsApi.json';
import zApi from './fixtures/zApi.json';
import zapperApi from './fixtures/zapperApi.json';
import { expected, inGroup, ana, bo, read } from './receivedMessages';
import { CONVERT, hintsOf, jsonOf, runConvert } from './workflow';

describe.each([
	['whatsAppCloud', whatsAppCloud.body, expected.whatsAppCloud],
	['telegram', telegram.body, expected.telegram],
	['evolution', evolution.body, expected.evolution],
	['waha', waha.body, expected.waha],
	['gowa', gowa.body, expected.gowa],
	[
		'gowa up to v7',
		gowaV7.body,
		expected.gowa.map((output) => ({ ...output, messageId: '3EB0C7' })),
	],
	['zApi', zApi.body, expected.zApi],
	['evolutionGo', evolutionGo.body, inGroup('evolutionGo', '3EB0E2', [ana, bo])],
	['greenApi', greenApi.body, inGroup('greenApi', '3EB0E6', [ana, bo], '12025550143@c.us')],
	[
		'infobip',
		infobip.body,
		[
			{
				provider: 'infobip',
				from: '12025550143',
				chatId: '12025550143',
				messageId: 'ABEGVUGWh3gEAgo-sLTvmjMKSFj1',
				contact: {
					name: {
						formatted_name: 'Dr. Ana Souza',
						first_name: 'Ana',
						last_name: 'Souza',
						prefix: 'Dr.',
					},
					phones: [{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' }],
					emails: [{ email: 'ana@example.com', type: 'WORK' }],
					addresses: [
						{
							street: 'Rua das Flores, 12',
							city: 'São Paulo',
							zip: '01310-000',
							country: 'Brazil',
							country_code: 'BR',
							type: 'WORK',
						},
					],
					org: { company: 'Padaria Aurora', department: 'Kitchen', title: 'Baker' },
					urls: [{ url: 'https://aurora.example', type: 'WORK' }],
					birthday: '1988-02-29',
				},
			},
		],
	],
	[
		'openWa',
		openWa.body,
		inGroup('openWa', 'false_120363040000000001@g.us_3EB0E8_81896604192873@lid', [ana]),
	],
	['ryzeapi', ryzeapi.body, inGroup('ryzeapi', '3EB0EA', [ana])],
	['uazapi', uazapi.body, inGroup('uazapi', '3EB0E4', [ana])],
	[
		'wawp',
		wawp.body,
		[
			{
				provider: 'wawp',
				from: '12025550143@c.us',
				chatId: '12025550143@c.us',
				messageId: 'false_12025550143@c.us_3EB0EB',
				contact: ana,
			},
		],
	],
	['whapi', whapi.body, inGroup('whapi', 'PsqIaXmRbSQ-wKgGNQM', [ana, bo], '12025550143')],
	['wuzapi', wuzapi.body, inGroup('wuzapi', '3EB0E1', [ana, bo])],
	[
		'wwebjsApi',
		wwebjsApi.body,
		inGroup(
			'wwebjsApi',
			'false_120363040000000001@g.us_3EB0E9_12025550143@c.us',
			[ana, bo],
			'12025550143@c.us',
		),
	],
	['zapperApi', zapperApi.body, inGroup('zapperApi', '3EB0E3', [ana, bo])],
])('a message of %s', (_provider, body, outputs) => {
	it('gives its contacts, from the body itself', async () => {
		const run = await read(body);
		expect(jsonOf(run)).toEqual(outputs);
		expect(run.items(CONVERT).map(({ pairedItem }) => pairedItem)).toEqual(
			outputs.map(() => ({ item: 0 })),
		);
		expect(hintsOf(run)).toEqual([]);
	});

	it('gives the same from the output of the Webhook node', async () => {
		const webhook = { headers: { host: 'flows.example' }, params: {}, query: {}, body };
		expect(jsonOf(await read(webhook))).toEqual(outputs);
	});

	it('gives the same from JSON text', async () => {
		const run = await runConvert({ operation: 'fromMessage', message: JSON.stringify(body) });
		expect(jsonOf(run)).toEqual(outputs);
	});
});

describe('a contact that the service keeps for itself', () => {
	it.each([
		[
			'Quepasa',
			quepasa.body,
			'Quepasa does not include the shared contact in the message: get its .vcf file from GET /download/3EB0E7 with an HTTP Request node, and read that as Contact Source File (.vcf)',
		],
		[
			'Chert',
			chert.body,
			'Chert does not include the shared contact in the message: get its .vcf file from GET /api/v1/attachments/in_0c0ffee0/content with an HTTP Request node, and read that as Contact Source File (.vcf)',
		],
		[
			'OpenWA with its engine Baileys',
			{ ...openWa.body, data: { ...openWa.body.data, body: '' } },
			'OpenWA did not include the shared contact in the message: its engine Baileys leaves it out. The engine whatsapp-web.js includes it',
		],
	])('is reported: %s', async (_service, body, hint) => {
		const run = await read(body);
		expect(jsonOf(run)).toEqual([]);
		expect(hintsOf(run).join()).toContain(hint);
		const passed = await read(body, { withoutContact: 'pass' });
		expect(jsonOf(passed)).toEqual([{ ...body, contact: null }]);
		expect(hintsOf(passed).join()).toContain(hint);
	});
});

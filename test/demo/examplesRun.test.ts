import type { IDataObject } from 'n8n-workflow';

import { readExample } from '../../sandbox/demo/examples';
import { jsonOf, runningExamples } from './runningExamples';
import { withSample } from './sampleData';

const { sandbox, run, arrived } = runningExamples();

describe('five-providers.json', () => {
	it('sends every contact, through all five', async () => {
		const ended = await run(readExample('five-providers.json'));
		expect(jsonOf(ended, 'Sent').map(({ provider, recipient }) => [provider, recipient])).toEqual(
			expect.arrayContaining([
				['chatvolt', 'conv-001'],
				['chatvolt', 'conv-003'],
				['chatvolt', 'conv-005'],
				['chert', '+447700900910'],
				['chert', '+33639981122'],
				['chert', '+61491572549'],
				['gowa', '447700900910@s.whatsapp.net'],
				['gowa', '33639981122@s.whatsapp.net'],
				['gowa', '61491572549@s.whatsapp.net'],
				['ryzeapi', '447700900910'],
				['ryzeapi', '33639981122'],
				['ryzeapi', '61491572549'],
				['wawp', '447700900910'],
				['wawp', '33639981122'],
				['wawp', '61491572549'],
			]),
		);
		const wawp = arrived().filter(([provider]) => provider === 'wawp');
		expect(wawp.map(([, , names]) => names.length)).toEqual([5, 5, 5]);
		expect(sandbox.count()).toBe(21);
		expect(sandbox.requests().filter(({ status }) => status !== 200)).toEqual([]);
	});
});

describe('staff-directory.json', () => {
	const staff = ['Reception 🏨', '王小明', 'Søren Ødegård', 'Nguyễn Thị Thu Hà', 'Emergency call'];

	it('sends one card with the whole staff to each recipient', async () => {
		const ended = await run(readExample('staff-directory.json'));
		expect(arrived()).toEqual([
			['wawp', '120363040000000001@g.us', staff],
			['ryzeapi', '447700900955@s.whatsapp.net', staff],
		]);
		expect(jsonOf(ended, 'Sent')).toMatchObject([{ warnings: [] }, { warnings: [] }]);
	});

	it('takes the filled cells of a row, and only those', async () => {
		await run(readExample('staff-directory.json'));
		const [group] = sandbox.deliveries({ provider: 'wawp' });
		expect(group?.contacts[2]).toMatchObject({
			org: { company: 'Harbour Lights Hotel', department: 'Events', title: 'Event Planner' },
			phones: [
				{ phone: '+46701740622', type: 'CELL' },
				{ phone: '+12025550189', type: 'WORK' },
			],
			emails: [{ email: 'soren@harbour-lights.example' }],
		});
		expect(group?.contacts[4]).toMatchObject({
			org: { company: 'Harbour Lights Hotel' },
			phones: [{ phone: '112' }],
			emails: [],
		});
	});
});

describe('sheet-rows.json', () => {
	it('sends each row as a card, with nothing to map but the one column that its name does not tell', async () => {
		const ended = await run(readExample('sheet-rows.json'));
		expect(jsonOf(ended, 'Sent')).toMatchObject([
			{ status: 'sent', warnings: [] },
			{ status: 'sent', warnings: [] },
			{ status: 'sent', warnings: [] },
		]);
		expect(jsonOf(ended, 'Sent').map(({ contacts }) => contacts)).toMatchObject([
			[
				{
					name: { formatted_name: 'Noor Haddad' },
					phones: [{ phone: '+442079460411' }, { phone: '+447700900411', type: 'CELL' }],
					emails: [{ email: 'noor@linden.example' }],
					org: { company: 'Linden Optics', title: 'Optician' },
					urls: [{ url: 'linden.example' }],
				},
			],
			[{ name: { formatted_name: 'Tomás Ferreira' }, phones: [{ phone: '+442079460412' }] }],
			[{ name: { formatted_name: 'Åsa Lindholm' }, phones: [{ phone: '+46701740631' }] }],
		]);
	});
});

describe('lead-assigned.json', () => {
	const changed = (lead: IDataObject, event = 'lead.assigned') =>
		withSample('lead-assigned.json', 'Sample Lead', ({ body, ...request }) => ({
			...request,
			body: { ...Object(body), event, lead: { id: 'L-7', name: 'Ana Souza', ...lead } },
		}));

	it("sends the rep's card to the lead, and notes it", async () => {
		const ended = await run(readExample('lead-assigned.json'));
		expect(arrived()).toEqual([['wawp', '447700900321@c.us', ['Søren Ødegård']]]);
		const [delivery] = sandbox.deliveries();
		expect(delivery?.contacts[0]).toMatchObject({
			phones: [{ phone: '+46701740622' }, { phone: '+12025550189' }],
			org: { department: 'Events', title: 'Event Planner' },
		});
		expect(jsonOf(ended, 'Note for the CRM')).toEqual([
			{
				leadId: 'L-2041',
				note: 'Sent the card of Søren Ødegård to 447700900321 on WhatsApp',
				messageId: delivery?.messageIds[0],
			},
		]);
		expect(jsonOf(ended, 'Task for the Rep')).toEqual([]);
	});

	it('makes a task of a number that is not clear, and asks nobody', async () => {
		const ended = await run(changed({ phone: '0770 900 / Ana' }));
		expect(sandbox.requests()).toEqual([]);
		expect(jsonOf(ended, 'Task for the Rep')).toMatchObject([
			{
				leadId: 'L-7',
				task: expect.stringMatching(
					/^Your card for Ana Souza needs a look\. Recipient "0770 900 \/ Ana" is not one phone number/,
				),
			},
		]);
	});

	it.each([
		['another event', changed({ phone: '+44 7700 900321' }, 'lead.created')],
		['a lead without phone', changed({ phone: '' })],
	])('does nothing for %s', async (_case, workflow) => {
		const ended = await run(workflow);
		expect(sandbox.requests()).toEqual([]);
		expect(jsonOf(ended, 'Task for the Rep')).toEqual([]);
	});
});

describe('email-attachment.json', () => {
	it('sends every contact of the .vcf, in order, and nothing of the mail without one', async () => {
		const ended = await run(readExample('email-attachment.json'));
		expect(arrived()).toEqual([
			['chatvolt', 'conv-007', ['Émile Lefèvre-Dubois']],
			['chatvolt', 'conv-007', ['Zoë Lindqvist']],
		]);
		const [first, second] = sandbox.deliveries();
		expect(first?.contacts[0]).toMatchObject({
			phones: [{ phone: '+33639981024' }],
			addresses: [{ street: '7 bis, quai de l’Île', city: 'Lyon', zip: '69005' }],
			org: { company: 'Atelier du Pont', title: 'Relieur' },
		});
		expect(second?.contacts[0]).toMatchObject({
			phones: [{ phone: '+46701740615' }],
			emails: [{ email: 'zoe@solrosen.example' }],
		});
		expect(jsonOf(ended, 'Sent')).toMatchObject([{ recipient: 'conv-007', warnings: [] }]);
	});
});

describe('forward-received-card.json', () => {
	it('saves and forwards the one card of a customer, and not the own one', async () => {
		const ended = await run(readExample('forward-received-card.json'));
		expect(jsonOf(ended, 'Read the Contact')).toMatchObject([
			{
				provider: 'gowa',
				from: '447700900215@s.whatsapp.net',
				messageId: '3EB0A1F2C3D4E5F60002',
			},
		]);
		expect(arrived()).toEqual([['chert', '+12025550152', ['João Batista da Silva Neto']]]);
		expect(sandbox.deliveries()[0]?.contacts[0]).toMatchObject({
			phones: [{ phone: '+447700900461' }],
			org: { company: 'Padaria Aurora & Filhos' },
		});
		expect(jsonOf(ended, 'Add It to Your Sheet')).toEqual([
			{
				name_formatted_name: 'João Batista da Silva Neto',
				name_first_name: 'João',
				name_middle_name: 'Batista',
				name_last_name: 'da Silva',
				name_suffix: 'Neto',
				org_company: 'Padaria Aurora & Filhos',
				phone_1_phone: '+447700900461',
				phone_1_type: 'Celular',
				phone_1_wa_id: '447700900461',
			},
		]);
	});
});

describe('event-organizer.json', () => {
	it('sends to all attendees, and collects the failures into one report', async () => {
		const ended = await run(readExample('event-organizer.json'));
		expect(arrived()).toEqual(
			['447700900401', '447700900402', '447700900403', '447700900405'].map((number) => [
				'wawp',
				`${number}@c.us`,
				['Zoë Lindqvist 🌻'],
			]),
		);
		expect(ended.items('Delivered')).toHaveLength(4);
		expect(jsonOf(ended, 'Report')).toEqual([
			{
				subject: 'Spring Market: 3 of 7 cards need a look',
				notSent: [
					{
						name: 'Sakura',
						phone: '+1 202-555-0190',
						why: expect.stringContaining('Wawp refused the card (400): Invalid Number'),
					},
					{
						name: 'Hà',
						phone: '0403 / ask João',
						why: expect.stringContaining('is not one phone number [item 5]'),
					},
				],
				mayHaveArrived: [
					{
						name: 'Émile',
						phone: '+1 202-555-0110',
						why: expect.stringContaining('The card may have arrived'),
					},
				],
			},
		]);
	});

	it('makes no report where nothing failed', async () => {
		const ended = await run(
			withSample('event-organizer.json', 'Event', (data) => ({
				...data,
				attendees: [{ name: 'Layla', phone: '+44 7700 900405' }],
			})),
		);
		expect(ended.items('Delivered')).toHaveLength(1);
		expect(ended.items('Report')).toEqual([]);
	});
});

describe('failures.json', () => {
	it('sends the good cards and puts the wrong one on the error output', async () => {
		const ended = await run(readExample('failures.json'));
		expect(ended.items('Sent')).toHaveLength(3);
		expect(jsonOf(ended, 'Not Sent')).toMatchObject([
			{
				error:
					'GOWA refused the card (400 INVALID_JID): Phone 12025550190@s.whatsapp.net is not on whatsapp [item 2]. Check the number: it has no WhatsApp account.',
				httpCode: '400',
				code: 'INVALID_JID',
				provider: 'gowa',
				outcome: 'notSent',
				sentMessageIds: [],
				// n8n keeps what the item came with beside it
				recipient: '+1 202-555-0190',
			},
		]);
		expect(sandbox.count()).toBe(3);
	});
});

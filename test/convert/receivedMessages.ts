import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { jsonOf, runConvert, type Settings } from './workflow';

/** The people on the cards in the fixtures. */
export const ana = {
	name: { formatted_name: 'Ana Souza', first_name: 'Ana', last_name: 'Souza' },
	phones: [{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' }],
	org: { company: 'Padaria Aurora' },
};
export const bo = {
	name: { formatted_name: 'Bo Berg', first_name: 'Bo', last_name: 'Berg' },
	phones: [{ phone: '+447700900002', type: 'Celular', wa_id: '447700900002' }],
};
export const named = (name: string) => ({
	name: { formatted_name: name, first_name: name },
});

/** Reads the body of a webhook, through the Convert node. */
export const read = async (
	body: IDataObject,
	options: INodeParameters = {},
	settings: Settings = {},
) =>
	await runConvert({ operation: 'fromMessage', options }, { items: [{ json: body }], ...settings });

export const READ_OWN = { ownMessages: 'read' };

export const contactsIn = async (body: IDataObject) =>
	jsonOf(await read(body)).map(({ contact }) => contact);

const GROUP = '120363040000000001@g.us';
/** What a message of Mara in the group gives. */
export const inGroup = (
	provider: string,
	messageId: string,
	contacts: IDataObject[],
	from = '12025550143@s.whatsapp.net',
) => contacts.map((contact) => ({ provider, from, chatId: GROUP, messageId, contact }));

/** The output items for the fixtures that several suites read. */
export const expected = {
	whatsAppCloud: [
		{
			provider: 'whatsAppCloud',
			from: '12025550143',
			chatId: '12025550143',
			messageId: 'wamid.CARDS',
			contact: {
				name: { formatted_name: 'Ana Souza', first_name: 'Ana', last_name: 'Souza' },
				phones: [
					{ phone: '+5511987650001', type: 'CELL', wa_id: '5511987650001' },
					{ phone: '+447700900009', wa_id: '447700900009' },
				],
				emails: [{ email: 'ana@example.com', type: 'WORK' }],
				addresses: [
					{
						street: 'Rua das Flores, 12',
						city: 'São Paulo',
						state: 'SP',
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
		{
			provider: 'whatsAppCloud',
			from: '12025550143',
			chatId: '12025550143',
			messageId: 'wamid.CARDS',
			contact: { ...named('Bo Berg') },
		},
		{
			provider: 'whatsAppCloud',
			from: '12025550144',
			chatId: 'GROUP1',
			messageId: 'wamid.MORE',
			contact: {
				...named('Chi Ito'),
				phones: [{ phone: '+81312345678', wa_id: '81312345678' }],
			},
		},
	],
	telegram: [
		{
			provider: 'telegram',
			from: '6001',
			chatId: '-100200300',
			messageId: '57',
			contact: {
				...ana,
				phones: [...ana.phones, { phone: '+551133330000', type: 'WORK', wa_id: '551133330000' }],
				emails: [{ email: 'ana@example.com', type: 'HOME' }],
				org: { company: 'Padaria Aurora', title: 'Baker' },
			},
		},
	],
	evolution: [ana, bo].map((contact) => ({
		provider: 'evolution',
		from: '12025550143@s.whatsapp.net',
		chatId: '120363040000000001@g.us',
		messageId: '3EB0A1',
		contact,
	})),
	waha: [ana, bo].map((contact) => ({
		provider: 'waha',
		from: '12025550143@c.us',
		chatId: '120363040000000001@g.us',
		messageId: 'false_120363040000000001@g.us_3EB0B2_12025550143@c.us',
		contact,
	})),
	gowa: [
		{
			provider: 'gowa',
			from: '12025550143@s.whatsapp.net',
			chatId: '12025550143@s.whatsapp.net',
			messageId: '3EB0C3',
			contact: ana,
		},
	],
	zApi: [
		{
			provider: 'zApi',
			from: '12025550143',
			chatId: '12025550143',
			messageId: '3EB0D4',
			contact: ana,
		},
	],
};

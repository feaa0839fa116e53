import type { IDataObject } from 'n8n-workflow';

import whatsAppCloud from './fixtures/whatsAppCloud.json';
import { expected, read, named, contactsIn, ana } from './receivedMessages';
import { CONVERT, jsonOf, runConvert } from './workflow';

describe('WhatsApp Cloud API', () => {
	it('is read from the output of the WhatsApp Trigger', async () => {
		const outputs = whatsAppCloud.body.entry.flatMap(({ changes }) =>
			changes.map(({ value, field }) => ({ ...value, field })),
		);
		const run = await runConvert(
			{ operation: 'fromMessage' },
			{ items: outputs.map((json) => ({ json })) },
		);
		expect(jsonOf(run)).toEqual(expected.whatsAppCloud);
		expect(run.items(CONVERT).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
		]);
	});

	it('names a sender who hides the number by the user ID, and reads the vCard that such a person gives', async () => {
		const message = {
			from_user_id: 'US.13491208655302741918',
			id: 'wamid.A',
			type: 'contacts',
			contacts: [
				{ vcard: 'BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nEND:VCARD', phones: [{ phone: '+1' }] },
				{ vcard: 'no card', phones: [{ phone: '+12025550143' }] },
			],
		};
		const run = await read({ messaging_product: 'whatsapp', messages: [message] });
		expect(jsonOf(run)).toMatchObject([
			{
				from: 'US.13491208655302741918',
				chatId: 'US.13491208655302741918',
				contact: { name: { formatted_name: 'Ana' } },
			},
			{ contact: { phones: [{ phone: '+12025550143' }] } },
		]);
	});

	it('has no contact in other fields, in a change without value, and in a contact without number', async () => {
		expect(jsonOf(await read({ field: 'account_update', event: 'VERIFIED_ACCOUNT' }))).toEqual([]);
		const body = { object: 'whatsapp_business_account', entry: [{ changes: [{ value: 3 }] }] };
		expect(jsonOf(await read(body))).toEqual([]);
		const messages = [{ id: 1, contacts: [{ name: { formatted_name: 'Ana' }, phones: [{}] }] }];
		expect(jsonOf(await read({ messaging_product: 'whatsapp', messages }))).toEqual([
			{
				provider: 'whatsAppCloud',
				from: null,
				chatId: null,
				messageId: '1',
				contact: { ...named('Ana') },
			},
		]);
	});
});

describe('Telegram', () => {
	const update = (contact: IDataObject, more: IDataObject = {}) => ({
		update_id: 1,
		message: { message_id: 2, chat: { id: 3 }, from: { id: 4 }, contact, ...more },
	});

	it('needs no vCard', async () => {
		const contact = { phone_number: '+12025550143', first_name: 'Ana', last_name: 'Souza' };
		expect(await contactsIn(update(contact))).toEqual([
			{ name: ana.name, phones: [{ phone: '+12025550143', wa_id: '12025550143' }] },
		]);
		expect(await contactsIn(update({ first_name: 'Ana' }))).toEqual([named('Ana')]);
	});

	it('completes a vCard without name and number', async () => {
		const vcard = 'BEGIN:VCARD\nORG:Aurora\nEND:VCARD';
		const contact = { phone_number: '12025550143', first_name: 'Ana', vcard };
		expect(await contactsIn(update(contact))).toEqual([
			{
				...named('Ana'),
				phones: [{ phone: '+12025550143', wa_id: '12025550143' }],
				org: { company: 'Aurora' },
			},
		]);
	});

	it('keeps the number of the vCard where Telegram names none, the same, or a short one', async () => {
		const vcard = 'BEGIN:VCARD\nFN:Ana\nTEL:+1 202 555 0143\nEND:VCARD';
		const phones = async (contact: IDataObject) =>
			await contactsIn(update({ first_name: 'Ana', vcard, ...contact }));
		const own = { phone: '+12025550143', wa_id: '12025550143' };
		expect(await phones({})).toMatchObject([{ phones: [own] }]);
		expect(await phones({ phone_number: '' })).toMatchObject([{ phones: [own] }]);
		expect(await phones({ phone_number: '+12025550143' })).toMatchObject([{ phones: [own] }]);
		expect(await phones({ phone_number: '143' })).toMatchObject([
			{ phones: [{ phone: '143' }, own] },
		]);
	});

	it('is read from a channel post, and from a message alone', async () => {
		const post = {
			message_id: 9,
			chat: { id: -7 },
			sender_chat: { id: -7 },
			contact: { first_name: 'Ana' },
		};
		const output = {
			provider: 'telegram',
			from: '-7',
			chatId: '-7',
			messageId: '9',
			contact: { ...named('Ana') },
		};
		expect(jsonOf(await read({ update_id: 1, channel_post: post }))).toEqual([output]);
		expect(jsonOf(await read(post))).toEqual([output]);
	});

	it('has no contact in other updates and in quoted messages', async () => {
		expect(jsonOf(await read({ update_id: 1, callback_query: { id: '1' } }))).toEqual([]);
		const reply = {
			message_id: 2,
			chat: { id: 3 },
			text: 'thanks',
			reply_to_message: { message_id: 1, chat: { id: 3 }, contact: { first_name: 'Ana' } },
		};
		expect(jsonOf(await read({ update_id: 1, message: reply }))).toEqual([]);
	});
});

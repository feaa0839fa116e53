import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { ContactCardWhatsAppCloudApi } from '../../credentials/ContactCardWhatsAppCloudApi.credentials';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { whatsAppCloud } from '../../nodes/providers/whatsAppCloud/whatsAppCloud';
import { contactsOf, RICH_CONTACT, MESSAGE_ID } from '../support/contacts';
import { ANA_WITH_TYPE } from '../support/people';
import { byId } from '../support/providerRows';
import { refusalOf } from '../support/refusal';
import { answer } from '../support/responses';

const GROUP = 'Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD';

function requestOf(contacts: unknown, parameters: Record<string, unknown> = {}) {
	const target = readTarget(whatsAppCloud, { recipient: '+1 650 555 1234', ...parameters });
	return whatsAppCloud.request({ id: MESSAGE_ID, contacts: contactsOf(contacts) }, target);
}

describe('the request', () => {
	it('is the message of the documents, with a path that the credential fills', () => {
		const { method, path, body } = requestOf(ANA_WITH_TYPE, { replyTo: 'wamid.HBgL' });
		expect([method, path]).toEqual(['POST', '/{version}/{phone-number-id}/messages']);
		expect(JSON.stringify(body)).toBe(
			'{"messaging_product":"whatsapp","recipient_type":"individual","to":"+16505551234","context":{"message_id":"wamid.HBgL"},"type":"contacts","contacts":[{"name":{"formatted_name":"Ana Lima","first_name":"Ana Lima"},"phones":[{"phone":"+5512996130832","type":"CELL"}]}]}',
		);
	});

	it("holds Meta's own fields as they are, and no others", () => {
		const { nickname: _nickname, note: _note, photo: _photo, ...fields } = RICH_CONTACT;
		expect(requestOf(RICH_CONTACT).body?.['contacts']).toEqual([fields]);
	});

	it('goes to a group by its own kind of recipient', () => {
		expect(requestOf(ANA_WITH_TYPE, { recipient: ` ${GROUP}\n` }).body).toMatchObject({
			recipient_type: 'group',
			to: GROUP,
		});
	});

	it("goes to a person's user ID by another key than to a number", () => {
		const { body } = requestOf(ANA_WITH_TYPE, { recipient: 'US.13491208655302741918' });
		expect(body).toMatchObject({
			recipient_type: 'individual',
			recipient: 'US.13491208655302741918',
		});
		expect(body).not.toHaveProperty('to');
	});

	it.each([
		['a number chosen from the list', byId('100000000000002')],
		['the ID of an expression', '100000000000002'],
		['an ID that a table holds as a number', 100000000000002],
	])('names %s in the path', (_what, phoneNumberId) => {
		expect(requestOf(ANA_WITH_TYPE, { phoneNumberId }).path).toBe(
			'/{version}/100000000000002/messages',
		);
	});
});

describe('the target', () => {
	it.each([
		['+62 812-3456-7890', '+6281234567890'],
		['6281234567890@s.whatsapp.net', '+6281234567890'],
		[GROUP, GROUP],
		['US.ENT.11815799212886844830', 'US.ENT.11815799212886844830'],
	])('reads %s', (recipient, shown) => {
		expect(readTarget(whatsAppCloud, { recipient }).recipient).toBe(shown);
	});

	it.each([
		[{ recipient: '' }, 'Recipient is empty', 'recipient'],
		[
			{ recipient: 'us.13491208655302741918' },
			expect.stringContaining('is not one phone number'),
			'recipient',
		],
		[
			{ recipient: '120363040000000001@g.us' },
			'Recipient "120363040000000001@g.us" is a group (…@g.us), which WhatsApp Cloud API does not send to',
			'recipient',
		],
		[
			{ recipient: `${GROUP}/../x` },
			expect.stringContaining('is not one phone number'),
			'recipient',
		],
		[
			{ phoneNumberId: '+1 555 0100' },
			'From Phone Number must be the ID of a number, which is digits only, not the number itself',
			'phoneNumberId',
		],
		[{ replyTo: true }, 'Reply To Message ID must be text', 'replyTo'],
	])('refuses %j', (parameters, message, field) => {
		expect(
			refusalOf(() => readTarget(whatsAppCloud, { recipient: '+6281234567890', ...parameters })),
		).toMatchObject({ message, field });
	});
});

describe('receipts', () => {
	it('have the ID of the message and that of the person', () => {
		const body = {
			messaging_product: 'whatsapp',
			contacts: [{ input: '+16505551234', wa_id: '16505551234' }],
			messages: [{ id: 'wamid.HBgL', message_status: 'accepted' }],
		};
		expect(whatsAppCloud.receipt(answer(200, body))).toEqual({
			messageIds: ['wamid.HBgL'],
			chatId: '16505551234',
		});
		expect(whatsAppCloud.receipt(answer(200, { messages: [{ id: 'wamid.A' }] }))).toEqual({
			messageIds: ['wamid.A'],
			chatId: null,
		});
	});

	it.each([{ messages: [] }, { messages: [{ id: '' }] }, ''])('are none in %j', (body) => {
		expect(whatsAppCloud.receipt(answer(200, body))).toBeUndefined();
	});
});

describe('refusals', () => {
	const error = (code: number, more: Record<string, unknown> = {}) => ({
		error: { message: `(#${code}) Title`, type: 'OAuthException', code, ...more },
	});
	const details = (text: string) => ({
		error_data: { messaging_product: 'whatsapp', details: text },
	});

	it("show Meta's title with its details, once", () => {
		const said = (body: unknown) => whatsAppCloud.refusal(answer(400, body)).message;
		expect(said(error(131009, details('Parameter "to" is none')))).toBe(
			'Title: Parameter "to" is none',
		);
		expect(said(error(131030, details('Title: Add the number')))).toBe('Title: Add the number');
		expect(said(error(131009, details('')))).toBe('Title');
		expect(said(error(1, { error_data: 'text', code: 'x' }))).toBe('Title');
		expect(said('<html>Bad Gateway</html>')).toBe('<html>Bad Gateway</html>');
	});

	it.each([
		[400, 131047, 'notSent', undefined, 'send a template, or wait until the person writes'],
		[400, 131056, 'notSent', { pause: 'card' }, 'You can send to others meanwhile'],
		[429, 131056, 'notSent', { pause: 'run' }, 'Too many messages went to this person'],
		[400, 130429, 'notSent', { pause: 'run' }, 'lower Messages per Minute'],
		[400, 80007, 'notSent', { pause: 'run' }, 'lower Messages per Minute'],
		[429, 4, 'notSent', { pause: 'run' }, 'lower Messages per Minute'],
		[400, 131030, 'notSent', undefined, 'add the recipient to it'],
		[400, 131026, 'notSent', undefined, 'Check the number'],
		[401, 190, 'notSent', undefined, 'Put a new access token'],
		[403, 10, 'notSent', undefined, 'whatsapp_business_messaging'],
		[403, 230, 'notSent', undefined, 'whatsapp_business_messaging'],
		[500, 131000, 'notSent', undefined, 'send it again later'],
		[500, 131057, 'notSent', undefined, 'try again in a few minutes'],
		[400, 131009, 'notSent', undefined, 'Correct what the provider names'],
		[500, 1, 'unknown', undefined, 'The card may have arrived'],
		[503, 2, 'unknown', undefined, 'The card may have arrived'],
		[200, 131026, 'notSent', undefined, 'Check the number'],
	] as const)('%i with code %i is %s', (status, code, outcome, repeat, fix) => {
		const response = answer(status, error(code));
		const verdict = resultOfAnswer(
			whatsAppCloud,
			{ kind: 'response', response },
			0,
			(text) => text,
		);
		if (verdict.outcome === 'sent') throw new Error('It was sent');
		expect(verdict.outcome).toBe(outcome);
		expect(verdict.repeat).toEqual(repeat);
		expect(verdict.failure.code).toBe(String(code));
		expect(verdict.failure.fix).toContain(fix);
	});

	it('tell an ID that is none of the token from another invalid parameter', () => {
		const refusal = whatsAppCloud.refusal(answer(400, error(100, { error_subcode: 33 })));
		expect(refusal).toMatchObject({
			code: '100',
			advice: expect.stringMatching(/Phone Number ID/),
		});
		expect(whatsAppCloud.refusal(answer(400, error(100)))).not.toHaveProperty('advice');
	});

	it("read 360dialog's own, which have no code", () => {
		const meta = (developer_message: string) => ({ meta: { developer_message, success: false } });
		expect(whatsAppCloud.refusal(answer(401, meta('Invalid api_key')))).toEqual({
			message: 'Invalid api_key',
			advice: 'Check the access token in the credential; with 360dialog or Kapso, its API key.',
		});
		expect(
			whatsAppCloud.refusal(answer(400, meta('You have exceeded the endpoint rate limit.'))),
		).toMatchObject({ tooMany: true });
	});
});

describe('the credential', () => {
	const { authenticate } = new ContactCardWhatsAppCloudApi();
	const given = {
		accessToken: ' token-1\n',
		phoneNumberId: '106540352242922',
		businessAccountId: '102290129340398',
		apiVersion: '25.0',
	};
	const signed = async (credential: ICredentialDataDecryptedObject, path: string) =>
		await authenticate({ ...given, ...credential }, { url: `https://graph.facebook.com${path}` });

	it("fills the path, and gives Meta's token as Bearer", async () => {
		expect(await signed({}, '/{version}/{phone-number-id}/messages')).toEqual({
			url: 'https://graph.facebook.com/v25.0/106540352242922/messages',
			headers: { Authorization: 'Bearer token-1' },
		});
		const list = await signed(
			{ apiVersion: 'v26.0' },
			'/{version}/{business-account-id}/phone_numbers',
		);
		expect(list.url).toBe('https://graph.facebook.com/v26.0/102290129340398/phone_numbers');
	});

	it.each([
		['../../me', 'https://graph.facebook.com/v25.0/..%2F..%2Fme/messages'],
		['..', 'https://graph.facebook.com/v25.0//messages'],
	])('lets nothing out of its place in the path: %s', async (phoneNumberId, url) => {
		const request = await signed({ phoneNumberId }, '/{version}/{phone-number-id}/messages');
		expect(request.url).toBe(url);
	});

	it('gives the key of Kapso to Kapso, at its address and with its version', async () => {
		const kapso = { authentication: 'kapso', apiVersion: 'v26.0' };
		expect(await signed(kapso, '/{version}/{phone-number-id}/messages')).toEqual({
			url: 'https://api.kapso.ai/meta/whatsapp/v24.0/106540352242922/messages',
			headers: { 'X-API-Key': 'token-1' },
		});
		expect(
			await signed({ ...kapso, apiVersion: 'v25.0' }, '/{version}/{phone-number-id}'),
		).toMatchObject({ url: 'https://api.kapso.ai/meta/whatsapp/v25.0/106540352242922' });
	});

	it('gives the key of 360dialog to 360dialog, without version and number', async () => {
		const d360 = { authentication: 'd360' };
		expect(await signed(d360, '/{version}/{phone-number-id}/messages')).toEqual({
			url: 'https://waba-v2.360dialog.io/messages',
			headers: { 'D360-API-KEY': 'token-1' },
		});
		expect(await signed(d360, '/{version}/{phone-number-id}')).toMatchObject({
			url: 'https://waba-v2.360dialog.io/v1/configs/webhook',
		});
	});
});

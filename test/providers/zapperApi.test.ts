import { ContactCardZapperApi } from '../../credentials/ContactCardZapperApi.credentials';
import { fitContact } from '../../nodes/carried/fitContact';
import { resultOfAnswer } from '../../nodes/delivery/outcome';
import { readTarget } from '../../nodes/providers/targetParameters';
import { zapperApi } from '../../nodes/providers/zapperApi/zapperApi';
import { account as ZAPPER, specialNumbers } from '../../sandbox/providers/zapperApi/account';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { contactOf, MESSAGE_ID, RICH_CONTACT } from '../support/contacts';
import { testCredential } from '../support/credentialTest';
import { CARD } from '../support/failure';
import { search } from '../support/listSearch';
import { answer } from '../support/responses';
import { outputs, runSend } from '../support/workflow';

const target = { recipient: '+1 213 213 2130' };
const bodyOf = (contact: unknown, parameters: object = {}) =>
	zapperApi.request(
		{ id: MESSAGE_ID, contacts: [contactOf(contact)] },
		readTarget(zapperApi, { ...target, ...parameters }),
	).body;

describe('the request', () => {
	it('holds every field of a contact', () => {
		expect(bodyOf(RICH_CONTACT, { expiration: '86400' })).toEqual({
			jid: '12132132130@s.whatsapp.net',
			vcard: {
				fn: 'Dr. John A. Doe Jr.',
				n: {
					lastName: 'Doe',
					firstName: 'John',
					additionalNames: ['A.'],
					prefixes: ['Dr.'],
					suffixes: ['Jr.'],
				},
				nickname: 'Johnny',
				photo: 'https://example.com/john.jpg',
				bday: '1990-05-15',
				adr: [
					{
						streetAddress: 'Rua Augusta, 1500',
						locality: 'São Paulo',
						region: 'SP',
						postalCode: '01304-001',
						countryName: 'Brazil',
						type: ['WORK'],
					},
				],
				tel: [
					{ value: '+5512996130832', type: ['CELL'] },
					{ value: '+551133334444', type: ['WORK'] },
				],
				email: [
					{ value: 'john@example.com', type: ['WORK'] },
					{ value: 'doe@example.org', type: ['HOME'] },
				],
				url: 'https://example.com',
				org: ['Acme', 'Engineering'],
				title: 'Developer',
				note: 'Speaks Portuguese; prefers mornings',
			},
			expiration: '24h',
		});
	});

	it('has no field that would be empty', () => {
		expect(bodyOf({ name: { formatted_name: 'Ana' }, phones: ['+5512996130832'] })).toEqual({
			jid: '12132132130@s.whatsapp.net',
			vcard: { fn: 'Ana', tel: [{ value: '+5512996130832' }] },
		});
	});

	it('holds a picture as base64, and a department without a company', () => {
		const picture = 'iVBORw0KGgo=';
		const body = bodyOf({
			name: 'Ana',
			photo: `data:image/png;base64,${picture}`,
			org: { department: 'Sales' },
		});
		expect(body?.['vcard']).toMatchObject({
			photo: picture,
			org: ['', 'Sales'],
		});
	});

	it.each([
		['120363040000000001@g.us', '120363040000000001@g.us'],
		['98765432109876@lid', '98765432109876@lid'],
		['12132132130@c.us', '12132132130@s.whatsapp.net'],
	])('may go to %s', (recipient, jid) => {
		expect(readTarget(zapperApi, { recipient }).recipient).toBe(jid);
	});
});

describe('the contact', () => {
	const fitted = (contact: object) =>
		fitContact(
			{ contact: contactOf({ name: 'Ana', phones: ['+5512996130832'], ...contact }), warnings: [] },
			1,
			zapperApi,
			'warn',
		);

	it('loses parts of a name that has no last name, with a warning', () => {
		const { contact, warnings } = fitted({
			name: { formatted_name: 'Ana', first_name: 'Ana', prefix: 'Dr.' },
		});
		expect(contact.name).toEqual({ formatted_name: 'Ana', first_name: 'Ana' });
		expect(warnings).toMatchObject([
			{
				field: 'name',
				message:
					'ZapperAPI accepts only complete names, email addresses and web addresses; the prefix was left out',
			},
		]);
	});

	it('has the code of a country for its name, where it has none', () => {
		const addresses = [
			{ city: 'Lisboa', country_code: 'PT' },
			{ country: 'Brazil', country_code: 'BR' },
		];
		expect(fitted({ addresses }).contact.addresses).toEqual([
			{ city: 'Lisboa', country: 'PT' },
			{ country: 'Brazil' },
		]);
	});

	it('loses what is no email or web address, with a warning', () => {
		const { contact, warnings } = fitted({
			emails: ['ask for it', 'ana@example.com'],
			urls: ['not one'],
		});
		expect([contact.emails, contact.urls]).toEqual([[{ email: 'ana@example.com' }], []]);
		expect(warnings.map(({ field }) => field)).toEqual(['emails', 'urls']);
	});

	it('completes a web address without https', () => {
		expect(fitted({ urls: ['example.com/ana'] }).contact.urls).toEqual([
			{ url: 'https://example.com/ana' },
		]);
	});

	it('has a note of one line, with a warning', () => {
		const { contact, warnings } = fitted({ note: 'Mondays\nTEL:+15550001111' });
		expect(contact.note).toBe('Mondays / TEL:+15550001111');
		expect(warnings).toMatchObject([{ field: 'note' }]);
	});
});

describe('answers', () => {
	it.each([
		[{ key: { id: '3EB0', remoteJid: '1@g.us', fromMe: true } }, '3EB0', '1@g.us'],
		[{ key: '3EB0' }, '3EB0', null],
		[{ id: '3EB0' }, '3EB0', null],
		[{ messageId: '3EB0' }, '3EB0', null],
	])('%j are a receipt', (body, messageId, chatId) => {
		expect(zapperApi.receipt(answer(200, body))).toEqual({ messageIds: [messageId], chatId });
	});

	it.each([
		['""', ''],
		['{}', {}],
		['an empty key', { key: {} }],
	])('%s are none', (_name, body) => {
		expect(zapperApi.receipt(answer(200, body))).toBeUndefined();
		const got = { kind: 'response' as const, response: answer(200, body) };
		expect(resultOfAnswer(zapperApi, got, 0, (text) => text).outcome).toBe('unknown');
	});

	it.each([
		[400, 'body/vcard must NOT have additional properties', 'Correct what the provider names'],
		[401, 'Invalid API key', 'Check the API key'],
		[403, 'Forbidden', 'belongs to this instance'],
		[404, 'Instance not found', 'Check the Instance ID'],
	])('%i %s are reported', (status, message, fix) => {
		const body = { statusCode: status, error: 'Title', message };
		const got = { kind: 'response' as const, response: answer(status, body) };
		expect(resultOfAnswer(zapperApi, got, 0, (text) => text)).toMatchObject({
			outcome: 'notSent',
			failure: { words: message, fix: expect.stringContaining(fix) },
		});
	});
});

it.each([
	[
		{ exists: true, jid: '551296130832@s.whatsapp.net', lid: null },
		{ onWhatsApp: true, waId: '551296130832' },
	],
	[{ exists: false, jid: '5512996130832@s.whatsapp.net' }, { onWhatsApp: false }],
])('reads the look-up %j', (entry, status) => {
	const found = zapperApi.lookUp?.found(answer(200, { numbers: [entry] }), ['5512996130832']);
	expect(found).toEqual(new Map([['5512996130832', status]]));
	expect(zapperApi.lookUp?.found(answer(200, { numbers: [] }), ['1'])).toBeUndefined();
});

describe('on the server', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(() => sandbox.close());

	const run = async (recipient: string, credential: object = {}) =>
		outputs(
			await runSend(
				sandbox,
				{ ...CARD, provider: 'zapperApi', recipient },
				{ onError: 'continueRegularOutput' },
				{ zapperApi: { ...credential } },
			),
		)[0];

	it('an answer without an id leaves the outcome open, one with it as a text does not', async () => {
		expect(await run(`+${specialNumbers.noAnswer}`)).toMatchObject({
			outcome: 'unknown',
			httpCode: '200',
		});
		expect(await run(`+${specialNumbers.bareKey}`)).toMatchObject({ status: 'sent' });
	});

	it('an instance of another key, and one that would leave its place in the path, are refused', async () => {
		expect(await run('+447700900001', { instanceId: ZAPPER.otherInstanceId })).toMatchObject({
			httpCode: '403',
		});
		expect(await run('+447700900001', { instanceId: 'a/../b' })).toMatchObject({ httpCode: '404' });
		expect(sandbox.requests().at(-1)?.url).toBe('/zapperApi/a%2F..%2Fb/messages/contact');
	});

	it('groups can be chosen from a list', async () => {
		const { results } = await search(sandbox, 'zapperApi', 'searchRecipients', {
			filter: 'team',
		});
		expect(results).toEqual([{ name: 'Team (group 120363040000000001)', value: ZAPPER.group }]);
	});

	it('reports a wrong key, and a wrong instance', async () => {
		const test = (changes: object) =>
			testCredential(new ContactCardZapperApi().name, {
				...sandbox.credentials.zapperApi,
				...changes,
			});
		expect(await test({})).toMatchObject({ status: 'OK' });
		expect(await test({ apiKey: 'x' })).toMatchObject({
			message: expect.stringMatching(/^ZapperAPI rejected this API key/),
		});
		expect(await test({ instanceId: 'x' })).toMatchObject({
			message: expect.stringContaining('no instance with this ID'),
		});
	});
});

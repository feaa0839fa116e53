import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';

import { carriesTypes, type Carries } from '../../nodes/carried/carries';
import type { ListKey } from '../../nodes/contact/fields/fields';
import { LISTS, partsOf, TEXTS } from '../../nodes/contact/fields/keys';
import { providers } from '../../nodes/providers';
import type { FaultRule } from '../../sandbox/faults/rules';
import { PROVIDER_IDS } from '../../sandbox/registry';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import type { ArrivedCard, LoggedRequest } from '../../sandbox/store';
import type { CardContact } from '../../sandbox/toolkit/contact';
import { RICH_CONTACT } from '../support/contacts';
import { search } from '../support/listSearch';
import { PROVIDER_ROWS, type ProviderRow } from '../support/providerRows';
import { outputs, runSend, type WorkflowSettings } from '../support/workflow';

/** What holds for one provider holds for all: a new one needs a row in {@link PROVIDER_ROWS}, and nothing here. */

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ settings: { ryzeapi: { perMinute: 10_000 } } });
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

const sentItem = z.object({
	provider: z.string(),
	status: z.literal('sent'),
	recipient: z.string(),
	messageId: z.string().nullable(),
	messageIds: z.array(z.string()),
	textMessageIds: z.array(z.string()).optional(),
	chatId: z.string().nullable(),
	contacts: z.array(
		z.object({ name: z.object({ formatted_name: z.string(), first_name: z.string().optional() }) }),
	),
	warnings: z.array(
		z.object({ contact: z.number().optional(), field: z.string(), message: z.string() }),
	),
});

const previewItem = z.object({
	requests: z.array(
		z.object({
			method: z.string(),
			url: z.string(),
			headers: z.record(z.string(), z.string()),
			body: z.record(z.string(), z.unknown()),
		}),
	),
});

const ANA = { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+5512996130832' }] };
const BEN = { name: { formatted_name: 'Ben Okoro' }, phones: [{ phone: '+447700900001' }] };
const CHEN = { name: { formatted_name: '陈伟' }, phones: [{ phone: '+14155551234' }] };

/** Names and numbers that try to leave their field, or that clumsy code breaks. */
const NASTY_NAMES = [
	'Eve\r\nTEL;type=CELL:+15550001111',
	'Eve\nTEL:+15550001111',
	'Eve\u2028TEL:+15550001111',
	'Eve\rEND:VCARD\rBEGIN:VCARD\rFN:Mallory',
	'Doe; John; ; ;',
	'Doe, John: "the\' one" =0D=0A',
	'Back\\slash \\n \\;',
	'👩‍👩‍👧‍👦 Família 📇',
	'محمد بن ‏سلمان',
	'\u202eRight to left\u202c',
	'Zoe\u0308 e\u0301 ﷽ 𝔘𝔫𝔦',
	'<b>Bold</b> & "quoted" {{ $json.secret }}',
	'\u0000Nul\u0007 bell\u001b',
	'N'.repeat(300),
];

/** Texts that servers make something else of: a card, a poll, a mention, a line break, a name; or nothing at all. */
const MISREAD_TEXTS = [
	['BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nEND:VCARD', 'poll: tea or coffee?'],
	['50%0a off %0D, {{name}} {{{first_name}}}', '@everyone @all @+5511999998888'],
	['{"text":"[[recipient]]"} \\n &lt;b&gt;', '$buttons:[{"id":"1"}] #buttons:[x]'],
] as const;

describe.each(providers)('$id', (provider) => {
	const id = PROVIDER_IDS.find((known) => known === provider.id);
	const row: ProviderRow = PROVIDER_ROWS[id!];
	const { carries, limits } = provider;

	const run = async (
		contacts: unknown,
		parameters: INodeParameters = {},
		settings: WorkflowSettings = {},
		credential: ICredentialDataDecryptedObject = {},
	) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: provider.id,
				...row.parameters,
				contactSource: 'json',
				contactsJson: JSON.stringify(contacts),
				...parameters,
			},
			settings,
			{ [provider.id]: credential },
		);

	const send = async (contacts: unknown, parameters: INodeParameters = {}) => {
		const { error, ...rest } = await run(contacts, parameters);
		expect(error).toBeUndefined();
		const items = outputs({ error, ...rest });
		expect(items).toHaveLength(1);
		return sentItem.parse(items[0]);
	};

	const arrived = (): ArrivedCard[] => sandbox.deliveries();
	const arrivedContacts = (): CardContact[] => arrived().flatMap(({ contacts }) => contacts);

	it('sends one contact to the recipient, and says so', async () => {
		const item = await send(ANA);
		const [delivery, ...more] = arrived();
		expect(more).toEqual([]);
		expect(delivery).toMatchObject({
			provider: provider.id,
			recipient: row.arrivesAt,
			messageIds: item.messageIds,
			contacts: [
				{ name: { formatted_name: 'Ana Lima' }, phones: [{ phone: anyPlus('5512996130832') }] },
			],
		});
		expect(item).toMatchObject({
			provider: provider.id,
			recipient: row.recipient,
			messageId: item.messageIds[0] ?? null,
			contacts: [{ name: { formatted_name: 'Ana Lima', first_name: 'Ana Lima' } }],
			warnings: [],
		});
	});

	it('sends several contacts in order, in as few messages as it can', async () => {
		const item = await send([ANA, BEN, CHEN]);
		expect(arrivedContacts().map(({ name }) => name.formatted_name)).toEqual([
			'Ana Lima',
			'Ben Okoro',
			'陈伟',
		]);
		expect(arrived()).toHaveLength(limits.contactsPerCard === 1 ? 3 : 1);
		expect(item.messageIds).toEqual(arrived().flatMap(({ messageIds }) => messageIds));
		expect(item.contacts).toHaveLength(3);
	});

	it('warns of more contacts in one card than it advises, and sends them all', async () => {
		const number = (limits.contactsAdvised ?? 5) + 1;
		const contacts = Array.from({ length: number }, (_, index) => ({
			...ANA,
			name: { formatted_name: `Ana ${index + 1}` },
		}));
		const { warnings } = await send(contacts);
		expect(arrivedContacts()).toHaveLength(number);
		expect(warnings).toEqual(
			limits.contactsAdvised === undefined
				? []
				: [
						{
							field: 'contacts',
							message: `The card has ${number} contacts; ${provider.displayName} recommends at most ${limits.contactsAdvised} in one card`,
						},
					],
		);
	});

	it('delivers every field that it claims to carry', async () => {
		await send(RICH_CONTACT);
		const [contact] = arrivedContacts();
		expect(contact).toBeDefined();
		if (contact !== undefined) expectCarried(contact, carries);
	});

	it('warns of every field that it does not carry, and of no other', async () => {
		// Its photo is a web address, which is told of every vCard
		const { warnings: all } = await send(RICH_CONTACT);
		const warnings = all.filter(({ message }) => !message.startsWith('The photo is a web address'));
		expect([...new Set(warnings.map(({ field }) => field))].sort()).toEqual(notCarried(carries));
		for (const { contact, message } of warnings) {
			expect(contact).toBe(1);
			expect(message).toMatch(
				new RegExp(`^${provider.displayName} sends only name.*; .+ (was|were) left out$`),
			);
		}
	});

	it('sends nothing of a contact with more than it carries when it is told to fail', async () => {
		const { error } = await run([ANA, RICH_CONTACT], { options: { onUnsupportedField: 'fail' } });
		if (notCarried(carries).length === 0) {
			expect(error).toBeUndefined();
			expect(arrivedContacts()).toHaveLength(2);
		} else {
			expect(error?.message).toContain(
				`Contact 2 has parts that ${provider.displayName} does not carry:`,
			);
			expect(sandbox.requests()).toEqual([]);
		}
	});

	it.each(NASTY_NAMES)('keeps the name %j in its field', async (name) => {
		const item = await send({
			name: { formatted_name: name },
			org: { company: name },
			phones: [{ phone: '+5512996130832' }],
		});
		const [delivery] = arrived();
		const [contact, ...more] = delivery?.contacts ?? [];
		expect(more).toEqual([]);
		expect(contact?.phones).toEqual([expect.objectContaining({ phone: anyPlus('5512996130832') })]);
		expect(contact).toMatchObject({ emails: [], urls: [] });
		for (const vcard of delivery?.vcards ?? []) {
			const properties = propertiesOf(vcard);
			expect(properties.filter((property) => !PLAIN_PROPERTIES.includes(property))).toEqual([]);
			expect(new Set(properties).size).toBe(properties.length);
		}
		const sent = item.contacts[0]?.name.formatted_name;
		expect(sent).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
		if (!name.includes('\\')) expect(contact?.name.formatted_name).toBe(sent);
	});

	it('keeps a number that tries to leave its field in it', async () => {
		const { error } = await run({
			name: { formatted_name: 'Eve' },
			phones: [{ phone: '555 0100\r\nTEL:+15550001111;type=HOME:+1\r\nEMAIL:e@example.com' }],
		});
		if (error !== undefined) {
			// A server that takes any digits for a number with country code is given none that is not clearly one.
			expect(error.message).toMatch(
				/^Contact 1 has the phone number ".+", which is not clearly one/,
			);
			expect(sandbox.requests()).toEqual([]);
			return;
		}
		expect(arrivedContacts()).toHaveLength(1);
		expect(arrivedContacts()[0]).toMatchObject({ phones: [{}], emails: [] });
		expect(arrivedContacts()[0]?.phones).toHaveLength(1);
	});

	it('leaves out keys that are no field of a contact, with a warning', async () => {
		const { warnings } = await send({ ...ANA, favourite_colour: 'blue' });
		expect(warnings).toEqual([
			{
				contact: 1,
				field: 'favourite_colour',
				message: 'favourite_colour is not a field of a contact and was left out',
			},
		]);
		expect(JSON.stringify(sandbox.requests())).not.toContain('favourite_colour');
	});

	it.each(row.refused)('refuses %j before any request', async (parameters) => {
		const { error } = await run(ANA, parameters);
		expect(error?.message).toMatch(/\[item 0\]/);
		expect(error?.message).not.toContain('mistake of its own');
		expect(sandbox.requests()).toEqual([]);
	});

	it('previews without a request', async () => {
		const { error, ...rest } = await run([ANA, BEN], { operation: 'preview' });
		expect(error).toBeUndefined();
		expect(outputs({ error, ...rest })[0]).toMatchObject({
			provider: provider.id,
			recipient: row.recipient,
			contacts: [{}, {}],
			warnings: [],
		});
		expect(sandbox.requests()).toEqual([]);
	});

	it('previews exactly what it sends', async () => {
		const preview = await run([ANA, RICH_CONTACT], { operation: 'preview' });
		const { requests } = previewItem.parse(outputs(preview)[0]);
		await send([ANA, RICH_CONTACT]);
		const log = sandbox.requests();
		expect(requests).toHaveLength(log.length);
		for (const [index, shown] of requests.entries()) {
			const real = log[index]!;
			expect(shown.method).toBe(real.method);
			expect(shown.url).toBe(`${sandbox.url}${real.url}`);
			expect(JSON.stringify(shown.body)).toBe(real.body);
			for (const [name, value] of Object.entries(shown.headers)) {
				const sent = real.headers[name.toLowerCase()];
				if (value.includes('***')) expect(sent).toBe('***');
				else expect(sent).toBe(value);
			}
		}
	});

	it('shows no secret: not in a preview, not in a success, not when the provider repeats it', async () => {
		const secrets = provider.credential.properties
			.filter(({ typeOptions }) => typeOptions?.password === true)
			.map(({ name }) => z.string().parse(credentialOf(provider.id)[name]));
		expect(secrets.join('')).not.toBe('');

		const shown: unknown[] = [outputs(await run(ANA, { operation: 'preview' }))];
		shown.push(outputs(await run(ANA, { options: { output: 'raw' } })));
		sandbox.fault({ kind: 'echo', provider: id! });
		const failed = await run(ANA, {}, { onError: 'continueRegularOutput' });
		shown.push(outputs(failed));
		const stopped = await run(ANA);
		shown.push(stopped.error?.message, stopped.error?.description, stopped.run.data.resultData);
		const text = JSON.stringify(shown);
		expect(text).toContain('***');
		for (const secret of secrets) {
			expect(text).not.toContain(secret);
			expect(text).not.toContain(encodeURIComponent(secret));
			expect(text).not.toContain(Buffer.from(secret).toString('base64'));
		}
	});

	for (const method of Object.keys(provider.lists ?? {})) {
		it(`gives every page of ${method} once, no entry of which twice`, async () => {
			const { parameters } = row;
			let page = await search(sandbox, provider.id, method, { parameters });
			const pages = [page.results];
			while (page.paginationToken !== undefined) {
				const paginationToken = z.string().parse(page.paginationToken);
				page = await search(sandbox, provider.id, method, { parameters, paginationToken });
				pages.push(page.results);
			}
			const values = pages.map((results) => results.map(({ value }) => value));
			expect(values.flat().length).toBeGreaterThan(1);
			for (const each of values) expect(new Set(each).size).toBe(each.length);
			expect(new Set(values.map((each) => each.join())).size).toBe(values.length);
		});
	}

	const { text, lookUp } = provider;
	const refusesText = { message: expect.stringContaining('cannot send a text with the card') };

	(text === undefined ? it.skip : it)('sends a text before and after the card', async () => {
		const options = {
			textBefore: ' Hi Ana,\r\nhere is Marcus: <b>"{{x}}"</b> @5511999998888 👋 ',
			textAfter: 'Bye',
		};
		const item = await send(ANA, { options });
		const shown = arrived().map((message) =>
			message.text === undefined
				? message.contacts.map(({ name }) => name.formatted_name)
				: message.text.replace(/\u2060/g, ''),
		);
		expect(shown).toEqual([
			'Hi Ana,\nhere is Marcus: <b>"{{x}}"</b> @5511999998888 👋',
			['Ana Lima'],
			'Bye',
		]);
		expect(arrived().map(({ recipient }) => recipient)).toEqual(Array(3).fill(row.arrivesAt));
		const [before, card, after] = arrived();
		expect(item.messageIds).toEqual(card?.messageIds);
		expect(item.textMessageIds).toEqual([...before!.messageIds, ...after!.messageIds]);
		expect(item.textMessageIds).toHaveLength(2);
		expect(before!.options).not.toHaveProperty('mentions');
	});

	(text === undefined ? it.skip : it)(
		'sends texts that a server may misread as they are',
		async () => {
			for (const [textBefore, textAfter] of MISREAD_TEXTS) {
				sandbox.reset();
				await send(ANA, { options: { textBefore, textAfter } });
				const [before, card, after] = arrived();
				expect([before, after].map((message) => message?.text?.replace(/\u2060/g, ''))).toEqual([
					textBefore,
					textAfter,
				]);
				expect(card?.contacts).toHaveLength(1);
			}
		},
	);

	(text === undefined ? it.skip : it)('previews the texts in their places', async () => {
		const options = { textBefore: 'Before it', textAfter: 'After it' };
		const preview = await run(ANA, { operation: 'preview', options });
		const { requests } = previewItem.parse(outputs(preview)[0]);
		expect(arrived()).toEqual([]);
		await send(ANA, { options });
		const sent = sandbox.requests().map(({ body }) => JSON.parse(body) as unknown);
		expect(requests).toHaveLength(3);
		expect(JSON.stringify(requests[0]?.body)).toContain('Before it');
		expect(JSON.stringify(requests[1]?.body)).toContain('Ana Lima');
		expect(JSON.stringify(requests[2]?.body)).toContain('After it');
		expect(sent).toHaveLength(3);
	});

	it('refuses a text that it cannot send, or not whole', async () => {
		const most = text?.maxLength;
		if (text !== undefined && most === undefined) return;
		const length = most ?? 1;
		const { error } = await run(ANA, { options: { textBefore: 'x'.repeat(length + 1) } });
		expect(error).toMatchObject(
			most === undefined
				? refusesText
				: { message: expect.stringContaining(`allows at most ${String(most)}`) },
		);
		expect(arrived()).toEqual([]);
		if (most !== undefined) await send(ANA, { options: { textBefore: '👋'.repeat(most) } });
	});

	it('sends nothing after a text that failed', async () => {
		if (text === undefined) return;
		sandbox.fault({ kind: '401', times: 1 });
		const { error } = await run(ANA, { options: { textBefore: 'Before it', textAfter: 'After' } });
		expect(error?.message).toMatch(/^Text Before: .* refused the text \(401/);
		expect(error?.message).toContain('Not sent: Contact 1, Text After.');
		expect(arrived()).toEqual([]);
	});

	describe.each([
		[0, 'the text before the card'],
		[1, 'the card'],
		[2, 'the text after the card'],
	])('where message %i fails, %s,', (after) => {
		const options = { textBefore: 'Before it', textAfter: 'After it' };
		const whole = ['Before it', 'Ana Lima', 'After it'];
		const chat = () =>
			arrived().map(({ text: words, contacts }) => words ?? contacts[0]?.name.formatted_name);

		it('sends nothing twice, and the rest in order', async () => {
			if (text === undefined) return;
			sandbox.fault({ kind: '401', after, times: 1 });
			const { error } = await run(ANA, { options }, { retryOnFail: true });
			expect(error).toBeUndefined();
			expect(chat()).toEqual(whole);
		});

		it('sends nothing behind what may have arrived, unless the service can be asked again', async () => {
			if (text === undefined) return;
			const faults: FaultRule[] = [
				{ kind: 'reset-after' },
				// What a card's 500 means, some documents tell.
				...(after === 1 ? [] : [{ kind: '500-json', taken: true } as const]),
			];
			for (const fault of faults) {
				sandbox.reset();
				sandbox.fault({ ...fault, after, times: 1 });
				const { error } = await run(ANA, { options }, { retryOnFail: true });
				if (error === undefined) {
					expect(provider.id).toBe('openWa');
					expect(chat()).toEqual(whole);
				} else {
					expect(chat()).toEqual(whole.slice(0, after + 1));
					expect(error.message).toContain('may have arrived');
				}
			}
		});
	});

	it('reveals no secret that a service repeats where a text or a look-up fails', async () => {
		const secrets = provider.credential.properties
			.filter(({ typeOptions }) => typeOptions?.password === true)
			.map(({ name }) => z.string().parse(credentialOf(provider.id)[name]));
		sandbox.fault({ kind: 'echo', on: 'any' });
		const options = {
			whatsappId: 'lookUp',
			...(text === undefined ? {} : { textBefore: 'Before it' }),
		};
		const failed = await run(ANA, { options }, { onError: 'continueRegularOutput' });
		const { error } = await run(ANA, { options });
		const shown = JSON.stringify([outputs(failed), error?.message, error?.description]);
		expect(shown).toContain(text === undefined ? '' : 'Text Before');
		for (const secret of secrets) expect(shown).not.toContain(secret);
		expect(arrived()).toEqual([]);
	});

	it('looks up WhatsApp IDs, or says that it cannot', async () => {
		const contact = {
			name: { formatted_name: 'Ana Lima' },
			phones: [{ phone: '+5531987654321' }, { phone: '+447700900001', wa_id: '447700900999' }],
		};
		const item = await send(contact, { options: { whatsappId: 'lookUp' } });
		const asked = sandbox.requests().filter(isNoSend);
		if (lookUp === undefined) {
			expect(asked).toEqual([]);
			expect(item.warnings.map(({ message }) => message)).toContain(
				`${provider.displayName} cannot look up WhatsApp IDs, so the digits of the numbers are used instead`,
			);
			return;
		}
		expect(asked.length).toBeGreaterThan(0);
		expect(JSON.stringify(asked)).not.toContain('447700900');
		const sent = JSON.stringify([item, arrivedContacts()]);
		if (carries.whatsAppIds) expect(sent).toContain('"wa_id":"553187654321"');
		else expect(sent).toContain('is on WhatsApp as +553187654321');
	});

	it('warns of a number that is not on WhatsApp, and sends the card', async () => {
		if (lookUp === undefined) return;
		const contact = { name: { formatted_name: 'Nobody' }, phones: [{ phone: '+12025550190' }] };
		const item = await send(contact, { options: { whatsappId: 'lookUp' } });
		expect(item.warnings.map(({ message }) => message).join()).toMatch(
			/\+12025550190.*the card (may show|shows) Invite/,
		);
		expect(arrivedContacts()).toHaveLength(1);
	});

	it("puts no other person's id into the card", async () => {
		if (lookUp === undefined) return;
		const contact = { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+12025550187' }] };
		const item = await send(contact, { options: { whatsappId: 'lookUp' } });
		expect(JSON.stringify([item.contacts, arrived()])).not.toContain('12025550179');
		expect(item.warnings.map(({ message }) => message).join()).toContain('+12025550187');
	});

	it('keeps the card, with a warning, whatever a look-up answers', async () => {
		if (lookUp === undefined) return;
		for (const kind of ['401', 'html-200', 'empty-200', 'success-false', 'truncated'] as const) {
			sandbox.reset();
			sandbox.fault({ kind, on: 'list' });
			const item = await send(ANA, { options: { whatsappId: 'lookUp', maxRetries: 0 } });
			expect(item.warnings.map(({ message }) => message).join()).toContain(
				'The WhatsApp ID of +5512996130832 could not be looked up',
			);
			expect(arrivedContacts()).toHaveLength(1);
		}
	});

	it('sends the card with the digits of the number where the look-up fails, and looks up nothing for a preview', async () => {
		if (lookUp === undefined) return;
		const options = { whatsappId: 'lookUp' };
		const preview = await run(ANA, { operation: 'preview', options });
		expect(sandbox.requests()).toEqual([]);
		expect(JSON.stringify(outputs(preview))).toContain('looked up only when the card is sent');
		sandbox.fault({ kind: '500-json', on: 'list', times: 1 });
		const item = await send(ANA, { options });
		expect(item.warnings.map(({ message }) => message).join()).toContain(
			'The WhatsApp ID of +5512996130832 could not be looked up',
		);
		expect(arrivedContacts()).toHaveLength(1);
	});

	it('keeps the items in order, each with its own recipient and pair', async () => {
		const names = Array.from({ length: 12 }, (_, index) => `Person ${index + 1}`);
		const result = await runSend(
			sandbox,
			{
				operation: 'send',
				provider: provider.id,
				...row.parameters,
				contactSource: 'json',
				contactsJson: '={{ JSON.stringify($json.contact) }}',
			},
			{
				items: names.map((name): IDataObject => ({
					contact: { name: { formatted_name: name }, phones: ['+5512996130832'] },
				})),
			},
		);
		expect(result.error).toBeUndefined();
		const items = result.items('Send Contact Card');
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(names.map((_, item) => ({ item })));
		expect(items.map(({ json }) => sentItem.parse(json).contacts[0]?.name.formatted_name)).toEqual(
			names,
		);
		expect(arrivedContacts().map(({ name }) => name.formatted_name)).toEqual(names);
	});

	/** Whether a request sends neither a card nor a text, and so asks about numbers: only those that send name a recipient. */
	function isNoSend({ recipient }: LoggedRequest): boolean {
		return recipient === '';
	}

	function credentialOf(providerId: string): ICredentialDataDecryptedObject {
		const all: Record<string, ICredentialDataDecryptedObject> = { ...sandbox.credentials };
		return all[providerId] ?? {};
	}
});

const PLAIN_PROPERTIES = ['BEGIN', 'VERSION', 'N', 'FN', 'CLASS', 'ORG', 'TEL', 'X-ABLabel', 'END'];

/** The names of a vCard's properties, one a line, without the groups that Apple's phones put before them. */
function propertiesOf(vcard: string): string[] {
	return vcard
		.replace(/\r?\n[ \t]/g, '')
		.split(/[\r\n\u2028\u2029]+/)
		.filter((line) => line !== '')
		.map((line) => line.split(/[;:]/)[0]?.replace(/^item\d+\./, '') ?? '');
}

/** A number that a provider may show with or without its plus. */
function anyPlus(digits: string): unknown {
	return expect.stringMatching(new RegExp(`^\\+?${digits}$`));
}

function expectCarried(contact: CardContact, carries: Carries): void {
	const { name, phones, emails, addresses, urls, org } = RICH_CONTACT;
	expect(contact.name.formatted_name).toBe(name.formatted_name);
	if (carries.nameParts) expect(contact.name).toEqual(name);

	const cut = <Entry>(entries: readonly Entry[], carried: 0 | 1 | 'all'): readonly Entry[] =>
		carried === 'all' ? entries : entries.slice(0, carried);
	const typed = (key: ListKey, { type }: { type: string }) =>
		carriesTypes(carries, key) ? { type } : {};
	expect(contact.phones).toHaveLength(cut(phones, carries.phones).length);
	expect(contact.phones).toMatchObject(
		cut(phones, carries.phones).map(({ phone, type, wa_id }) => ({
			phone: anyPlus(phone.slice(1)),
			...typed('phones', { type }),
			...(carries.whatsAppIds ? { wa_id } : {}),
		})),
	);
	expect(contact.emails).toMatchObject(
		cut(emails, carries.emails).map(({ email, type }) => ({ email, ...typed('emails', { type }) })),
	);
	expect(contact.urls).toMatchObject(
		cut(urls, carries.urls).map(({ url, type }) => ({ url, ...typed('urls', { type }) })),
	);
	expect(contact.addresses).toMatchObject(
		cut(addresses, carries.addresses).map(({ country_code: _code, ...address }) => address),
	);
	expect(contact.org ?? {}).toEqual(
		Object.fromEntries(carries.org.map((part) => [part, org[part]])),
	);
	for (const key of TEXTS) {
		const whole = key === 'photo' ? true : RICH_CONTACT[key];
		expect([key, contact[key]]).toEqual([key, carries[key] === false ? undefined : whole]);
	}
}

/** The fields of the rich contact of which something is lost, sorted. Its shown name holds all parts of the name. */
function notCarried(carries: Carries): string[] {
	const lists = LISTS.filter(
		(key) =>
			carries[key] !== 'all' ||
			!carriesTypes(carries, key) ||
			(key === 'phones' && !carries.whatsAppIds),
	);
	const texts = TEXTS.filter((key) => carries[key] === false);
	const org = carries.org.length < partsOf('org').length ? ['org'] : [];
	return [...lists, ...texts, ...org].sort();
}

import { carriesTypes, type Carries } from '../../nodes/carried/carries';
import type { ListKey } from '../../nodes/contact/fields/fields';
import { LISTS, partsOf, TEXTS } from '../../nodes/contact/fields/keys';
import { providers } from '../../nodes/providers';
import type { CardContact } from '../../sandbox/toolkit/contact';
import { RICH_CONTACT } from '../support/contacts';
import { sandboxForTests } from '../support/sandbox';
import { ANA, anyPlus, SANDBOX_OPTIONS, sendingThrough } from './sendingThrough';

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

const sandbox = sandboxForTests(SANDBOX_OPTIONS);

describe.each(providers)('$id', (provider) => {
	const { run, send, arrived, arrivedContacts } = sendingThrough(sandbox, provider);
	const { carries } = provider;

	it('delivers every field that it claims to carry', async () => {
		await send(RICH_CONTACT);
		const [contact] = arrivedContacts();
		expect(contact).toBeDefined();
		if (contact !== undefined) expectCarried(contact, carries);
	});

	it('warns of every field that it does not carry, and of no other', async () => {
		// Its photo is a web address, which every vCard warns about
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

	it('with On Unsupported Field on Fail, sends nothing of a contact with more than it carries', async () => {
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

import { execFileSync } from 'node:child_process';
import path from 'node:path';

import { z } from 'zod';

import type { Contact } from '../nodes/contact/contact';
import { writeVCards } from '../nodes/contact/vcard/write';
import { contactOf, RICH_CONTACT } from '../test/support/contacts';

const READERS = path.join(__dirname, 'readers');
const JARS = ['ez-vcard', 'vinnie'].map((name) => `/usr/share/java/${name}.jar`).join(':');

/** What a reader found in a card: the values of each field, in their order. */
type Fields = Record<string, string[]>;

const ADDRESS = {
	street: 'Rua das Laranjeiras, 120; bloco B',
	city: 'São José dos Campos',
	state: 'SP',
	zip: '12200-000',
	country: 'Brasil',
};

/** What the conformance tests send, and what a writer gets wrong more easily. */
const CONTACTS: readonly Contact[] = [
	RICH_CONTACT,
	{ name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+5512996130832' }] },
	{ name: { formatted_name: '陈伟' }, phones: [{ phone: '+14155551234' }] },
	{ name: { formatted_name: 'Doe; John; ; ;' } },
	{ name: { formatted_name: 'Doe, John: "the\' one" =0D=0A' } },
	{
		name: { formatted_name: 'Back\\slash \\n \\;', first_name: 'Back\\slash', last_name: 'a;b,c' },
	},
	{ name: { formatted_name: '👩‍👩‍👧‍👦 Família 📇' } },
	{ name: { formatted_name: 'محمد بن سلمان' } },
	{ name: { formatted_name: 'Ñ'.repeat(300), first_name: 'N'.repeat(300) } },
	{
		name: { formatted_name: 'Numbers' },
		phones: [
			{ phone: '+442079460958;ext=12', type: 'WORK' },
			{ phone: '+442079460958;ext=4567' },
			{ phone: '112', type: 'Sítio; casa' },
			{ phone: '+447700900123', type: 'Mobile', wa_id: '447700900123' },
		],
	},
	{
		name: { formatted_name: 'Places' },
		addresses: [
			{ ...ADDRESS, type: 'Férias', country_code: 'BR' },
			{ ...ADDRESS, type: 'HOME' },
		],
		org: { company: `Example; Sons, ${'and '.repeat(30)}more`, department: 'Sales, North' },
		urls: [{ url: 'https://example.com/a,b;c?d=e:f' }],
		birthday: '--02-29',
		note: `Likes \\n and "quotes".\n\n${'Long lines, 日本 and 👩‍👩‍👧. '.repeat(10)}End`,
	},
	{ name: { formatted_name: 'Picture' }, photo: `data:image/jpeg;base64,/9j/${'4AAQ'.repeat(50)}` },
	{ name: { formatted_name: 'Address' }, photo: 'https://example.com/a,b.jpg' },
].map((contact) => contactOf(contact));

const TEXT = writeVCards(CONTACTS);

describe('vobject', () => {
	it('reads every field of every card as it was written', () => {
		const output = run('/usr/bin/python3', [path.join(READERS, 'read_cards.py')]);
		const cards = z.array(z.array(z.tuple([z.string(), z.string()]))).parse(JSON.parse(output));
		expect(cards.map(fieldsOf)).toEqual(CONTACTS.map(expected));
	});
});

describe('ez-vcard', () => {
	it('reads every field of every card as it was written', () => {
		const output = run('java', ['-cp', JARS, path.join(READERS, 'ReadCards.java')]);
		const cards: Array<Array<[string, string]>> = [];
		for (const line of output.trim().split('\n')) {
			const [card = '', field = '', value = ''] = line.split('\t');
			const fields = (cards[Number(card) - 1] ??= []);
			fields.push([field, Buffer.from(value, 'base64').toString()]);
		}
		expect(cards.map(fieldsOf)).toEqual(CONTACTS.map(expected));
	});
});

function run(program: string, parameters: readonly string[]): string {
	return execFileSync(program, parameters, { input: TEXT, encoding: 'utf8' });
}

/** The fields that hold values of a person. */
function fieldsOf(values: ReadonlyArray<readonly [string, string]>): Fields {
	const fields: Fields = {};
	for (const [field, value] of values) {
		if (['class', 'version'].includes(field)) continue;
		// A reader that knows no labels leaves them escaped
		(fields[field] ??= []).push(field === 'x-ablabel' ? value.replace(/\\([;,])/g, '$1') : value);
	}
	return fields;
}

/** What a card says, as both programs print it. */
function expected(contact: Contact): Fields {
	const { name, phones, emails, addresses, org, urls, photo } = contact;
	const written: Fields = {
		fn: [name.formatted_name],
		n: [bars(name.last_name, name.first_name, name.middle_name, name.prefix, name.suffix)],
		nickname: present(contact.nickname),
		org: org.company === undefined ? [] : [[org.company, ...present(org.department)].join('|')],
		title: present(org.title),
		tel: phones.map(({ phone }) => phone.replace(/;ext=\d+$/, '')),
		'tel types': phones.map((phone) => parameter(labelOf(phone))),
		'tel waid': phones.map(({ wa_id: id }) => id ?? ''),
		email: emails.map(({ email }) => email),
		adr: addresses.map(({ street, city, state, zip, country }) =>
			bars(street, city, state, zip, country),
		),
		url: urls.map(({ url }) => url.replaceAll(',', '%2C')),
		bday: present(contact.birthday),
		note: present(contact.note),
		photo: present(photo?.replace(/^data:[^,]*,/, '').replaceAll(',', '%2C')),
		'x-abadr': addresses.flatMap(({ country_code: code }) => present(code?.toLowerCase())),
		'x-ablabel': [...phones.map(labelOf), ...addresses.map(({ type }) => type)].flatMap((label) =>
			label === undefined || /^[A-Z]+$/.test(label) ? [] : [label],
		),
	};
	return Object.fromEntries(Object.entries(written).filter(([, values]) => values.length > 0));
}

/** The type of a phone with its extension. */
function labelOf({ phone, type }: Contact['phones'][number]): string | undefined {
	const [, extension] = /;ext=(\d+)$/.exec(phone) ?? [];
	const words = extension === undefined ? present(type) : [...present(type), `ext. ${extension}`];
	return words.length === 0 ? undefined : words.join(' ');
}

/** A label as a parameter has it. */
function parameter(label: string | undefined): string {
	return label === 'Mobile' ? 'CELL' : (label ?? '').replace(/;/g, '');
}

function present(value: string | undefined): string[] {
	return value === undefined ? [] : [value];
}

function bars(...values: Array<string | undefined>): string {
	return values.map((value) => value ?? '').join('|');
}

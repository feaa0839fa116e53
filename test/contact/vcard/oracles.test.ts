import fc from 'fast-check';
import type ICAL from 'ical.js' with { 'resolution-mode': 'import' };
import VCard from 'vcf';

import type { Contact } from '../../../nodes/contact/contact';
import { writeVCard, writeVCards } from '../../../nodes/contact/vcard/write';
import { contact as anyContact } from './arbitrary';

const SEED = 20260;
const RUNS = 500;

const contact: Contact = {
	name: {
		formatted_name: 'Dr. João "Jota" da Conceição, Jr.',
		first_name: 'João',
		last_name: 'da Conceição; Silva',
		middle_name: 'A, B',
		prefix: 'Dr.',
		suffix: 'Jr.',
	},
	phones: [
		{ phone: '+5512996130832', type: 'CELL', wa_id: '5512996130832' },
		{ phone: '+551239411234', type: 'WORK FAX' },
		{ phone: '112', type: 'Emergência' },
		{ phone: '+1 555,,9' },
	],
	emails: [{ email: 'joao@example.com', type: 'HOME' }],
	addresses: [
		{
			street: 'Rua das Laranjeiras, 120; bloco B',
			city: 'São José dos Campos',
			state: 'SP',
			zip: '12200-000',
			country: 'Brasil',
			country_code: 'BR',
			type: 'WORK',
		},
	],
	org: { company: 'Example; Sons', department: 'Sales, North', title: 'Head of Sales' },
	urls: [{ url: 'https://example.com/a,b;c?d=e:f', type: 'WORK' }],
	birthday: '1990-05-15',
	nickname: 'Jota, J',
	note: `Likes \\n and "quotes".\n\n${'Long lines, 日本 and 👩‍👩‍👧. '.repeat(10)}End`,
	photo: `data:image/jpeg;base64,/9j/${'4AAQ'.repeat(50)}`,
};

describe('ical.js', () => {
	let ical: typeof ICAL;

	beforeAll(async () => {
		({ default: ical } = await import('ical.js'));
	});

	function read(text: string): InstanceType<typeof ICAL.Component> {
		return ical.Component.fromString(text);
	}

	function all(card: InstanceType<typeof ICAL.Component>, name: string): unknown[] {
		return card.getAllProperties(name).map((property) => property.getFirstValue());
	}

	it('reads the values that were written', () => {
		const card = read(writeVCard(contact));
		expect(all(card, 'n')).toEqual([['da Conceição; Silva', 'João', 'A, B', 'Dr.', 'Jr.']]);
		expect(all(card, 'fn')).toEqual(['Dr. João "Jota" da Conceição, Jr.']);
		expect(all(card, 'tel')).toEqual(contact.phones.map(({ phone }) => phone));
		expect(all(card, 'email')).toEqual(['joao@example.com']);
		expect(all(card, 'adr')).toEqual([
			[
				...['', '', 'Rua das Laranjeiras, 120; bloco B', 'São José dos Campos', 'SP'],
				...['12200-000', 'Brasil'],
			],
		]);
		expect(all(card, 'org')).toEqual([['Example; Sons', 'Sales, North']]);
		expect(all(card, 'title')).toEqual(['Head of Sales']);
		expect(all(card, 'url')).toEqual(['https://example.com/a%2Cb;c?d=e:f']);
		expect(all(card, 'nickname')).toEqual(['Jota, J']);
		expect(all(card, 'note')).toEqual([contact.note]);
		expect(card.getFirstPropertyValue('bday')?.toString()).toBe('1990-05-15');
		expect(card.getFirstPropertyValue('photo')?.toString()).toBe(contact.photo?.split(',')[1]);
	});

	it('reads the types, the WhatsApp id, the labels and the country code', () => {
		const card = read(writeVCard(contact));
		const [cell, fax, labelled] = card.getAllProperties('tel');
		expect(cell?.getParameter('type')).toBe('CELL');
		expect(cell?.getParameter('waid')).toBe('5512996130832');
		expect(fax?.getParameter('type')).toEqual(['WORK', 'FAX']);
		expect(labelled?.getParameter('group')).toBe('item1');
		const label = card.getFirstProperty('x-ablabel');
		expect(label?.getParameter('group')).toBe('item1');
		expect(label?.getFirstValue()).toBe('Emergência');
		expect(card.getFirstPropertyValue('x-abadr')).toBe('br');
	});

	it(`reads the names, notes and numbers of any contact (seed ${SEED})`, () => {
		fc.assert(
			fc.property(anyContact, (written) => {
				const { formatted_name, last_name, first_name, middle_name, prefix, suffix } = written.name;
				const parts = [last_name, first_name, middle_name, prefix, suffix];
				// It takes the semicolon after an escaped backslash for an escaped one
				fc.pre(parts.every((part) => part?.endsWith('\\') !== true));
				const card = read(writeVCard(written));
				expect(all(card, 'n')).toEqual([parts.map((part) => part ?? '')]);
				// It leaves \; as it is in texts that have no parts
				expect(all(card, 'fn')).toEqual([formatted_name.replaceAll(';', '\\;')]);
				expect(all(card, 'note')).toEqual(
					written.note === undefined ? [] : [written.note.replaceAll(';', '\\;')],
				);
				expect(all(card, 'tel')).toHaveLength(written.phones.length);
				expect(all(card, 'email')).toHaveLength(written.emails.length);
				expect(all(card, 'adr')).toHaveLength(written.addresses.length);
			}),
			{ seed: SEED, numRuns: RUNS },
		);
	});

	it('reads a file of several cards', () => {
		expect(ical.parse(writeVCards([contact, contact, contact]))).toHaveLength(3);
	});
});

describe('vcf', () => {
	function values(card: VCard | undefined, name: string): string[] {
		const found = card?.data[name] ?? [];
		return [found].flat().map((property) => property.valueOf());
	}

	/** The parts of a value: this parser leaves them escaped. */
	function parts(value: string | undefined): string[] {
		return (value ?? '')
			.split(/(?<!\\);/)
			.map((part) =>
				part.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
			);
	}

	it('reads the values that were written', () => {
		const [card] = VCard.parse(writeVCard(contact));
		expect(values(card, 'version')).toEqual(['3.0']);
		expect(parts(values(card, 'n')[0])).toEqual([
			'da Conceição; Silva',
			'João',
			'A, B',
			'Dr.',
			'Jr.',
		]);
		expect(parts(values(card, 'fn')[0])).toEqual(['Dr. João "Jota" da Conceição, Jr.']);
		expect(values(card, 'tel').flatMap(parts)).toEqual(contact.phones.map(({ phone }) => phone));
		expect(values(card, 'email')).toEqual(['joao@example.com']);
		expect(parts(values(card, 'adr')[0])).toEqual([
			...['', '', 'Rua das Laranjeiras, 120; bloco B', 'São José dos Campos', 'SP'],
			...['12200-000', 'Brasil'],
		]);
		expect(parts(values(card, 'org')[0])).toEqual(['Example; Sons', 'Sales, North']);
		expect(values(card, 'title')).toEqual(['Head of Sales']);
		expect(values(card, 'url')).toEqual(['https://example.com/a%2Cb;c?d=e:f']);
		expect(values(card, 'bday')).toEqual(['1990-05-15']);
		expect(parts(values(card, 'nickname')[0])).toEqual(['Jota, J']);
		expect(parts(values(card, 'note')[0])).toEqual([contact.note]);
		expect(values(card, 'photo')).toEqual([contact.photo?.split(',')[1]]);
	});

	it('reads the types, the WhatsApp id, the labels and the country code', () => {
		const [card] = VCard.parse(writeVCard(contact));
		const [cell, fax, labelled] = [card?.data['tel'] ?? []].flat();
		expect(cell).toMatchObject({ type: 'cell', waid: '5512996130832' });
		expect(fax).toMatchObject({ type: ['work', 'fax'] });
		expect(labelled).toMatchObject({ group: 'item1' });
		expect(values(card, 'xAbLabel')).toEqual(['Emergência']);
		expect(values(card, 'xAbadr')).toEqual(['br']);
	});
});

import type { Contact } from '../../../nodes/contact/contact';
import { completeContacts } from '../../../nodes/contact/source/readSource';
import { writeVCard } from '../../../nodes/contact/vcard/write';
import { writeAhead, writeInPieces } from '../../../nodes/contact/vcard/writeLong';

const NEVER = { shouldYield: false, yieldNow: async () => await Promise.resolve() };
const PICTURE = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(1_500_000, 0x5a)]);

/** A contact with a photo of the given number of bytes. */
function portrait(bytes: number, fields: Partial<Contact> = {}): Contact {
	return {
		name: { formatted_name: 'Zoë Lima', first_name: 'Zoë' },
		...{ phones: [], emails: [], addresses: [], org: {}, urls: [] },
		...fields,
		photo: `data:image/jpeg;base64,${PICTURE.subarray(0, bytes).toString('base64')}`,
	};
}

describe('a card with a long photo', () => {
	it.each(Array.from({ length: 80 }, (_, more) => 1_400_000 + more))(
		'is the same in pieces, with %d bytes',
		(bytes) => {
			const contact = portrait(bytes);
			expect([...writeInPieces(contact)].join('') === writeVCard(contact)).toBe(true);
		},
	);

	it('keeps the line that Android needs between a company and a folded photo', () => {
		const contact = portrait(1_400_000, { org: { company: 'Example' } });
		const card = [...writeInPieces(contact)].join('');
		expect(card).toContain('\r\nORG:Example\r\nCLASS:PUBLIC\r\nPHOTO;');
		expect(card === writeVCard(contact)).toBe(true);
	});

	it('is the same when it was written ahead', async () => {
		const contact = portrait(1_400_001, { note: 'one; two' });
		const card = writeVCard({ ...contact });
		await writeAhead([contact], NEVER);
		expect(writeVCard(contact) === card).toBe(true);
	});
});

describe('a long photo from JSON', () => {
	const complete = async (photo: string) =>
		await completeContacts([{ draft: { ...portrait(3), photo }, warnings: [] }], {}, NEVER);

	it('loses its line breaks and other alphabet, as a short one does', async () => {
		const { photo = '' } = portrait(1_400_000);
		const typed = photo
			.replace(/.{1000}/g, '$&\n')
			.replaceAll('/', (slash, at: number) => (at > 100 ? '_' : slash));
		const { contacts } = await complete(typed);
		expect(contacts[0]?.contact.photo === photo).toBe(true);
	});

	it('is left out with a warning where it is damaged', async () => {
		const { contacts } = await complete(`${portrait(1_400_000).photo ?? ''}!`);
		expect(contacts[0]?.contact).not.toHaveProperty('photo');
		expect(contacts[0]?.warnings).toEqual([
			{
				field: 'photo',
				message: 'The photo is neither a web address nor a base64 image; it was left out',
			},
		]);
	});
});

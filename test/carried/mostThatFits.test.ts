import { missing } from '../../nodes/carried/losses';
import { mostThatFits } from '../../nodes/carried/mostThatFits';
import { FIELDS } from '../../nodes/contact/fields/fields';
import { TEXTS } from '../../nodes/contact/fields/keys';
import { writeVCard } from '../../nodes/contact/vcard/write';
import { contactOf, RICH_CONTACT } from '../support/contacts';

const rich = contactOf(RICH_CONTACT);
const within = (octets: number) => (contact: typeof rich) =>
	Buffer.byteLength(writeVCard(contact)) <= octets;
const lostWithin = (octets: number, whole = rich) =>
	missing(whole, mostThatFits(whole, within(octets))).map(({ lost }) => lost);

describe('a contact for a card with little room', () => {
	it('is whole where there is room for all of it', () => {
		expect(mostThatFits(rich, within(2048))).toBe(rich);
		expect(lostWithin(2048)).toEqual([]);
	});

	it('loses the photo first, then the note', () => {
		const all = Buffer.byteLength(writeVCard(rich));
		expect(lostWithin(all - 1)).toEqual(['the photo']);
		expect(lostWithin(all - 80)).toEqual(['the note', 'the photo']);
	});

	it('keeps what is small, though something large before it has no room', () => {
		const large = { ...rich, note: 'x'.repeat(5000), photo: 'https://example.com/p.jpg' };
		expect(lostWithin(2048, large)).toEqual(['the note']);
	});

	it('keeps the entries of a list from the first on', () => {
		const emails = Array.from({ length: 100 }, (_, index) => ({
			email: `address-${String(index).padStart(3, '0')}@example.com`,
		}));
		const kept = mostThatFits({ ...rich, emails }, within(2048));
		expect(kept.emails).toEqual(emails.slice(0, kept.emails.length));
		expect(kept.emails.length).toBeGreaterThan(10);
		expect(lostWithin(2048, { ...rich, emails })[0]).toMatch(/^\d+ emails$/);
	});

	it('has its name and first number in any case', () => {
		expect(mostThatFits(rich, () => false)).toEqual({
			name: { formatted_name: 'Dr. John A. Doe Jr.' },
			phones: [{ phone: '+5512996130832' }],
			emails: [],
			addresses: [],
			org: {},
			urls: [],
		});
		expect(lostWithin(0)).toEqual([
			'the parts of the name',
			'1 phone',
			'2 emails',
			'1 address',
			'1 URL',
			'the details of the first phone',
			'the company',
			'the department',
			'the title',
			...TEXTS.map((key) => `the ${FIELDS[key].singular}`),
		]);
	});
});

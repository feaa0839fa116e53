import { completeContact } from '../../../nodes/contact/complete';
import { decodeVCardFile } from '../../../nodes/contact/vcard/charset';
import { readLongVCards, readVCardFile, readVCards } from '../../../nodes/contact/vcard/read';

/** Says at every step that it is time to give way, and counts how often it was given. */
function turnsOf() {
	let given = 0;
	return {
		shouldYield: true,
		async yieldNow() {
			given++;
			await Promise.resolve();
		},
		given: () => given,
	};
}

const JPEG = Buffer.concat([
	Buffer.from([0xff, 0xd8, 0xff]),
	Buffer.alloc(3_000_000, 0x5a),
]).toString('base64');
const folded = (line: string): string => line.replace(/.{74}/g, '$&\r\n ');
const card = (line: string): string =>
	`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë\r\n${line}\r\nEND:VCARD\r\n`;

describe('a photo of megabytes', () => {
	it.each([
		['in one line', `PHOTO;ENCODING=b;TYPE=WORK:${JPEG}`],
		['folded', folded(`PHOTO;ENCODING=b;TYPE=JPEG:${JPEG}`)],
		['as a data URI', `PHOTO:data:image/png;base64,${JPEG}`],
		['as a folded data URI', folded(`PHOTO;ENCODING=b:data:image/jpeg;base64,${JPEG}`)],
		['in lines that are not indented', `PHOTO;BASE64:\r\n${JPEG.replace(/.{76}/g, '$&\r\n')}\r\n`],
		['with spaces', `PHOTO;ENCODING=b:${JPEG.replace(/.{1000}/g, '$& ')}`],
	])('is read in many steps, %s', async (_, line) => {
		const turns = turnsOf();
		const { contacts } = await readVCardFile(Buffer.from(card(line)), turns);
		expect(turns.given()).toBeGreaterThan(5);
		const [contact] = contacts;
		expect(contact?.warnings).toEqual([]);
		const completed = completeContact(contact!, { whatsappId: 'asGiven' });
		if ('problem' in completed) throw new Error(completed.problem);
		expect(completed.contact.photo === `data:image/jpeg;base64,${JPEG}`).toBe(true);
	});

	it.each([
		['is damaged', `PHOTO;ENCODING=b;TYPE=JPEG:${JPEG.slice(0, 2_000_000)}!${JPEG}`],
		['is an address', `PHOTO:https://example.com/${JPEG}`],
		['is no base64', `PHOTO:data:image/jpeg,${JPEG}`],
	])('is reported where it %s', (_, line) => {
		const [contact] = readVCards(card(line)).contacts;
		expect(contact?.draft.photo).toBeUndefined();
		expect(contact?.warnings.map(({ message }) => message)).toEqual([
			'line 4: PHOTO is neither a picture nor a web address and was left out',
		]);
	});
});

describe('a file of megabytes', () => {
	const cards = Array.from({ length: 30_000 }, (_, index) => card(`TITLE:Nr. ${String(index)}`));
	const text = cards.join('');

	it.each([
		['UTF-8', Buffer.from(text)],
		[
			'UTF-8 without line breaks between the cards',
			Buffer.from(text.replaceAll('\r\nBEGIN', 'BEGIN')),
		],
		['UTF-16', Buffer.from(text, 'utf16le')],
		['Windows-1252', Buffer.from(text, 'latin1')],
	])('is read in many steps, the same as at once: %s', async (_, bytes) => {
		const turns = turnsOf();
		const { contacts, warnings } = await readVCardFile(bytes, turns);
		expect(turns.given()).toBeGreaterThan(100);
		expect(warnings).toEqual([]);
		expect(contacts).toHaveLength(cards.length);
		const wrong = contacts.filter(
			({ draft }, index) =>
				draft.name?.formatted_name !== 'Zoë' || draft.org?.title !== `Nr. ${String(index)}`,
		);
		expect(wrong).toEqual([]);
		expect(decodeVCardFile(bytes)).toContain('FN:Zoë');
	});

	it('keeps the numbers of its lines', async () => {
		const { contacts } = await readVCardFile(Buffer.from(`${text}${card('X-AIM:a')}`), turnsOf());
		expect(contacts.at(-1)?.warnings.map(({ message }) => message)).toEqual([
			'line 150004: X-AIM is not a field of a contact card and was left out',
		]);
	});

	it('is read in steps as text, too', async () => {
		const turns = turnsOf();
		const { contacts } = await readLongVCards(text, turns);
		expect(contacts).toHaveLength(cards.length);
		expect(turns.given()).toBeGreaterThan(100);
	});
});

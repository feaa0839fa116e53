/** Names, companies, addresses and nicknames of a hundred thousand parts. */

import { readVCards } from '../../../nodes/contact/vcard/read';
import { VCardReader } from '../../../nodes/contact/vcard/reader';

const MANY = 120_000;
const card = (line: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n${line}\nEND:VCARD\n`;
const times = (count: number, text: string) => Array.from({ length: count }, () => text);

function onlyDraft(line: string) {
	const [contact] = readVCards(card(line)).contacts;
	return contact!.draft;
}

/** How many steps it takes to read a card. */
function stepsOf(line: string): number {
	const steps = new VCardReader().read(card(line));
	let count = 1;
	while (steps.next().done !== true) count++;
	return count;
}

describe('a property of very many parts', () => {
	it('is a company with all its units', () => {
		const { org } = onlyDraft(`ORG:Acme;${'a\\;b; ;'.repeat(MANY)}`);
		expect(org?.company).toBe('Acme');
		expect(org?.department === times(MANY, 'a;b').join(', ')).toBe(true);
	});

	it('is a name with all the texts of its parts', () => {
		const { name } = onlyDraft(`N:Doe;${'a\\,b,,'.repeat(MANY)};Q`);
		expect(name?.last_name).toBe('Doe');
		expect(name?.first_name === times(MANY, 'a,b').join(' ')).toBe(true);
		expect(name?.middle_name).toBe('Q');
	});

	it('is a name with more parts than a name has, the rest of which is reported', () => {
		const [contact] = readVCards(card(`N:Doe;Jane;;;Jr.;Doe;Jr.;${'x;'.repeat(MANY)}`)).contacts;
		expect(contact?.draft.name).toEqual({
			...{ formatted_name: 'Ana', last_name: 'Doe', first_name: 'Jane', suffix: 'Jr.' },
		});
		expect(contact?.warnings).toEqual([
			{
				field: 'name',
				message: `line 4: N has more parts than a name can have; "${times(30, 'x').join(' ')}…" was left out`,
			},
		]);
	});

	it('is every nickname', () => {
		const { nickname } = onlyDraft(`NICKNAME:${'Zo, ,a\\,b,'.repeat(MANY / 2)}`);
		expect(nickname === times(MANY / 2, 'Zo, a,b').join(', ')).toBe(true);
	});

	it('is an address, what comes after its country being part of it', () => {
		const { addresses } = onlyDraft(
			`ADR:;;1 Main St;${'a,b,,'.repeat(50_000)};;;${'c,;d\\n;'.repeat(50_000)}`,
		);
		const [address] = addresses!;
		expect(address?.street).toBe('1 Main St');
		expect(address?.city === times(50_000, 'a, b').join(', ')).toBe(true);
		expect(address?.country === times(50_000, 'c, d').join(', ')).toBe(true);
	});

	it('is the lines of a label', () => {
		const { addresses } = onlyDraft(`LABEL:${'a\\n\\nb,\\n'.repeat(80_000)}`);
		expect(addresses?.[0]?.street === times(80_000, 'a, b,').join(' ')).toBe(true);
	});

	it.each([
		['company', `ORG:${'a;'.repeat(400_000)}`],
		['name', `N:${'a;'.repeat(400_000)}`],
		['list of nicknames', `NICKNAME:${'a,'.repeat(400_000)}`],
		['address', `ADR:${'a;'.repeat(400_000)}`],
		['card of many phones with long parameters', `TEL;TYPE=${'a,'.repeat(4000)}:1\n`.repeat(100)],
		['card of many properties', 'X-A:1\n'.repeat(10_000)],
	])('is read in many steps, as a %s', (_, line) => {
		expect(stepsOf(line) - stepsOf('NOTE:a')).toBeGreaterThan(10);
	});
});

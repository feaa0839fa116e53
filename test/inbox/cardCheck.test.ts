import { checkCard } from '../../sandbox/inbox/check/cardCheck';
import { check, inFields, inVcard, named, phoned, TEL, WHOLE } from './checkedCards';

describe('The card check', () => {
	it('gives a whole card 100, and lists what the phone shows', () => {
		expect(check(WHOLE)).toEqual({
			score: 100,
			findings: [
				{ rule: 'name', level: 'fine', shows: 'The name', why: '', contact: 1 },
				{ rule: 'numbers', level: 'fine', shows: 'The number', why: '', contact: 1 },
				{ rule: 'whatsAppId', level: 'fine', shows: 'The button “Message”', why: '', contact: 1 },
			],
		});
	});

	it.each([
		['a Brazilian mobile with and without its ninth digit', '+55 12 99613-0832', '551296130832'],
		['a Mexican mobile with its old 1', '+52 55 1234 5678', '5215512345678'],
		['an Argentine mobile with its 9', '+54 11 2345-6789', '5491123456789'],
	])('takes %s for one number', (_what, phone, wa_id) => {
		expect(check(phoned({ phone, wa_id })).score).toBe(100);
	});

	it.each([
		'Nguyễn Thị Thu Hà',
		'ليلى حسن',
		'王小明',
		'می‌خواهم',
		'Dr. Nkechi Okafor 👩🏾‍⚕️',
		'O’Brien; MacKay',
		'Ã',
	])('has nothing against the name %s', (name) => {
		const wrong = check(named(name.replaceAll(';', '\\;'))).findings.filter(
			({ level }) => level !== 'fine',
		);
		expect(wrong).toEqual([]);
	});

	it.each(['1987-04-25', '19870425', '--04-25', '1987-04-25T00:00:00Z'])(
		'reads the birthday %s',
		(birthday) => {
			const { findings } = check(inFields({ birthday }));
			expect(findings.filter(({ rule }) => rule === 'birthday')).toEqual([]);
		},
	);

	it.each(['iMessage', 'Telegram', ''])('asks for no WhatsApp ID in a card over %s', (network) => {
		const { findings } = check(phoned({ phone: '+447700900302' }), network);
		expect(findings.filter(({ rule }) => rule === 'whatsAppId')).toEqual([]);
	});

	it('takes 30 for a problem and 10 for a warning, and nothing for a note', () => {
		expect(check(inVcard('FN:Zoë', TEL)).score).toBe(90);
		expect(check(named('undefined')).score).toBe(70);
		expect(check(inVcard('N:;Zoë Lindqvist;;;', 'FN:Zoë Lindqvist', TEL)).score).toBe(100);
		expect(
			check(
				inFields({
					name: { formatted_name: '' },
					phones: [
						{ phone: 'x', wa_id: '1' },
						{ phone: 'y', wa_id: '2' },
					],
				}),
			).score,
		).toBe(0);
	});

	it('counts the weakest of several contacts, and says whom a finding is about', () => {
		const { score, findings } = checkCard({
			network: 'WhatsApp',
			copy: 1,
			contacts: [WHOLE, inVcard('FN:Zoë', TEL), WHOLE],
		});
		expect(score).toBe(90);
		expect(findings.filter(({ level }) => level === 'warning')).toMatchObject([
			{ rule: 'nameParts', contact: 2 },
		]);
	});

	it.each([
		[2, 'Arrives for the 2nd time'],
		[3, 'Arrives for the 3rd time'],
		[11, 'Arrives for the 11th time'],
		[21, 'Arrives for the 21st time'],
	])('finds a card that came %d times', (copy, shows) => {
		const { score, findings } = checkCard({ network: 'WhatsApp', copy, contacts: [WHOLE] });
		expect(score).toBe(70);
		expect(findings[0]).toMatchObject({ rule: 'once', level: 'problem', shows, contact: 0 });
	});

	it('finds an empty card, and one with more contacts than WhatsApp takes', () => {
		expect(checkCard({ network: 'WhatsApp', copy: 1, contacts: [] })).toMatchObject({
			score: 70,
			findings: [{ rule: 'contacts', shows: 'An empty card' }],
		});
		const contacts = Array.from({ length: 258 }, () => WHOLE);
		expect(checkCard({ network: 'WhatsApp', copy: 1, contacts })).toMatchObject({ score: 70 });
		expect(checkCard({ network: 'WhatsApp', copy: 1, contacts: contacts.slice(1) })).toMatchObject({
			score: 100,
		});
	});

	it('names what the address book gets besides', () => {
		const { findings } = check(
			inVcard(
				'N:Lindqvist;Zoë;;;',
				'FN:Zoë Lindqvist',
				TEL,
				'EMAIL:zoe@lindqvist.example',
				'URL:https://lindqvist.example',
				'ORG:Lindqvist AB',
				'NOTE:Hello',
			),
		);
		expect(findings.at(-1)).toMatchObject({
			level: 'fine',
			shows: 'Once saved: 1 email, the organization, 1 URL, the note',
		});
	});
});

import { checkCard } from '../../sandbox/inbox/check/cardCheck';
import type { CardCheck, CheckedContact, Level } from '../../sandbox/inbox/check/finding';
import type { CardPhoto } from '../../sandbox/inbox/photo';
import { namedContact, type CardContact } from '../../sandbox/toolkit/contact';
import { readVcard, vcardLines } from '../../sandbox/toolkit/vcard';

const TEL = 'TEL;type=CELL;waid=447700900302:+44 7700 900302';

/** A contact as it arrives in a vCard 3.0 with these lines. */
function inVcard(...lines: string[]): CheckedContact {
	const text = ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD'].join('\n');
	return { contact: readVcard(text), lines: vcardLines(text), photo: null };
}

/** A contact that a service takes in fields. */
function inFields(changes: Partial<CardContact>): CheckedContact {
	return { contact: { ...namedContact('Zoë Lindqvist'), ...changes }, lines: null, photo: null };
}

function withPhoto(photo: CardPhoto): CheckedContact {
	return { ...inVcard('N:Lindqvist;Zoë;;;', 'FN:Zoë Lindqvist', TEL), photo };
}

function check(contact: CheckedContact, network = 'WhatsApp'): CardCheck {
	return checkCard({ network, copy: 1, contacts: [contact] });
}

const WHOLE = inVcard('N:Lindqvist;Zoë;;;', 'FN:Zoë Lindqvist', TEL);
const named = (name: string) => inVcard('N:Lindqvist;Zoë;;;', `FN:${name}`, TEL);
const phoned = (...phones: CardContact['phones']) => inFields({ phones });

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

	it.each<[string, CheckedContact, string, Level, string, RegExp]>([
		[
			'no name',
			inFields({
				name: { formatted_name: ' ' },
				phones: [{ phone: '+447700900302', wa_id: '447700900302' }],
			}),
			'name',
			'problem',
			"No name: the card's title is +447700900302",
			/FN\) is empty/,
		],
		[
			'a name of 41 characters',
			named('Reception of the Grand Harbour Hotel Lisbon 2'.slice(0, 41)),
			'nameLength',
			'warning',
			'The name is cut off after about 40 characters',
			/It has 41 characters/,
		],
		[
			'a name of 10,000 characters',
			named('a'.repeat(10_000)),
			'nameLength',
			'warning',
			'The name is cut off after about 40 characters',
			/It has 10,000 characters/,
		],
		[
			'a placeholder that was not filled',
			named('{{ $json.name }}'),
			'text',
			'problem',
			'“{{ $json.name }}”, not filled in',
			/placeholder/,
		],
		[
			'an object in the place of a text',
			named('[object Object]'),
			'text',
			'problem',
			'“[object Object]”, not filled in',
			/expression/,
		],
		[
			'letters in the wrong encoding',
			named('ZoÃ« Lindqvist'),
			'text',
			'warning',
			'Garbled letters',
			/UTF-8/,
		],
		[
			'a replaced letter',
			named('Zo\uFFFD Lindqvist'),
			'text',
			'warning',
			'Garbled letters',
			/UTF-8/,
		],
		[
			'a mark that turns the direction of text',
			named('Zoë \u202Egnp.exe'),
			'text',
			'warning',
			'A name with hidden characters',
			/direction of text/,
		],
		[
			'no N line',
			inVcard('FN:Zoë Lindqvist', TEL),
			'nameParts',
			'warning',
			'One name, not first and last',
			/no N line, which vCard 3.0 requires/,
		],
		[
			'an empty N line',
			inVcard('N:;;;;', 'FN:Zoë Lindqvist', TEL),
			'nameParts',
			'warning',
			'One name, not first and last',
			/N line of the vCard is empty/,
		],
		[
			'the whole name as the first name',
			inVcard('N:;Zoë Lindqvist;;;', 'FN:Zoë Lindqvist', TEL),
			'nameParts',
			'note',
			'The whole name as one part',
			/by its first word/,
		],
		[
			'a line break that added a name',
			inVcard('N:;Zoë;;;', 'FN:Zoë', 'FN:Someone else', TEL),
			'brokenOut',
			'problem',
			'Text that broke out of its field',
			/has FN more than once/,
		],
		[
			'a line that is no property',
			inVcard('N:;Zoë;;;', 'FN:Zoë', 'Lindqvist', TEL),
			'brokenOut',
			'problem',
			'Text that broke out of its field',
			/not a property: “Lindqvist”/,
		],
		['no number and no email', inFields({}), 'numbers', 'problem', 'No number', /no way to reach/],
		[
			'an email address only',
			inFields({ emails: [{ email: 'zoe@lindqvist.example' }] }),
			'numbers',
			'warning',
			'No number',
			/cannot be called/,
		],
		[
			'the same number twice',
			phoned({ phone: '+447700900302', wa_id: '447700900302' }, { phone: '+44 7700 900302' }),
			'numbers',
			'note',
			'+44 7700 900302 twice',
			/contains it twice/,
		],
		[
			'a national number',
			phoned({ phone: '07700 900302', wa_id: '447700900302' }),
			'international',
			'warning',
			'07700 900302 cannot be dialed from abroad',
			/with \+ and the country code/,
		],
		[
			'a number without +',
			phoned({ phone: '447700900302' }),
			'international',
			'warning',
			'447700900302 cannot be dialed from abroad',
			/with \+/,
		],
		[
			'a short number',
			phoned({ phone: '112' }),
			'international',
			'note',
			'112 as a short number',
			/own country/,
		],
		[
			'a word in the place of a number',
			phoned({ phone: 'unknown' }),
			'international',
			'problem',
			'“unknown” instead of a number',
			/contains no digits/,
		],
		[
			'no WhatsApp ID',
			phoned({ phone: '+447700900302' }),
			'whatsAppId',
			'warning',
			'“Invite” instead of “Message”',
			/\(waid\)/,
		],
		[
			'a JID as WhatsApp ID',
			phoned({ phone: '+447700900302', wa_id: '447700900302@s.whatsapp.net' }),
			'whatsAppId',
			'warning',
			'“Invite” instead of “Message”',
			/contain only digits/,
		],
		[
			'the WhatsApp ID of another number',
			phoned({ phone: '+447700900302', wa_id: '447700900999' }),
			'whatsAppId',
			'problem',
			'“Message” opens a chat with +447700900999',
			/would write to someone else/,
		],
		[
			'no email address',
			inFields({ emails: [{ email: 'zoe at home' }] }),
			'emails',
			'warning',
			'“zoe at home” is not an email address',
			/nobody can write/,
		],
		[
			'a link without https',
			inFields({ urls: [{ url: 'lindqvist.example' }] }),
			'links',
			'warning',
			'“lindqvist.example” does not open',
			/https:/,
		],
		[
			'a script as link',
			inFields({ urls: [{ url: 'javascript:alert(1)' }] }),
			'links',
			'warning',
			'“javascript:alert(1)” does not open',
			/https:/,
		],
		[
			'a birthday in words',
			inFields({ birthday: '14 March' }),
			'birthday',
			'warning',
			'No birthday',
			/YYYY-MM-DD/,
		],
		[
			'a photo that is only linked',
			withPhoto({ kind: 'address', address: 'https://lindqvist.example/zoe.jpg' }),
			'photo',
			'warning',
			'No photo',
			/do not load anything that a card links to/,
		],
		[
			'a photo that is none',
			withPhoto({ kind: 'unreadable' }),
			'photo',
			'warning',
			'No photo',
			/not a JPEG or PNG/,
		],
		[
			'a photo of 101 kB',
			withPhoto({ kind: 'image', mediaType: 'image/jpeg', base64: '', bytes: 100_001 }),
			'photo',
			'warning',
			'Perhaps no photo',
			/It has 101 kB/,
		],
		[
			'a photo of a type that not all phones show',
			withPhoto({ kind: 'image', mediaType: 'image/webp', base64: '', bytes: 900 }),
			'photo',
			'warning',
			'Perhaps no photo',
			/image\/webp/,
		],
	])('finds %s', (_what, contact, rule, level, shows, why) => {
		const found = check(contact).findings.find(
			(finding) => finding.rule === rule && finding.level === level,
		);
		expect(found).toEqual({ rule, level, shows, why: expect.stringMatching(why), contact: 1 });
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

import { completeContact } from '../../../nodes/contact/complete';
import { decodeVCardFile } from '../../../nodes/contact/vcard/charset';
import { readVCards } from '../../../nodes/contact/vcard/read';
import { read, warningsOf } from './oneCard';

const PNG =
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const base64 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('base64');
const JPEG = base64('\xff\xd8\xff\xe0\0\x10JFIF');
const HEIC = base64('\0\0\0\x18ftypheic\0\0\0\0');
const WEBP = base64('RIFF\x24\0\0\0WEBPVP8 ');

describe('a WhatsApp id', () => {
	it.each([
		['waid=447700900123', '447700900123'],
		['waid=447700900123@s.whatsapp.net', '447700900123'],
		['waid=447700900123@c.us', '447700900123'],
		['waid=447700900123:12@s.whatsapp.net', '447700900123'],
		['waid="447700900123:3@s.whatsapp.net"', '447700900123'],
		['WAID=+447700900123', '447700900123'],
		['waid="+44 7700 900123"', '447700900123'],
		['waid=+44 7700-900123', '447700900123'],
		["waid='447700900123'", '447700900123'],
		['waid=447700900123%40s.whatsapp.net', '447700900123'],
		['type=CELL;waid=553188887777@s.whatsapp.net', '553188887777'],
	])('is read: TEL;%s', (parameters, id) => {
		const completed = complete(`FN:A\nTEL;${parameters}:+44 7700 900199`);
		expect(completed.contact.phones).toMatchObject([{ phone: '+447700900199', wa_id: id }]);
		expect(completed.warnings).toEqual([]);
	});

	it.each(['', ' ', 'WhatsApp'])('stands for a number that is missing: %j', (value) => {
		const { contact } = complete(`FN:A\nTEL;waid=447700900123:${value}`);
		expect(contact.phones).toEqual([{ phone: '+447700900123', wa_id: '447700900123' }]);
	});

	it('that is none is reported', () => {
		const { warnings } = complete('FN:A\nTEL;waid=ana@lid:+447700900123');
		expect(warnings.map(({ message }) => message)).toEqual([
			'The WhatsApp ID "ana@lid" is not a number; it was left out',
		]);
	});
});

describe('a birthday without a year', () => {
	it.each([
		'BDAY:1604-05-15',
		'BDAY;VALUE=date:16040515',
		'BDAY:1604-05-15T00:00:00Z',
		'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-15',
		'BDAY;X-APPLE-OMIT-YEAR=2000:2000-05-15',
		'BDAY:0000-05-15',
		'BDAY:--0515',
	])('is read: %s', (line) => {
		expect(read(line)).toEqual({ birthday: '--05-15' });
	});

	it('is one also where it did not come from a vCard', () => {
		const completed = completeContact(
			{ draft: { name: { formatted_name: 'A' }, birthday: '1604-05-15' }, warnings: [] },
			{ whatsappId: 'asGiven' },
		);
		expect(completed).toMatchObject({ contact: { birthday: '--05-15' } });
	});
});

describe('UTF-16 without a byte-order mark', () => {
	const text = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë 日本\r\nEND:VCARD\r\n';

	it.each([
		['little-endian', Buffer.from(text, 'utf16le')],
		['big-endian', Buffer.from(text, 'utf16le').swap16()],
		['after blank lines', Buffer.from(`\r\n\r\n${text}`, 'utf16le')],
	])('is read, %s', (_, bytes) => {
		expect(decodeVCardFile(bytes).trimStart()).toBe(text);
	});
});

describe('a photo is what its bytes say', () => {
	it.each([
		['TYPE=WORK;ENCODING=b', PNG, 'png'],
		['TYPE=pref;TYPE=PNG;ENCODING=b', PNG, 'png'],
		['ENCODING=b;TYPE=pref,JPEG', JPEG, 'jpeg'],
		['ENCODING=b;TYPE=HOME', JPEG, 'jpeg'],
		['ENCODING=BASE64;TYPE=GIF', PNG, 'png'],
		['BASE64', base64('II*\0\x08\0\0\0'), 'tiff'],
		['BASE64;PREF', base64('MM\0*\0\0\0\x08'), 'tiff'],
		['ENCODING=b;TYPE=JPEG', HEIC, 'heic'],
		['ENCODING=b', WEBP, 'webp'],
		['ENCODING=b;TYPE=INTERNET', base64('GIF89a\x01\0'), 'gif'],
		['ENCODING=b', base64('BM\x46\0\0\0\0\0\0\0'), 'bmp'],
		['ENCODING=b;TYPE=X-PHOTO,image/png', base64('\x01\x02\x03'), 'png'],
	])('PHOTO;%s of %s', (parameters, data, format) => {
		expect(read(`PHOTO;${parameters}:${data}`)).toEqual({
			photo: `data:image/${format};base64,${data}`,
		});
	});

	it.each([
		`PHOTO;ENCODING=b;TYPE=PNG:data:image/png;base64,${PNG}`,
		`PHOTO;VALUE=uri:data:image/work;base64,${PNG}`,
		`PHOTO;ENCODING=BASE64:data:application/octet-stream;base64,${PNG}`,
		`PHOTO;VALUE=binary:data:;base64,${PNG}`,
		`PHOTO:data:image/png\\;base64\\,${PNG}`,
	])('in a data URI, whatever is said of it: %s', (line) => {
		expect(read(line)).toEqual({ photo: `data:image/png;base64,${PNG}` });
	});

	it.each([
		'PHOTO;ENCODING=b;TYPE=JPEG:https://example.com/a.jpg',
		'PHOTO;BASE64:https\\://example.com/a.jpg',
		'PHOTO;ENCODING=QUOTED-PRINTABLE:https=3A//example.com/a.jpg',
		'PHOTO;VALUE=binary:HTTPS://example.com/a.jpg',
	])('or the address that it is: %s', (line) => {
		expect(read(line)).toEqual({ photo: 'https://example.com/a.jpg' });
	});

	it('also where it did not come from a vCard', () => {
		const completed = completeContact(
			{
				draft: { name: { formatted_name: 'A' }, photo: `data:image/work;base64,${PNG}` },
				warnings: [],
			},
			{ whatsappId: 'asGiven' },
		);
		expect(completed).toMatchObject({ contact: { photo: `data:image/png;base64,${PNG}` } });
	});
});

describe('labels', () => {
	it.each([
		['TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94=D0=B0=D1=87=D0=B0):1', 'Дача'],
		['TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=D0=94=D0=\n=B0):1', 'Да'],
		['TEL;X-CUSTOM(Boat house):1', 'Boat house'],
		['TEL;x-custom(Boat; 2):1', 'Boat; 2'],
		['TEL;HOME;X-CUSTOM(Boat):1', 'Boat'],
		['TEL;TYPE=X-CUSTOM(Boat):1', 'Boat'],
		['TEL;X-CUSTOM(Boat);PREF:1', 'Boat'],
		['TEL;X-CUSTOM():1', undefined],
		['item1.TEL:1\nitem1.X-ABLabel:$!<Work>!$', 'Work'],
		['item1.TEL:1\nitem1.X-ABLabel:_$!<Work>!$_', 'Work'],
		['item1.TEL:1\nitem1.X-ABLabel:$!<>!$', undefined],
	])('%s', (lines, type) => {
		expect(read(lines).phones?.map((phone) => phone.type)).toEqual([type]);
	});
});

describe('what Apple and Outlook keep apart', () => {
	it('is part of the address of its group alone', () => {
		const lines =
			'item1.ADR:;;Calle 5;Ciudad;;;\nitem2.ADR:;;Rua 6;Cidade;;;\nitem1.X-APPLE-SUBLOCALITY:Norte\nitem1.X-APPLE-SUBADMINISTRATIVEAREA:Sur';
		expect(read(lines).addresses).toEqual([
			{ street: 'Calle 5, Norte', city: 'Ciudad, Sur' },
			{ street: 'Rua 6', city: 'Cidade' },
		]);
	});

	it('is a phone', () => {
		const lines = 'TEL;WORK;VOICE:1\nX-MS-TEL;VOICE;COMPANY:2\nX-MS-TEL;VOICE;CALLBACK:3';
		expect(read(lines, '2.1').phones).toEqual([
			{ phone: '1', type: 'WORK' },
			{ phone: '2', type: 'COMPANY' },
			{ phone: '3', type: 'CALLBACK' },
		]);
	});
});

describe('quoted-printable that is broken softly and folded', () => {
	const head = 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:';

	it.each([
		['inside of a character', '=D0=90=D0=BD=D0=BD=D0=\n =B0', 'Анна'],
		['between two characters', '=D0=90=D0=BD=\n =D0=BD=D0=B0', 'Анна'],
		['several times', '=D0=90=\n =D0=BD=\n =D0=BD=\n =D0=B0', 'Анна'],
		['with tabs', '=D0=90=\n\t=D0=BD', 'Ан'],
		['before an encoded space', '=D0=90=\n =20=D0=BD', 'А н'],
		['not at all, where spaces are spaces', 'Ana de=\n Lima', 'Ana de Lima'],
	])('%s', (_, value, name) => {
		expect(read(head + value, '2.1')).toEqual({ name: { formatted_name: name } });
	});
});

describe('a raw line break inside of a value', () => {
	it.each([
		['FN:Ana\n\nde Lima', { name: { formatted_name: 'Ana de Lima' } }],
		['FN:Ana\nde\nLima', { name: { formatted_name: 'Ana de Lima' } }],
		['ORG:Acme\n& Sons', { org: { company: 'Acme & Sons' } }],
		['TITLE:Head\\\nof Sales', { org: { title: 'Head of Sales' } }],
		['TEL:+44 7700\n900123', { phones: [{ phone: '+44 7700 900123' }] }],
		['NOTE:one\ntwo\n\nsee: page 2\n10:30 tea', { note: 'one\ntwo\nsee: page 2\n10:30 tea' }],
		[
			'ADR;HOME:;;Box A\\\n9999999\\\nLocker 9;Leeds;;LS1 1AA;UK',
			{
				addresses: [
					{
						street: 'Box A 9999999 Locker 9',
						city: 'Leeds',
						zip: 'LS1 1AA',
						country: 'UK',
						type: 'HOME',
					},
				],
			},
		],
		['ADR:;;1 Main\nStreet;Town;;;', { addresses: [{ street: '1 Main Street', city: 'Town' }] }],
	])('is a space of %j', (lines, draft) => {
		expect(read(lines)).toEqual(draft);
		expect(warningsOf(lines)).toEqual([]);
	});

	it.each([
		[
			'EMAIL:a@example.com\nsecond',
			'line 4: "second" follows EMAIL on a line of its own, so it was left out',
		],
		[
			'TEL:+447700900123\nAnn',
			'line 4: "Ann" follows TEL on a line of its own, so it was left out',
		],
		[
			'BDAY:1990-05-15\nmaybe',
			'line 4: "maybe" follows BDAY on a line of its own, so it was left out',
		],
	])('is reported with the text where it cannot go on: %j', (lines, message) => {
		expect(warningsOf(lines)).toEqual([message]);
	});
});

describe('of several, the preferred one', () => {
	it.each([
		[
			'ORG:Old\nORG;PREF=1:New',
			'4.0',
			{ org: { company: 'New' } },
			'line 3: another ORG was left out',
		],
		[
			'TITLE:Old\nTITLE;TYPE=pref:New',
			'3.0',
			{ org: { title: 'New' } },
			'line 3: another TITLE was left out',
		],
		[
			'FN:Old\nFN;PREF:New',
			'2.1',
			{ name: { formatted_name: 'New' } },
			'line 3: another FN was left out',
		],
		[
			'BDAY;PREF=2:1990-01-01\nBDAY;PREF=1:1990-05-15',
			'4.0',
			{ birthday: '1990-05-15' },
			'line 3: another BDAY was left out',
		],
		[
			'PHOTO:https://example.com/old.jpg\nPHOTO;PREF=1:https://example.com/new.jpg',
			'4.0',
			{ photo: 'https://example.com/new.jpg' },
			'line 3: another PHOTO was left out',
		],
	])('is read: %j', (lines, version, draft, message) => {
		expect(read(lines, version)).toEqual(draft);
		expect(warningsOf(lines, version)).toEqual([message]);
	});
});

function complete(lines: string) {
	const [found] = readVCards(`BEGIN:VCARD\nVERSION:3.0\n${lines}\nEND:VCARD\n`).contacts;
	if (found === undefined) throw new Error('No contact was read');
	const completed = completeContact(found, { whatsappId: 'fromPhone' });
	if ('problem' in completed) throw new Error(completed.problem);
	return completed;
}

import { isVCard, readVCards } from '../../../nodes/contact/vcard/read';
import { read, warningsOf } from './oneCard';

describe('lines', () => {
	it.each([
		['folded with a space', 'NOTE:one t\n wo'],
		['folded with a tab', 'NOTE:one t\n\two'],
		['folded several times', 'NO\n TE:on\n e tw\n o'],
		['with a blank line before the fold', 'NOTE:one t\n\n wo'],
		['folded with white space that belongs to the text', 'NOTE:one\n  two'],
	])('are read when %s', (_, lines) => {
		expect(read(lines)).toEqual({ note: 'one two' });
	});

	it.each([
		['CRLF', '\r\n'],
		['LF', '\n'],
		['CR', '\r'],
	])('may end in %s', (_, lineBreak) => {
		const text = ['BEGIN:VCARD', 'FN:A', 'NOTE:one', '  two', 'END:VCARD', ''].join(lineBreak);
		const { contacts, warnings } = readVCards(text);
		expect(contacts[0]?.draft).toMatchObject({ name: { formatted_name: 'A' }, note: 'one two' });
		expect(warnings).toEqual([]);
	});

	it('may end in different ways in one text', () => {
		expect(read('FN:A\r\nTITLE:B\rNOTE:C\n D')).toEqual({
			name: { formatted_name: 'A' },
			org: { title: 'B' },
			note: 'CD',
		});
	});

	it('may be indented as a whole, as in the body of a template', () => {
		const text = '\n    BEGIN:VCARD\n    FN:A\n    NOTE:one\n      two\n    END:VCARD\n    ';
		const { contacts, warnings } = readVCards(text);
		expect(contacts[0]?.draft).toMatchObject({ name: { formatted_name: 'A' }, note: 'one two' });
		expect(warnings).toEqual([]);
	});

	it('that continue a text are never the end of a card', () => {
		expect(read('NOTE:one\n END:VCARD')).toEqual({ note: 'oneEND:VCARD' });
	});
});

it.each(['', ' ', '\t', '\u00a0', '\u3000 '])('passes over a line that is blank: %j', (blank) => {
	expect(read(`FN:A\n${blank}\nTITLE:B`)).toEqual({
		name: { formatted_name: 'A' },
		org: { title: 'B' },
	});
	expect(warningsOf(`FN:A\n${blank}\nTITLE:B`)).toEqual([]);
});

describe('quoted-printable', () => {
	it.each([
		['UTF-8 when it says so', 'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9', 'José'],
		['UTF-8 when it says nothing', 'FN;ENCODING=QUOTED-PRINTABLE:Jos=C3=A9', 'José'],
		['Windows-1252 when it is not UTF-8', 'FN;ENCODING=QUOTED-PRINTABLE:Jos=E9 =96', 'José –'],
		['the charset of the property', 'FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Jos=E9', 'José'],
		['Shift_JIS', 'FN;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:=93=FA=96=7B', '日本'],
		['UTF-8 when the charset is unknown', 'FN;CHARSET=X;ENCODING=QUOTED-PRINTABLE:=C3=A9', 'é'],
		['lower-case digits', 'FN;ENCODING=quoted-printable:Jos=c3=a9', 'José'],
		['unencoded letters', 'FN;ENCODING=QUOTED-PRINTABLE:é =C3=A9 日=41', 'é é 日A'],
		['an equals sign alone', 'FN;ENCODING=QUOTED-PRINTABLE:1 = 1 =ZZ =4', '1 = 1 =ZZ =4'],
		['the ENCODING=Q of mail', 'FN;ENCODING=Q:Jos=C3=A9', 'José'],
	])('is read as %s', (_, line, text) => {
		expect(read(line, '2.1')).toEqual({ name: { formatted_name: text } });
	});

	it('goes on after a soft line break, also inside of a character', () => {
		const lines = 'NOTE;ENCODING=QUOTED-PRINTABLE:Jos=C3=\n=A9 and=\n Ana=0D=0Atwo\nTITLE:A';
		expect(read(lines, '2.1')).toEqual({ note: 'José and Ana\ntwo', org: { title: 'A' } });
	});

	it('goes on after a soft line break with spaces behind it, as mail adds them', () => {
		const lines = 'NOTE;ENCODING=QUOTED-PRINTABLE:Jos=C3= \t\n=A9 and= \nAna\nTITLE:A';
		expect(read(lines, '2.1')).toEqual({ note: 'José andAna', org: { title: 'A' } });
		expect(read('NOTE;ENCODING=QUOTED-PRINTABLE:1 = \nTITLE:A', '2.1')).toMatchObject({
			org: { title: 'A' },
		});
	});

	it('ends at a blank line and at the end of the card', () => {
		const lines = 'FN;ENCODING=QUOTED-PRINTABLE:A=\n\nTITLE;ENCODING=QUOTED-PRINTABLE:B=';
		expect(read(lines, '2.1')).toEqual({ name: { formatted_name: 'A' }, org: { title: 'B' } });
	});

	it('is decoded before the parts of a value are told apart', () => {
		expect(read('N;ENCODING=QUOTED-PRINTABLE:Pe=C3=B1a;Ana=20Mar=C3=ADa;;;', '2.1')).toEqual({
			name: { last_name: 'Peña', first_name: 'Ana María' },
		});
	});

	it('is a soft line break only where the property says that it is quoted-printable', () => {
		expect(read('NOTE:a=\nTITLE:B')).toEqual({ note: 'a=', org: { title: 'B' } });
	});
});

describe('base64', () => {
	it.each([
		['ENCODING=b', 'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\n SkZJ', '3.0'],
		['BASE64 alone', 'PHOTO;BASE64;JPEG:/9j/4AAQSkZJ', '2.1'],
		[
			'ENCODING=BASE64 and a blank line',
			'PHOTO;ENCODING=BASE64;TYPE=JPEG:\n /9j/4AAQ\n SkZJ\n',
			'2.1',
		],
		['lines that are not indented', 'PHOTO;JPEG;ENCODING=BASE64:/9j/4A\nAQSkZJ\n\nTITLE:', '2.1'],
		['no type, told by its first bytes', 'PHOTO;ENCODING=B:/9j/4AAQSkZJ', '3.0'],
		['spaces and the alphabet of URLs', 'PHOTO;ENCODING=B:_9j_ 4AAQ SkZJ', '3.0'],
		['nothing that says base64', 'PHOTO;TYPE=image/jpeg:/9j/4AAQSkZJ', '3.0'],
		['the data URI of 4.0', 'PHOTO:data:image/jpeg;base64,/9j/4AAQSkZJ', '4.0'],
		['an escaped data URI', 'PHOTO:data:image/JPEG;x=1;BASE64\\,/9j/4AAQSkZJ', '4.0'],
	])('of a photo is read with %s', (_, lines, version) => {
		expect(read(lines, version)).toEqual({ photo: 'data:image/jpeg;base64,/9j/4AAQSkZJ' });
	});

	it('of a text is read in its charset', () => {
		expect(read('FN;ENCODING=B;CHARSET=ISO-8859-1:Sm9z6Q==')).toEqual({
			name: { formatted_name: 'José' },
		});
	});

	it.each([
		['JPG', 'image/jpeg'],
		['image/jpg', 'image/jpg'],
		['PNG', 'image/png'],
		['svg+xml', 'image/svg+xml'],
	])('with TYPE=%s is %s', (type, mediaType) => {
		const { photo } = read(`PHOTO;ENCODING=b;TYPE=${type}:AAAA`);
		expect(photo).toBe(`data:${mediaType};base64,AAAA`);
	});

	it.each(['iVBORw0K|png', 'R0lGODlh|gif', 'UklGRg==|webp', 'Qk0=|bmp'])(
		'is told apart: %s',
		(pair) => {
			const [data = '', format = ''] = pair.split('|');
			expect(read(`PHOTO;ENCODING=b:${data}`)).toEqual({
				photo: `data:image/${format};base64,${data}`,
			});
		},
	);
});

describe('photos', () => {
	it.each([
		['PHOTO;VALUE=uri:https://example.com/a,b.jpg', 'https://example.com/a,b.jpg'],
		['PHOTO;VALUE=URL:HTTP://example.com/A.jpg', 'http://example.com/A.jpg'],
		['PHOTO;URL:https\\://example.com/a.jpg', 'https://example.com/a.jpg'],
		['PHOTO:\nPHOTO:https://example.com/a.jpg', 'https://example.com/a.jpg'],
	])('%s', (lines, photo) => {
		expect(read(lines)).toEqual({ photo });
	});

	it.each([
		'PHOTO;ENCODING=b:AAAA',
		'PHOTO;ENCODING=b;TYPE=a/b:AAAA',
		'PHOTO:data:text/plain;base64,AAAA',
		'PHOTO:data:image/a b;base64,AAAA',
	])('whose format is unknown are reported: %s', (line) => {
		expect(read(line)).toEqual({});
		expect(warningsOf(line)).toEqual([
			'line 3: PHOTO is not a picture in a known format and was left out',
		]);
	});

	it.each([
		'PHOTO;VALUE=uri:file:///tmp/a.jpg',
		'PHOTO;VALUE=uri:https://example.com/a b',
		'PHOTO;ENCODING=b;TYPE=JPEG:!!!!',
		'PHOTO:data:image/svg+xml,%3Csvg%3E',
	])('that are neither a picture nor a web address are reported: %s', (line) => {
		expect(read(line)).toEqual({});
		expect(warningsOf(line)).toEqual([
			'line 3: PHOTO is neither a picture nor a web address and was left out',
		]);
	});
});

describe('isVCard', () => {
	it.each([
		'BEGIN:VCARD',
		'\ufeffBEGIN:VCARD\r\n',
		'Hello\n\tbegin : vcard \n',
		'a\rBEGIN:VCARD\r',
	])('is true: %j', (text) => {
		expect(isVCard(text)).toBe(true);
	});

	it.each(['', 'BEGIN:VCALENDAR', 'a BEGIN:VCARD', 'BEGIN:VCARDS', '{"vcard":"BEGIN:VCARD"}'])(
		'is false: %j',
		(text) => {
			expect(isVCard(text)).toBe(false);
			expect(readVCards(text).contacts).toEqual([]);
		},
	);
});

describe('a card whose lines a program has changed', () => {
	const LINES = [
		'BEGIN:VCARD',
		'VERSION:3.0',
		'FN:Ana Lima',
		'TEL;TYPE=CELL:+447700900123',
		'END:VCARD',
	];
	it.each([
		['is quoted in an email', LINES.map((line) => `> ${line}`).join('\n')],
		['is quoted twice', LINES.map((line) => `>> ${line}`).join('\r\n')],
		['has the separators of Unicode between', LINES.join('\u2028')],
		['has vertical tabs between', LINES.join('\v')],
		['has no-break spaces between', LINES.join('\u00a0')],
	])('is read where it %s', (_, text) => {
		const { contacts, warnings } = readVCards(text);
		expect(warnings).toEqual([]);
		expect(contacts).toMatchObject([
			{
				draft: {
					name: { formatted_name: 'Ana Lima' },
					phones: [{ phone: '+447700900123', type: 'CELL' }],
				},
				warnings: [],
			},
		]);
	});

	it('is reported where its line breaks are gone without a trace', () => {
		const [contact] = readVCards(LINES.join('')).contacts;
		expect(contact?.warnings.map(({ message }) => message)).toContain(
			'line 1: the card is on one line without spaces, so it cannot be divided into its properties',
		);
	});

	it.each(['TEL=+447700900123', 'TEL\uff1a+447700900123', 'TEL;TYPE=CELL\uff1a+447700900123'])(
		'is reported where a property has another sign in the place of its colon: %s',
		(line) => {
			for (const before of ['VERSION:3.0', 'VERSION:3.0\nFN:Ana']) {
				const [contact] = readVCards(`BEGIN:VCARD\n${before}\n${line}\nEND:VCARD`).contacts;
				expect(contact?.draft.name?.formatted_name).toBe(before.split('FN:')[1]);
				expect(contact?.warnings.map(({ message }) => message)).toEqual([
					`line ${before.includes('FN') ? 4 : 3}: "${line}" is not a property, so it was left out`,
				]);
			}
		},
	);

	it('keeps a line of a note that looks so', () => {
		const [contact] = readVCards(
			'BEGIN:VCARD\nFN:Ana\nNOTE:sizes\nN=5\nTEL=none\nEND:VCARD',
		).contacts;
		expect(contact?.draft.note).toBe('sizes\nN=5\nTEL=none');
	});
});

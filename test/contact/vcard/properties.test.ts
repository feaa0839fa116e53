import { read, warningsOf } from './oneCard';

describe('types', () => {
	it.each([
		['TEL;CELL:1', 'CELL'],
		['TEL;TYPE=cell:1', 'CELL'],
		['TEL;CELL;VOICE;PREF:1', 'CELL'],
		['TEL;TYPE=CELL,VOICE:1', 'CELL'],
		['TEL;TYPE=CELL;TYPE=VOICE;TYPE=pref:1', 'CELL'],
		['TEL;TYPE="work,voice":1', 'WORK'],
		['TEL;TYPE="work","voice":1', 'WORK'],
		['TEL;TYPE=FAX,HOME:1', 'HOME FAX'],
		['TEL;HOME;FAX:1', 'HOME FAX'],
		['TEL;TYPE=WORK,CELL,VIDEO,TEXT:1', 'WORK CELL'],
		['TEL;TYPE=VOICE,MSG:1', 'VOICE'],
		['TEL;TYPE=X-Sítio:1', 'Sítio'],
		['TEL;TYPE=X-:1', 'X-'],
		['TEL;TYPE=Skype:1', 'Skype'],
		['TEL;TYPE="HOME:1', '"HOME'],
		['TEL;TYPE="a"b,CELL:1', 'a CELL'],
		["TEL;TYPE=it^^s ^'q^' ^nx ^y:1", 'it^s "q" \nx ^y'],
		['TEL;TYPE=PREF:1', undefined],
		['TEL;TYPE=:1', undefined],
		['TEL;PREF=1;X-ID=5:1', undefined],
		['TEL;;:1', undefined],
		['EMAIL;TYPE=INTERNET:1', undefined],
		['EMAIL;INTERNET;HOME:1', 'HOME'],
		['ADR;TYPE=WORK,POSTAL,PARCEL:;;a', 'WORK'],
		['URL;TYPE=WORK:1', 'WORK'],
		['item1.TEL:1\nitem1.X-ABLabel:_$!<Mobile>!$_', 'Mobile'],
		['item1.X-ABLabel:Sítio\\, casa\nITEM1.TEL;type=HOME:1', 'Sítio, casa'],
		['item1.TEL;type=HOME:1\nitem1.X-ABLabel:', 'HOME'],
		['item1.TEL:1\nitem2.X-ABLabel:other\nX-ABLabel:none', undefined],
		['a.b.TEL;CELL:1', 'CELL'],
		['TEL;LABEL=Dacha:1', 'Dacha'],
		['TEL;TYPE=HOME;LABEL="Ana, at the lake":1', 'Ana, at the lake'],
		['TEL;LABEL="_$!<Mobile>!$_":1', 'Mobile'],
		['TEL;LABEL=;TYPE=HOME:1', 'HOME'],
		['TEL;X-ABLabel=Dacha:1', 'Dacha'],
		['item1.TEL;LABEL=Dacha:1\nitem1.X-ABLabel:Lake', 'Lake'],
		['EMAIL;LABEL=Kids;TYPE=HOME:1', 'Kids'],
		['URL;X-LABEL=Blog:1', 'Blog'],
		['ADR;LABEL=Dacha:;;Lake Road 1;Leeds', 'Dacha'],
		['ADR;TYPE=HOME;LABEL="Lake Road 1\\nLeeds":;;Lake Road 1;Leeds', 'HOME'],
		['ADR;TYPE=HOME;LABEL="Lake Road 1 Leeds":;;Lake Road 1;Leeds', 'HOME'],
	])('of %s are %s', (lines, type) => {
		const { phones = [], emails = [], addresses = [], urls = [] } = read(lines);
		const [entry] = [...phones, ...emails, ...addresses, ...urls];
		expect(entry).toBeDefined();
		expect(entry?.type).toBe(type);
	});
});

describe('preferred properties', () => {
	it.each([
		['TEL:1\nTEL;TYPE=HOME,pref:2', '3.0'],
		['TEL:1\nTEL;PREF:2', '2.1'],
		['TEL;PREF=90:1\nTEL;PREF=1:2', '4.0'],
		['TEL;PREF=101:1\nTEL;PREF=100:2', '4.0'],
	])('come first: %s', (lines, version) => {
		expect(read(lines, version).phones?.map(({ phone }) => phone)).toEqual(['2', '1']);
	});
});

describe('phones', () => {
	it.each([
		['TEL:+1 (555) 123-4567', '+1 (555) 123-4567'],
		['TEL;VALUE=uri:tel:+1-418-656-9254;ext=102', '+1-418-656-9254 ext. 102'],
		['TEL:TEL:+1-418-656-9254', '+1-418-656-9254'],
		['TEL;VALUE=uri:tel:656-9254;phone-context=+1418', '+1418656-9254'],
		['TEL;VALUE=uri:tel:112;phone-context=example.com', '112'],
		['TEL;VALUE=uri:tel:+1%20418;ext=', '+1 418'],
		['TEL;VALUE=uri:tel:+1%zz8', '+1%zz8'],
		['TEL;VALUE=text:tel:5', 'tel:5'],
		['TEL:+1\\,\\,5\\;6', '+1,,5;6'],
	])('%s is %s', (line, phone) => {
		expect(read(line)).toEqual({ phones: [{ phone }] });
	});

	it('have the WhatsApp id of waid', () => {
		const lines = 'item1.TEL;type=CELL;waid=5512996130832:+55 12 99613-0832\nTEL;waid=x:1\nTEL: ';
		expect(read(lines)).toEqual({
			phones: [
				{ phone: '+55 12 99613-0832', type: 'CELL', wa_id: '5512996130832' },
				{ phone: '1', wa_id: 'x' },
			],
		});
	});
});

describe('names', () => {
	it.each([
		['N:Doe;John;Quinlan;Dr.;Jr.', ['Doe', 'John', 'Quinlan', 'Dr.', 'Jr.']],
		['N:Doe', ['Doe']],
		['N:;John', [undefined, 'John']],
		['N: Doe ; John ;;;', ['Doe', 'John']],
		['N:Doe;John;Richter\\, James;;', ['Doe', 'John', 'Richter, James']],
		[
			'N:Doe;John;Philip,Paul;;M.D.,A.C.P.',
			['Doe', 'John', 'Philip Paul', undefined, 'M.D., A.C.P.'],
		],
		['N:D\\;oe;J\\\\ohn;C:\\dir;;', ['D;oe', 'J\\ohn', 'C:\\dir']],
		['N:Doe\\\\;John', ['Doe\\', 'John']],
	])('%s', (line, [last_name, first_name, middle_name, prefix, suffix]) => {
		expect(read(line)).toEqual({
			name: JSON.parse(
				JSON.stringify({ last_name, first_name, middle_name, prefix, suffix }),
			) as object,
		});
	});

	it('keep their commas in vCard 2.1', () => {
		expect(read('N:Doe;John;Richter,James;;\nNICKNAME:a,b', '2.1')).toEqual({
			name: { last_name: 'Doe', first_name: 'John', middle_name: 'Richter,James' },
			nickname: 'a,b',
		});
	});

	it('may have the parts of RFC 9554, which repeat others', () => {
		const line = 'N:Gonzalez,Perez;Ana;;;Jr.;Perez;Jr.';
		expect(warningsOf(line)).toEqual([]);
		expect(read(line)).toEqual({
			name: { last_name: 'Gonzalez Perez', first_name: 'Ana', suffix: 'Jr.' },
		});
	});

	it('with more parts are reported', () => {
		expect(warningsOf('N:a;b;c;d;e;f;g,i;;h')).toEqual([
			'line 3: N has more parts than a name can have; "f h g i" was left out',
		]);
		expect(warningsOf('N:a;;;;;f')).toEqual([
			'line 3: N has more parts than a name can have; "f" was left out',
		]);
		expect(warningsOf('N:a;b;;;;;')).toEqual([]);
	});

	it('are the first ones of several, and the others are reported', () => {
		expect(read('FN:\nFN:A\nFN:B\nN:;;;\nN:C')).toEqual({
			name: { formatted_name: 'A', last_name: 'C' },
		});
		expect(warningsOf('FN:A\nFN:B\nFN:A')).toEqual(['line 4: another FN was left out']);
	});
});

describe('organisations', () => {
	it.each([
		['ORG:IBM', { company: 'IBM' }],
		['ORG:IBM;Accounting;Dungeon', { company: 'IBM', department: 'Accounting, Dungeon' }],
		['ORG:;Accounting', { department: 'Accounting' }],
		['ORG:A\\;B, C;', { company: 'A;B, C' }],
		['TITLE:Head', { title: 'Head' }],
		['ROLE:Counter', { title: 'Counter' }],
		['ROLE:Counter\nTITLE:Head', { title: 'Head' }],
	])('%s', (lines, org) => {
		expect(read(lines)).toEqual({ org });
	});

	it('tell a role that a title displaces', () => {
		expect(warningsOf('TITLE:Head\nROLE:Counter')).toEqual([
			'line 4: ROLE was left out, because the card has a TITLE',
		]);
		expect(warningsOf('TITLE:Head\nROLE:Head')).toEqual([]);
	});
});

describe('addresses', () => {
	it.each([
		[
			'ADR:;;1 Main St;Town;ST;123;Land',
			{ street: '1 Main St', city: 'Town', state: 'ST', zip: '123', country: 'Land' },
		],
		['ADR:;Suite 2;1 Main St', { street: '1 Main St, Suite 2' }],
		['ADR:123;Suite 2;1 Main St', { street: '1 Main St, Suite 2, PO Box 123' }],
		['ADR:ASB-123;;1 Main St', { street: '1 Main St, ASB-123' }],
		[
			'ADR:;;Street 4\\nBuilding 6,\\n\\nFloor 8;New\\nTown',
			{ street: 'Street 4, Building 6, Floor 8', city: 'New, Town' },
		],
		['ADR:;;a,b;c\\,d', { street: 'a, b', city: 'c,d' }],
		['ADR:;;;;;;United;States', { country: 'United, States' }],
		['item1.ADR:;;a;;;;\nitem1.X-ABADR:de', { street: 'a', country_code: 'DE' }],
		['item1.ADR:;;;;;;\nitem1.X-ABADR:de', { country_code: 'DE' }],
		['item1.X-ABADR:a\\nb\nitem1.ADR:;;a', { street: 'a' }],
		['ADR;CC=br:;;a', { street: 'a', country_code: 'BR' }],
		['ADR;LABEL="1 Main St\\nTown":;;;;;;', { street: '1 Main St, Town' }],
		['LABEL;TYPE=HOME:1 Main St\\nTown', { street: '1 Main St, Town', type: 'HOME' }],
		['LABEL:1 Main St', { street: '1 Main St' }],
		['ADR:;;a\nLABEL:b', { street: 'a' }],
		['ADR;HOME:;;a\nLABEL;HOME:b\nLABEL:c\nLABEL;WORK:', { street: 'a', type: 'HOME' }],
	])('%s', (lines, address) => {
		expect(read(lines)).toEqual({ addresses: [address] });
	});

	it('of a label stand beside those of other types', () => {
		expect(read('ADR;HOME:;;a\nLABEL;WORK:b', '2.1').addresses).toEqual([
			{ street: 'a', type: 'HOME' },
			{ street: 'b', type: 'WORK' },
		]);
	});

	it('without any part are none', () => {
		expect(read('FN:A\nADR;HOME:;;;;;;')).toEqual({ name: { formatted_name: 'A' } });
	});
});

describe('birthdays', () => {
	it.each([
		['BDAY:1990-05-15', '1990-05-15'],
		['BDAY:19900515', '1990-05-15'],
		['BDAY:1990-05-15T00:00:00Z', '1990-05-15'],
		['BDAY;VALUE=date-and-or-time:19900515t1200', '1990-05-15'],
		['BDAY:--0515', '--05-15'],
		['BDAY:--05-15', '--05-15'],
		['BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-15', '--05-15'],
		['BDAY;X-APPLE-OMIT-YEAR=1604:1990-05-15', '1990-05-15'],
		['BDAY;VALUE=date;X-APPLE-OMIT-YEAR=1604:1604-02-29', '--02-29'],
	])('%s is %s', (line, birthday) => {
		expect(read(line)).toEqual({ birthday });
	});

	it.each(['1990', '1990-05', '---15', '1990-02-30', 'circa 1800', '05/15/1990', '19900515x'])(
		'%s is reported',
		(text) => {
			expect(read(`BDAY:${text}`)).toEqual({});
			expect(warningsOf(`BDAY:${text}`)).toEqual([
				`line 3: BDAY "${text}" is not a day with its month and was left out`,
			]);
		},
	);
});

describe('texts', () => {
	it.each([
		['NOTE:one\\ntwo\\Nthree', { note: 'one\ntwo\nthree' }],
		['NOTE:a\\, b\\; c\\: d\\\\n \\"e\\" f\\', { note: 'a, b; c: d\\n "e" f\\' }],
		['NOTE:a, b; c: d "e" \\d', { note: 'a, b; c: d "e" \\d' }],
		['NOTE:one\nNOTE:\nNOTE:two', { note: 'one\n\ntwo' }],
		['NICKNAME:Jim, Jimmie\nNICKNAME:J', { nickname: 'Jim, Jimmie, J' }],
		['NICKNAME: ', {}],
		['NOTE: ', {}],
		['EMAIL:a@example.com\nEMAIL:', { emails: [{ email: 'a@example.com' }] }],
		['URL:http\\://example.com\nURL:', { urls: [{ url: 'http://example.com' }] }],
		['note:lower case', { note: 'lower case' }],
		[' FN : A ', { name: { formatted_name: 'A' } }],
		['X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bob;1;;;;;;;;;;;;;', { nickname: 'Bob' }],
	])('%s', (lines, draft) => {
		expect(read(`X-ABUID:1\n${lines}`.replace('\n FN', '\nFN'))).toEqual(draft);
	});
});

import { head, row, terminalWidth, wrap } from '../../sandbox/demo/table';

describe('Width in a terminal', () => {
	it.each([
		['Zoë', 3],
		['Zoe\u0308', 3],
		['陈美玲', 6],
		['さくら', 6],
		['ｼﾛ', 2],
		['ليلى حسن', 8],
		['🌻', 2],
		['👩🏾‍⚕️', 2],
		['☎️', 2],
		['Nguyễn', 6],
	])('%s takes %i cells', (text, cells) => {
		expect(terminalWidth(text)).toBe(cells);
	});
});

describe('Wrapping', () => {
	it('breaks between words', () => {
		expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
	});

	it('lets further lines hang', () => {
		expect(wrap('one two three four', 9, '  ')).toEqual(['one two', '  three', '  four']);
	});

	it('cuts a word that is wider than the column', () => {
		expect(wrap('wamid.HBgNNTUx', 6)).toEqual(['wamid.', 'HBgNNT', 'Ux']);
	});

	it('keeps line breaks, and never cuts a character', () => {
		expect(wrap('陈美玲\n🌻🌻', 3)).toEqual(['陈', '美', '玲', '🌻', '🌻']);
	});
});

describe('Rows', () => {
	const columns = [
		{ title: 'A', width: 6 },
		{ title: 'B', width: 4 },
	];

	it('aligns columns behind wide characters', () => {
		expect(row(['陈🌻', 'x'], columns)).toEqual(['陈🌻    x']);
		expect(row(['abcd', 'x'], columns)).toEqual(['abcd    x']);
	});

	it('is as high as its highest cell', () => {
		expect(row(['a', '1\n2'], columns)).toEqual(['a       1', '        2']);
	});

	it('has titles over a line', () => {
		expect(head(columns)).toEqual(['A       B', '────────────']);
	});
});

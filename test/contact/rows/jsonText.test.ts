import fc from 'fast-check';

import { readJson } from '../../../nodes/contact/read/json';
import { dialects } from '../../../nodes/providers/dialects';
import { readRowAsItem, readRowAsJson } from './read';

const CONTACT = { name: 'Ana Lima', phone: '+447700900123' };
const READ = {
	draft: { name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+447700900123' }] },
	warnings: [],
};
const JSON_TEXT = JSON.stringify(CONTACT);
const FENCED = `\`\`\`json\n${JSON.stringify(CONTACT, null, 2)}\n\`\`\``;

describe('an object that is text in a row is read', () => {
	it.each<[string, Record<string, unknown>]>([
		['in a wrapper', { contact: JSON_TEXT }],
		['as an agent answers', { output: FENCED }],
		['among words', { text: `Here it is:\n${FENCED}\nAnything else?` }],
		['fenced without a language', { output: `\`\`\`\n${JSON_TEXT}\n\`\`\`` }],
		['in a message of OpenAI', { message: { role: 'assistant', content: FENCED } }],
		['in a choice of OpenAI', { choices: [{ index: 0, message: { content: FENCED } }] }],
		['in an answer of Gemini', { content: { role: 'model', parts: [{ text: FENCED }] } }],
	])('%s', (_where, row) => {
		expect(readRowAsItem(row)).toEqual(READ);
	});

	it('as the whole JSON, also within a block of Markdown and twice in quotes', () => {
		for (const text of [JSON_TEXT, FENCED, `Sure!\n${FENCED}`, JSON.stringify(JSON_TEXT)]) {
			expect(readRowAsJson(text).draft?.phones).toEqual([{ phone: '+447700900123' }]);
		}
	});
});

describe('every block of Markdown is read', () => {
	const blocks = [
		FENCED,
		'and',
		FENCED,
		`\`\`\`\n[{"name":"Ben","phone":"+447700900124"}]\n\`\`\``,
	];
	const text = [...blocks, '```\nhello\n```'].join('\n');
	const phonesIn = (given: unknown) =>
		readJson(given, dialects).map(({ draft }) => draft.phones?.map(({ phone }) => phone));

	it.each([text, { output: text }])('once: %j', (given) => {
		expect(phonesIn(given)).toEqual([['+447700900123'], ['+447700900124']]);
	});

	it('also a vCard among them', () => {
		const card = 'BEGIN:VCARD\nFN:Cy\nTEL:+447700900125\nEND:VCARD';
		const output = `${text}\n\`\`\`vcf\n${card}\n\`\`\``;
		expect(phonesIn({ output })).toEqual([['+447700900123'], ['+447700900124'], ['+447700900125']]);
	});

	it('but none in the note of a vCard', () => {
		const vcard = `BEGIN:VCARD\nFN:Cy\nTEL:+447700900125\nNOTE:\`\`\`${JSON_TEXT}\`\`\`\nEND:VCARD`;
		expect(phonesIn({ vcard })).toEqual([['+447700900125']]);
	});
});

describe('a list that is text in a cell is read', () => {
	it.each([
		'["+447700900123","+447700900124"]',
		"['+447700900123', '+447700900124']",
		'[{"phone":"+447700900123"},{"value":"+447700900124"}]',
	])('%s', (phones) => {
		for (const key of ['phones', 'Phone', 'telefones']) {
			expect(readRowAsItem({ Name: 'Ana', [key]: phones }).draft?.phones).toEqual([
				{ phone: '+447700900123' },
				{ phone: '+447700900124' },
			]);
		}
	});

	it('in a Meta contact, too', () => {
		const phones = '[{"phone":"+447700900123","type":"CELL"}]';
		expect(readRowAsJson({ name: { formatted_name: 'Ana' }, phones }).draft?.phones).toEqual([
			{ phone: '+447700900123', type: 'CELL' },
		]);
	});
});

it('keeps a note as it is typed', () => {
	const note = '{"vip":true}';
	expect(readRowAsItem({ ...CONTACT, Note: note }).draft?.note).toBe(note);
});

it('keeps the place of an error in JSON that is malformed', () => {
	expect(readRowAsJson('{"name": }').refused).toMatch(
		/^The JSON is malformed at line 1, column 10/,
	);
});

it('reads the same contact however deep its JSON is in texts', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 3 }), fc.boolean(), (levels, isFenced) => {
			let text = JSON_TEXT;
			for (let level = 0; level < levels; level += 1) text = JSON.stringify({ output: text });
			const row = { output: isFenced ? `\`\`\`json\n${text}\n\`\`\`` : text };
			expect(readRowAsItem(row)).toEqual(READ);
		}),
	);
});

it('never throws anything but a refusal, whatever text a cell has', () => {
	fc.assert(
		fc.property(
			fc.string({
				unit: fc.constantFrom(
					...['{', '}', '[', ']', '"', "'", '`', ',', ':', '1', 'a', '\n', ' '],
				),
			}),
			(text) => {
				const { draft, refused } = readRowAsItem({ ...CONTACT, extra: text });
				expect(draft !== undefined || refused !== undefined).toBe(true);
			},
		),
	);
});

it('reads a flood of fences and brackets in time that grows with its length', () => {
	for (const flood of ['```{', '```[', '{[', "['", '}```', '``` {}']) {
		const text = flood.repeat(20_000);
		expect(
			readRowAsItem({ ...CONTACT, extra: text, Remark: text, Assistant: text }).draft?.phones,
		).toEqual([{ phone: '+447700900123' }]);
	}
});

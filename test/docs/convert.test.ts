import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod';

import { FORMATS, type Format } from '../../nodes/ConvertContactCard/properties';
import { CONVERT, runConvert } from '../convert/workflow';
import { readPage } from './markdown';

const blocks = readPage('docs/convert.md').blocks.map(({ text }) =>
	z.record(z.string(), z.custom<IDataObject[string]>()).parse(JSON.parse(text)),
);
const [contact = {}, flat = {}, table = {}] = blocks;

async function convert(json: IDataObject, format: Format, contactSource = 'json') {
	const run = await runConvert(
		{ operation: 'toJson', format, contactSource, contactsJson: JSON.stringify(json) },
		{ items: [{ json }] },
	);
	expect(run.error).toBeUndefined();
	return run.items(CONVERT).map((item) => item.json);
}

describe('docs/convert.md', () => {
	it('shows a contact in every format with keys of its own', () => {
		expect(blocks).toHaveLength(FORMATS.length - 1);
	});

	it.each([
		['contact', contact],
		['flat', flat],
		['table', table],
	] as const)('shows what the format %s gives', async (format, shown) => {
		const [given = {}, ...more] = await convert(contact, format);
		expect(more).toEqual([]);
		expect(given).toEqual(shown);
		expect(Object.keys(given)).toEqual(Object.keys(shown));
	});

	it('says rightly that nothing is lost in flat parameters, and that a row is read back', async () => {
		expect(await convert(flat, 'contact')).toEqual([contact]);
		expect(await convert(table, 'table', 'item')).toEqual([table]);
	});
});

import { PNG } from '../photos/pictures';
import { hintsOf, jsonOf, runConvert } from './workflow';

const ROWS = [
	{ Nome: 'Ana', Sobrenome: 'Lima', 'Celular/WhatsApp': '(11) 98765-0001', row_number: 2 },
	{ Nome: 'Bo', Sobrenome: 'Berg', 'Celular/WhatsApp': '+447700900124', row_number: 3 },
].map((json) => ({ json }));
const fromItem = { operation: 'toJson', contactSource: 'item', options: { defaultCountry: 'BR' } };

describe('rows', () => {
	it('are contacts without any expression, and become rows again', async () => {
		const run = await runConvert({ ...fromItem, format: 'table' }, { items: ROWS });
		expect(jsonOf(run)).toEqual([
			{ Name: 'Ana Lima', 'First Name': 'Ana', 'Last Name': 'Lima', Phone: '+5511987650001' },
			{ Name: 'Bo Berg', 'First Name': 'Bo', 'Last Name': 'Berg', Phone: '+447700900124' },
		]);
		expect(hintsOf(run).join()).toContain(
			'A table has no column for the type CELL, which was left out',
		);
		const again = await runConvert(
			{ ...fromItem, format: 'table' },
			{ items: jsonOf(run).map((json) => ({ json })) },
		);
		expect(jsonOf(again)).toEqual(jsonOf(run));
	});

	it('are read by the columns that a person named', async () => {
		const run = await runConvert(
			{ ...fromItem, columns: { name: 'Buyer', phone: 'Line 1' } },
			{ items: [{ json: { Buyer: 'Ana Lima', 'Line 1': 5511987650001 } }] },
		);
		expect(jsonOf(run)).toMatchObject([
			{ name: { formatted_name: 'Ana Lima' }, phones: [{ phone: '+5511987650001' }] },
		]);
	});

	it('take their photo from the binary field that a person named', async () => {
		const photo = { data: PNG.toString('base64'), mimeType: 'image/png' };
		const run = await runConvert(
			{ ...fromItem, columns: { photo: 'badge' } },
			{ items: [{ json: { Name: 'Ana', Phone: '+447700900123' }, binary: { badge: photo } }] },
		);
		expect(jsonOf(run)).toMatchObject([
			{ name: { formatted_name: 'Ana' }, photo: `data:image/png;base64,${photo.data}` },
		]);
	});

	it('that are none fail with their item, and the others go on', async () => {
		const run = await runConvert(fromItem, {
			items: [{ json: { sku: 'X1', name: 'Shirt', price: 5 } }, ROWS[1]!],
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(run)).toMatchObject([
			{
				error:
					'The item is not a contact: it has no key for a phone or an email (it has 3 keys: sku, name and price) [item 0]. Name the keys after what they contain, such as {"name":"John Doe","phone":"+5512996130832"}.',
			},
			{ name: { formatted_name: 'Bo Berg' } },
		]);
	});
});

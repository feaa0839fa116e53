import { CONVERT, jsonOf, runConvert, startConvert } from './workflow';

const fromJson = {
	operation: 'toJson',
	contactSource: 'json',
	contactsJson: '={{ $json.contact }}',
};
const NAMELESS =
	'Contact 1 has no name, organization, phone or email [item 1]. Add at least one of them.';
const items = [
	{ json: { contact: { name: { formatted_name: 'Ana' } } } },
	{ json: { contact: [{ addresses: [], note: 'x' }] } },
	{ json: { contact: { name: { formatted_name: 'Chi' } } } },
];
const contact = (name: string) => ({
	name: { formatted_name: name, first_name: name },
});

it('converts no further when the workflow is stopped', async () => {
	const many = Array.from({ length: 4000 }, () => ({ json: { contact: contact('Ana') } }));
	const running = startConvert(fromJson, { items: [...many, { json: { contact: {} } }] });
	await new Promise((resolve) => setTimeout(resolve, 100));
	running.stop();
	const { run, error } = await running.finished;
	expect(run.status).toBe('canceled');
	expect(error?.message ?? '').not.toMatch(/Contact 1/);
});

describe('a failure', () => {
	it('ends the node with the item and the contact, and what to do', async () => {
		const { error } = await runConvert(fromJson, { items });
		expect(error?.message).toBe(NAMELESS);
		expect(error?.description).toBeUndefined();
		expect(error?.context['itemIndex']).toBe(1);
	});

	it('is an item of its own where the node continues', async () => {
		const run = await runConvert(fromJson, { items, onError: 'continueRegularOutput' });
		expect(run.items(CONVERT)).toEqual([
			{ json: contact('Ana'), pairedItem: { item: 0 } },
			{ json: { error: NAMELESS }, pairedItem: { item: 1 } },
			{ json: contact('Chi'), pairedItem: { item: 2 } },
		]);
	});

	it('goes to the error output, whole', async () => {
		const run = await runConvert(fromJson, { items, onError: 'continueErrorOutput' });
		expect(jsonOf(run)).toEqual([contact('Ana'), contact('Chi')]);
		expect(jsonOf(run, 1)).toEqual([expect.objectContaining({ error: NAMELESS })]);
	});

	it('keeps one item out of a combined file', async () => {
		const run = await runConvert(
			{ ...fromJson, operation: 'toFile', options: { combineItems: true } },
			{ items, onError: 'continueRegularOutput' },
		);
		expect(run.items(CONVERT).map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ fileName: 'contacts.vcf', contacts: 2, warnings: [] }, [{ item: 0 }, { item: 2 }]],
			[{ error: NAMELESS }, { item: 1 }],
		]);
	});

	it('leaves no combined file where the node does not continue, or no item can be read', async () => {
		const combined = { ...fromJson, operation: 'toFile', options: { combineItems: true } };
		const stopped = await runConvert(combined, { items });
		expect(stopped.error?.message).toBe(NAMELESS);
		const none = await runConvert(combined, {
			items: [{ json: { contact: {} } }],
			onError: 'continueRegularOutput',
		});
		expect(jsonOf(none).map(({ error }) => error)).toEqual([
			expect.stringMatching(
				/^The JSON is not a contact: it has no key for a name, a phone or an email \(it is empty\) \[item 0\]\. /,
			),
		]);
	});

	it.each([
		[
			{ operation: 'burn' },
			'Operation has an unknown value [item 0]. Set it to toFile or toJson or toQrCode or fromMessage.',
		],
		[
			{ ...fromJson, format: 'xml' },
			'Format has an unknown value [item 0]. Set it to contact or flat or table or vcard.',
		],
		[
			{ ...fromJson, operation: 'toFile', options: { combineItems: 'maybe' } },
			'Combine Items has an unknown value [item 0]. Set it to true or false.',
		],
		[
			{ ...fromJson, operation: 'toFile', outputField: ' ' },
			'Put Output File in Field is empty [item 0]. Enter the name of the binary field, such as data.',
		],
		[
			{ operation: 'toJson', contactSource: 'vcard', vcardText: 'BEGIN:VCARD' },
			'There is no contact: line 1: the card that begins here is empty [item 0]. Add at least one under the chosen Contact Source.',
		],
		[
			{ operation: 'fromMessage', message: ' ' },
			'The message is empty [item 0]. Use the body of the webhook, such as {{ $json }}.',
		],
		[
			{ operation: 'fromMessage', message: '={{ 7 }}' },
			'The message is not a JSON object [item 0]. Pass the whole body that the webhook received, as Chert, Evolution API, Evolution Go, GOWA, GREEN-API, Infobip, OpenWA, Quepasa, RyzeAPI, Telegram, uazapiGO, WAHA, Wawp, Whapi.Cloud, WhatsApp Cloud API, WuzAPI, WWebJS API, Z-API or ZapperAPI sends it.',
		],
		[
			{ operation: 'fromMessage', message: '{}' },
			'The message is not from a known service (it is empty) [item 0]. Pass the whole body that the webhook received, as Chert, Evolution API, Evolution Go, GOWA, GREEN-API, Infobip, OpenWA, Quepasa, RyzeAPI, Telegram, uazapiGO, WAHA, Wawp, Whapi.Cloud, WhatsApp Cloud API, WuzAPI, WWebJS API, Z-API or ZapperAPI sends it.',
		],
		[
			{ operation: 'fromMessage', options: { withoutContact: 'burn' } },
			'Without Contact has an unknown value [item 0]. Set it to drop or pass.',
		],
	])('of %j is reported', async (parameters, message) => {
		const { error } = await runConvert(parameters, { items });
		expect(error?.message).toBe(message);
	});

	it('of another kind of message names its keys', async () => {
		const { error } = await runConvert({ operation: 'fromMessage', message: '{"a":1,"b":2}' });
		expect(error?.message).toMatch(
			/^The message is not from a known service \(it has 2 keys: a and b\)/,
		);
	});

	it('of an expression is reported in the words of n8n', async () => {
		const { error } = await runConvert({
			...fromJson,
			contactsJson: "={{ $('Nobody').item.json }}",
		});
		expect(error?.message).toMatch(/^Referenced node doesn't exist \[item 0\]\./);
	});

	it('of a choice that is none names the choices', async () => {
		const { error } = await runConvert({ operation: 'toJson', contactSource: 'fax' });
		expect(error?.message).toBe(
			'Contact Source has an unknown value [item 0]. Set it to fields or item or flat or json or vcard or file.',
		);
	});

	it('in the JSON of a message is reported with its place', async () => {
		const { error } = await runConvert({ operation: 'fromMessage', message: '{\n "a": }' });
		expect(error?.message).toMatch(/^The JSON is malformed at line 2, column 7 .* \[item 0\]\./);
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { ConvertContactCard } from '../../nodes/ConvertContactCard/ConvertContactCard.node.js';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import whatsAppCloud from '../convert/fixtures/whatsAppCloud.json';
import { jsonOf, runConvert } from '../convert/workflow';
import { RICH_CONTACT } from '../support/contacts';
import { byId } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';
import { OUTPUT_SCHEMAS, type OutputSchema } from './outputSchemas';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const RICH: INodeParameters = {
	contactSource: 'json',
	contactsJson: JSON.stringify(RICH_CONTACT),
};
const WAHA: INodeParameters = {
	...RICH,
	provider: 'waha',
	session: byId('default'),
	recipient: '+447700900001',
	options: { textBefore: 'Hi' },
};

const send = async (parameters: INodeParameters) =>
	outputs(await runSend(sandbox, { ...WAHA, ...parameters }));

/** What each operation gives. */
const GIVEN: Readonly<Record<string, () => Promise<IDataObject[]>>> = {
	'SendContactCard/send': async () => await send({ operation: 'send' }),
	'SendContactCard/preview': async () => await send({ operation: 'preview' }),
	'ConvertContactCard/toJson': async () =>
		jsonOf(await runConvert({ ...RICH, operation: 'toJson' })),
	'ConvertContactCard/toFile': async () =>
		jsonOf(await runConvert({ ...RICH, operation: 'toFile' })),
	'ConvertContactCard/toQrCode': async () =>
		jsonOf(await runConvert({ ...RICH, operation: 'toQrCode' })),
	'ConvertContactCard/fromMessage': async () =>
		jsonOf(
			await runConvert({ operation: 'fromMessage' }, { items: [{ json: whatsAppCloud.body }] }),
		),
};

const schemaFile = (name: string) => `nodes/${name.replace('/', '/__schema__/v1.0.0/')}.json`;

it('there is a schema for every operation, and for nothing else', () => {
	const operations = [new SendContactCard(), new ConvertContactCard()].flatMap((node) => {
		const operation = node.description.properties.find(({ name }) => name === 'operation');
		return (operation?.options ?? []).map((choice) =>
			schemaFile(`${node.constructor.name}/${'value' in choice ? String(choice.value) : ''}`),
		);
	});
	expect(Object.keys(OUTPUT_SCHEMAS).sort()).toEqual(operations.sort());
});

it.each(Object.keys(GIVEN))('the schema of %s has every field of its output', async (name) => {
	const given = (await GIVEN[name]?.()) ?? [];
	expect(given.length).toBeGreaterThan(0);
	const schema = OUTPUT_SCHEMAS[schemaFile(name)];
	expect(given.flatMap((json) => unknownFields(json, schema))).toEqual([]);
});

/** Paths of what a value has and its schema does not; an object without properties in the schema may hold anything. */
function unknownFields(value: unknown, schema: OutputSchema | undefined, path = ''): string[] {
	if (value === null || value === undefined) return [];
	if (schema === undefined) return [path];
	if (schema.type === 'array') {
		if (!Array.isArray(value)) return [path];
		return value.flatMap((entry) => unknownFields(entry, schema.items, `${path}[]`));
	}
	if (schema.type === 'object') {
		if (typeof value !== 'object') return [path];
		const { properties } = schema;
		if (Object.keys(properties).length === 0) return [];
		return Object.entries(value).flatMap(([key, entry]) =>
			unknownFields(entry, properties[key], `${path}.${key}`),
		);
	}
	return typeof value === schema.type ? [] : [path];
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse } from 'n8n-workflow';
import { z } from 'zod';

import { completeContact } from '../../nodes/contact/complete';
import { readJson } from '../../nodes/contact/read/json';
import { writeVCards } from '../../nodes/contact/vcard/write';
import { incomingReaders } from '../../nodes/incoming/readers';
import { providers } from '../../nodes/providers';
import { dialects } from '../../nodes/providers/dialects';
import { networksOf } from '../../nodes/providers/networks';
import type { Provider } from '../../nodes/providers/provider';
import { homepage } from '../../package.json';
import { EXAMPLE_FILES } from '../../sandbox/demo/examples';
import type { WorkflowFile } from '../../sandbox/engine/engine';
import { ROOT } from '../../sandbox/projectFolder';
import { between } from './between';
import { OUTPUT_SCHEMAS } from './outputSchemas';
import {
	carriesTable,
	credentialsTable,
	fieldsTable,
	flatTable,
	providersTable,
	parametersTable,
	qrCodeTable,
	sendingTable,
	textsTable,
} from './providerTables';
import { networkWords, serviceWords, withDocumentation, withWords } from './searchWords';
import { singleSources } from './singleSources';

const SEND_CODEX = 'nodes/SendContactCard/SendContactCard.node.json';

/** A file of which a part is made from the code or from other files. */
export interface Generated {
	/** Path in the project. */
	file: string;
	/** The whole file as it is. */
	actual: string;
	/** The whole file as it has to be. */
	expected: string;
}

/**
 * Every file with a generated part: the tables of the providers, of the flat parameters and of QR codes, the list of examples, the words by which n8n finds the
 * nodes, the schemas of their outputs, the sources of the packages of one provider, the choices of the form for bugs, and the contacts in the examples' sample data.
 */
export function generatedFiles(): Generated[] {
	return [
		generated('README.md', (text) =>
			withBlocks(text, {
				providers: providersTable(pageOf),
				examples: examplesList(),
			}),
		),
		generated('docs/providers/README.md', (text) =>
			withBlocks(text, {
				sending: sendingTable(fileOf),
				parameters: parametersTable(fileOf),
				texts: textsTable(fileOf),
				fields: fieldsTable(),
				credentials: credentialsTable(fileOf),
			}),
		),
		generated('docs/contacts.md', (text) => withBlocks(text, { flat: flatTable() })),
		generated('docs/convert.md', (text) => withBlocks(text, { qrCode: qrCodeTable() })),
		...providers.map((provider) =>
			generated(pageOf(provider), (text) => withBlocks(text, { carries: carriesTable(provider) })),
		),
		generated(SEND_CODEX, (text) =>
			withAliases(
				withDocumentation(text, {
					credentials: [
						`${homepage}/blob/main/docs/providers/README.md#credentials`,
						...providers.map((provider) => `${homepage}/blob/main/${pageOf(provider)}`),
					],
					node: `${homepage}#send-contact-card`,
				}),
				sendAliases(),
			),
		),
		generated('nodes/ConvertContactCard/ConvertContactCard.node.json', (text) =>
			withAliases(text, convertAliases()),
		),
		...Object.entries(OUTPUT_SCHEMAS).map(([file, schema]) =>
			whole(file, `${JSON.stringify(schema, null, '\t')}\n`),
		),
		...Object.entries(singleSources()).map(([file, text]) => whole(file, text)),
		generated('.github/ISSUE_TEMPLATE/bug.yml', withProviderChoices),
		...EXAMPLE_FILES.map((name) => generated(`examples/${name}`, withSampleContacts)),
	];
}

/** Writes what {@link generatedFiles} expects. Returns the files that changed. */
export function refresh(): string[] {
	const stale = generatedFiles().filter(({ actual, expected }) => actual !== expected);
	for (const { file, expected } of stale) {
		const place = path.join(ROOT, file);
		mkdirSync(path.dirname(place), { recursive: true });
		writeFileSync(place, expected);
	}
	return stale.map(({ file }) => file);
}

/** A provider's page in docs/. */
export function pageOf(provider: Provider): string {
	return `docs/providers/${fileOf(provider)}`;
}

function fileOf({ id }: Provider): string {
	return `${id}.md`;
}

function generated(file: string, make: (actual: string) => string): Generated {
	const actual = textOf(file);
	return { file, actual, expected: make(actual) };
}

/** A file that is made as a whole; it may be missing. */
function whole(file: string, expected: string): Generated {
	return { file, actual: existsSync(path.join(ROOT, file)) ? textOf(file) : '', expected };
}

function withBlocks(text: string, blocks: Readonly<Record<string, string>>): string {
	return Object.entries(blocks).reduce(
		(page, [name, content]) => withBlock(page, name, content),
		text,
	);
}

function withBlock(text: string, name: string, content: string): string {
	const begin = `<!-- ${name}: made by npm run docs -->\n`;
	return between(text, begin, `<!-- /${name} -->`, `\n${content}\n`);
}

/** The providers that a person can choose in the form for bugs. */
function withProviderChoices(text: string): string {
	const choices = providers.map(({ displayName }) => `        - ${displayName}\n`).join('');
	const begin = '        # providers: made by npm run docs\n';
	return between(text, begin, '        # /providers\n', choices);
}

/** One line a workflow, with its name. */
function examplesList(): string {
	const lines = EXAMPLE_FILES.map((file) => {
		const { name } = jsonParse<WorkflowFile>(textOf(`examples/${file}`));
		return `- [${file}](examples/${file}): ${name.replace('Contact cards: ', '')}`;
	});
	return `${lines.join('\n')}\n`;
}

/**
 * The words by which n8n finds a node. It matches what a person types against each of them by itself, so two words find
 * a node only where one alias holds both.
 */
function withAliases(text: string, words: readonly string[]): string {
	const { alias } = jsonParse<{ alias: string[] }>(text);
	return withWords(text, [...alias, ...words]);
}

/** Every network and every provider. */
function sendAliases(): string[] {
	return [...networksOf(providers).flatMap(networkWords), ...providers.flatMap(serviceWords)];
}

/** Every network, and every service whose messages are read. */
function convertAliases(): string[] {
	return [...networksOf(providers).flatMap(networkWords), ...incomingReaders.flatMap(serviceWords)];
}

/** The workflow with the contacts of its sample data as examples/contacts.json has them, found by name. */
function withSampleContacts(text: string): string {
	const workflow = jsonParse<WorkflowFile>(text);
	const before = JSON.stringify(workflow);
	for (const { parameters } of workflow.nodes) {
		const { mode, jsonOutput } = parameters;
		if (mode !== 'raw' || typeof jsonOutput !== 'string') continue;
		parameters['jsonOutput'] = JSON.stringify(refreshed(jsonParse(jsonOutput)), null, 2);
	}
	return JSON.stringify(workflow) === before ? text : `${JSON.stringify(workflow, null, '\t')}\n`;
}

const sampleContacts = jsonParse<Array<{ name: { formatted_name: string } }>>(
	readFileSync(path.join(ROOT, 'examples/contacts.json'), 'utf8'),
);
const named = z.object({ name: z.object({ formatted_name: z.string() }) });

function refreshed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(refreshed);
	if (typeof value !== 'object' || value === null) return value;
	const contact = named.safeParse(value);
	if (contact.success) {
		const name = contact.data.name.formatted_name;
		const current = sampleContacts.find((candidate) => candidate.name.formatted_name === name);
		if (current === undefined) throw new Error(`examples/contacts.json has no ${name}`);
		return current;
	}
	const object: Record<string, unknown> = Object.fromEntries(
		Object.entries(value).map(([key, entry]) => [key, refreshed(entry)]),
	);
	return 'vcards' in object ? { ...object, vcards: vCardsOf(object) } : object;
}

/** The second and third of an item's contacts as vCard text. */
function vCardsOf({ contacts }: Record<string, unknown>): string {
	const read = readJson(contacts, dialects).slice(1, 3);
	return writeVCards(
		read.map((found) => {
			const completed = completeContact(found, { whatsappId: 'fromPhone' });
			if ('problem' in completed) throw new Error(`A contact ${completed.problem}`);
			return completed.contact;
		}),
	);
}

function textOf(file: string): string {
	return readFileSync(path.join(ROOT, file), 'utf8');
}

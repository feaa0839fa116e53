import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse } from 'n8n-workflow';
import { z } from 'zod';

import { completeContact } from '../../nodes/contact/complete';
import { sentence, type Carried, type Carries } from '../../nodes/contact/losses';
import { readJson } from '../../nodes/contact/read/json';
import { list } from '../../nodes/contact/text';
import { writeVCards } from '../../nodes/contact/vcard/write';
import { dialects, providers } from '../../nodes/providers';
import type { Provider } from '../../nodes/providers/provider';
import { WORKFLOWS } from '../../sandbox/demo/examples';
import type { WorkflowFile } from '../../sandbox/engine/engine';

/** A file of which a part is made from the code or from other files. */
export interface Generated {
	/** Path in the project. */
	file: string;
	/** The whole file as it is. */
	actual: string;
	/** The whole file as it has to be. */
	expected: string;
}

const ROOT = path.resolve(__dirname, '../..');

/** Every file with a generated part: the tables of the providers, and the contacts in the examples' sample data. */
export function generatedFiles(): Generated[] {
	return [
		generated('README.md', (text) => withBlock(text, 'providers', providersTable())),
		...providers.map((provider) =>
			generated(pageOf(provider), (text) => withBlock(text, 'carries', carriesTable(provider))),
		),
		...WORKFLOWS.map((name) => generated(`examples/${name}`, withSampleContacts)),
	];
}

/** Writes what {@link generatedFiles} expects. Returns the files that changed. */
export function refresh(): string[] {
	const stale = generatedFiles().filter(({ actual, expected }) => actual !== expected);
	for (const { file, expected } of stale) writeFileSync(path.join(ROOT, file), expected);
	return stale.map(({ file }) => file);
}

/** A provider's page in docs/. */
export function pageOf({ id }: Provider): string {
	return `docs/providers/${id}.md`;
}

function generated(file: string, make: (actual: string) => string): Generated {
	const actual = readFileSync(path.join(ROOT, file), 'utf8');
	return { file, actual, expected: make(actual) };
}

function withBlock(text: string, name: string, content: string): string {
	const begin = `<!-- ${name}: made by npm run docs -->\n`;
	const end = `<!-- /${name} -->`;
	const [before, rest] = splitAt(text, begin);
	const [, after] = splitAt(rest, end);
	return `${before}${begin}\n${content}\n${end}${after}`;
}

function splitAt(text: string, marker: string): [string, string] {
	const place = text.indexOf(marker);
	if (place === -1) throw new Error(`There is no line ${marker.trim()}`);
	return [text.slice(0, place), text.slice(place + marker.length)];
}

/** One row a provider: what it delivers, and which fields of a contact. */
export function providersTable(): string {
	return markdownTable(
		['Provider', 'Delivers by', 'Contacts in one card', 'Fields that reach the recipient'],
		providers.map((provider) => [
			`[${provider.displayName}](${pageOf(provider)})`,
			provider.network,
			atOnce(provider),
			sentence(provider.carries),
		]),
	);
}

function atOnce({ limits }: Provider): string {
	if (limits.contactsPerCard === undefined) return 'any number';
	return limits.contactsPerCard === 1
		? '1; more become several cards'
		: `${limits.contactsPerCard}; more become several cards`;
}

/** One row a field of the contact, and how much of it the provider carries. */
export function carriesTable({ carries, limits }: Provider): string {
	const rows = [
		[
			'Contacts in one card',
			limits.contactsPerCard === undefined ? 'any number' : String(limits.contactsPerCard),
		],
		[
			'Requests a minute',
			limits.requestsPerMinute === undefined
				? 'no limit documented'
				: String(limits.requestsPerMinute),
		],
		[
			'Name as shown',
			limits.nameLength === undefined
				? 'yes'
				: `yes; at most ${limits.nameLength} characters advised`,
		],
		['First, middle, last name, prefix, suffix', yesNo(carries.nameParts)],
		['Phones', carried(carries.phones)],
		['Phone extensions', yesNo(carries.extensions)],
		['WhatsApp ID of its own', yesNo(carries.whatsappIds)],
		['Emails', carried(carries.emails)],
		['Addresses', carried(carries.addresses)],
		['Organization', organization(carries)],
		['URLs', carried(carries.urls)],
		['Types (work, home, …)', yesNo(carries.types)],
		['Birthday', carries.birthday === 'withYear' ? 'with year only' : yesNo(carries.birthday)],
		['Nickname', yesNo(carries.nickname)],
		['Note', yesNo(carries.note)],
		['Photo', yesNo(carries.photo)],
	];
	return markdownTable(['Field', 'Carried'], rows);
}

function yesNo(is: boolean): string {
	return is ? 'yes' : 'no';
}

function carried(many: Carried): string {
	if (many === 'all') return 'all';
	return many === 1 ? 'the first' : 'no';
}

function organization({ org }: Carries): string {
	return org.length === 0 ? 'no' : list(org);
}

function markdownTable(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const widths = titles.map((title, column) =>
		Math.max(...[titles, ...rows].map((cells) => [...(cells[column] ?? '')].length), title.length),
	);
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length)).join(' | ')} |`;
	const ruler = widths.map((width) => '-'.repeat(width));
	return `${[titles, ruler, ...rows].map(line).join('\n')}\n`;
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

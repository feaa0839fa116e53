import { readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse, type INode } from 'n8n-workflow';

import { completeContact } from '../../nodes/contact/complete';
import { readJson } from '../../nodes/contact/read/json';
import { providers } from '../../nodes/providers';
import { dialects } from '../../nodes/providers/dialects';
import { EXAMPLE_FILES, EXAMPLES, readExample, WORKFLOWS } from '../../sandbox/demo/examples';
import type { WorkflowFile } from '../../sandbox/engine/engine';
import { KnownNodeTypes } from '../../sandbox/engine/nodeTypes';
import { misbehaviorOf } from '../../sandbox/faults/misbehavingRecipients';
import { credentialsAt, PROVIDER_IDS } from '../../sandbox/registry';
import { PROVIDER_ROWS } from '../support/providerRows';
import { sampleData } from './sampleData';

/** Nodes by the version that n8n 2.8 and n8n 2.40 both have. */
const NODES: Readonly<Record<string, number>> = {
	'@n8n/n8n-nodes-langchain.agent': 3,
	'@n8n/n8n-nodes-langchain.chatTrigger': 1.1,
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': 1.2,
	'n8n-nodes-base.aggregate': 1,
	'n8n-nodes-base.convertToFile': 1.1,
	'n8n-nodes-base.filter': 2.2,
	'n8n-nodes-base.manualTrigger': 1,
	'n8n-nodes-base.noOp': 1,
	'n8n-nodes-base.set': 3.4,
	'n8n-nodes-base.splitOut': 1,
	'n8n-nodes-base.stickyNote': 1,
	'n8n-nodes-base.switch': 3.2,
	'n8n-nodes-base.webhook': 2,
	'n8n-nodes-contact-card.convertContactCard': 1,
	'n8n-nodes-contact-card.sendContactCard': 1,
	'n8n-nodes-contact-card.sendContactCardTool': 1,
};

const CHAT = '@n8n/n8n-nodes-langchain.chatTrigger';
/** Of no provider of cards: its credential is the person's own. */
const MODEL = '@n8n/n8n-nodes-langchain.lmChatOpenAi';

/** Digits of the ranges that the countries' regulators keep for fiction, and of the emergency number. */
const NUMBERS_OF_NOBODY =
	/^(120255501\d\d|447700900\d{3}|07700900\d{3}|442079460\d{3}|6149157[02]\d{3}|3363998\d{4}|3532091\d{5}|467017406\d\d|4917139200\d\d|493023125\d{3}|112)$/;
/** A number in international spelling, or in the national one of the United Kingdom, anywhere in a text. */
const NUMBER = /(?:\+\d|\b07\d{3} \d)[\d ()-]{4,}\d/g;
const WHATSAPP_ID = /\b\d+(?=@(?:s\.whatsapp\.net|c\.us))/g;
/** The recipient of those examples that show what an unclear failure leads to. */
const UNCLEAR_FAILURE = '+1 202-555-0110';

const contacts = jsonParse<
	Array<{ name: { formatted_name: string }; phones: Array<{ phone: string }> }>
>(readFileSync(path.join(EXAMPLES, 'contacts.json'), 'utf8'));

describe('contacts.json', () => {
	it('holds at least twelve contacts with different names', () => {
		const names = contacts.map(({ name }) => name.formatted_name);
		expect(names.length).toBeGreaterThanOrEqual(12);
		expect(new Set(names).size).toBe(names.length);
	});

	it('holds no phone number of a real person', () => {
		const phones = contacts.flatMap((contact) => contact.phones.map(({ phone }) => phone));
		expect(phones.filter((phone) => !isNobodys(phone))).toEqual([]);
	});

	it('is read without a warning', () => {
		const read = readJson(contacts, dialects).map((contact) =>
			completeContact(contact, { whatsappId: 'fromPhone' }),
		);
		expect(read.map((contact) => ('problem' in contact ? contact : contact.warnings))).toEqual(
			contacts.map(() => []),
		);
	});
});

describe('The workflows of examples/', () => {
	it('are all run by the demo, but for those with nodes that its engine does not have', () => {
		const engine = new KnownNodeTypes([]);
		const runnable = EXAMPLE_FILES.filter((file) =>
			readExample(file).nodes.every(
				({ type }) => type.startsWith('n8n-nodes-contact-card.') || engine.has(type),
			),
		);
		expect(WORKFLOWS).toEqual(runnable);
	});

	it('are all named in the README', () => {
		const readme = readFileSync(path.join(EXAMPLES, '../README.md'), 'utf8');
		expect(EXAMPLE_FILES.filter((file) => !readme.includes(`(examples/${file})`))).toEqual([]);
	});

	describe.each(EXAMPLE_FILES)('%s', (file) => {
		const workflow = readExample(file);
		const text = readFileSync(path.join(EXAMPLES, file), 'utf8');
		const notes = workflow.nodes.filter(isNote);
		const steps = workflow.nodes.filter((node) => !isNote(node));

		it('begins with a note that says what it shows', () => {
			expect(notes[0]?.parameters['content']).toMatch(/^## \S.+\n\n\S/);
		});

		it('uses nodes and versions that n8n 2.8 and n8n 2.40 both have', () => {
			const used = workflow.nodes.map(({ type, typeVersion }) => [type, typeVersion]);
			expect(used).toEqual(used.map(([type]) => [type, NODES[String(type)]]));
		});

		it('starts in the chat, or by hand with sample data in a node, since pinned data runs in the editor only', () => {
			expect(workflow.pinData ?? {}).toEqual({});
			if (steps.some(({ type }) => type === CHAT)) return;
			const triggers = steps.filter(({ type }) => type === 'n8n-nodes-base.manualTrigger');
			expect(triggers).toHaveLength(1);
			expect(Object.keys(sampleData(workflow))).toHaveLength(1);
		});

		it('has an id and a name of its own for every node', () => {
			for (const key of ['id', 'name'] as const) {
				const values = workflow.nodes.map((node) => node[key]);
				expect(new Set(values).size).toBe(values.length);
			}
		});

		it('connects only nodes that it has, and leaves none alone', () => {
			const names = steps.map(({ name }) => name);
			const links = linksOf(workflow);
			expect(links.flat().filter((name) => !names.includes(name))).toEqual([]);
			const linked = new Set(links.flat());
			expect(names.filter((name) => !linked.has(name))).toEqual([]);
		});

		it('reads from left to right', () => {
			const x = new Map(steps.map(({ name, position }) => [name, position[0]]));
			const backwards = linksOf(workflow, 'main').filter(
				([from, to]) => (x.get(from) ?? 0) >= (x.get(to) ?? 0),
			);
			expect(backwards).toEqual([]);
		});

		it('lays no node or note over another', () => {
			const boxes = workflow.nodes.map((node) => ({ name: node.name, ...boxOf(node) }));
			const covered = boxes.flatMap((one, index) =>
				boxes
					.slice(index + 1)
					.filter((other) => overlap(one, other))
					.map((other) => `${one.name} and ${other.name}`),
			);
			expect(covered).toEqual([]);
		});

		it('names the credentials of the sandbox, and holds no secret', () => {
			const named = steps
				.filter(({ type }) => type !== MODEL)
				.flatMap(({ credentials }) => Object.entries(credentials ?? {}));
			const types = providers.map(({ credential }) => credential.name);
			expect(named.length).toBeGreaterThan(0);
			for (const [type, credential] of named) {
				expect(types).toContain(type);
				expect(Object.keys(credential)).toEqual(['id', 'name']);
				expect(credential.name).toMatch(/^Sandbox /);
			}
			expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([]);
		});

		it('sends to nobody real', () => {
			const texts = stringsIn([sampleData(workflow), ...steps.map(({ parameters }) => parameters)]);
			const numbers = texts.flatMap((value) => value.match(NUMBER) ?? []);
			const ids = texts.flatMap((value) => value.match(WHATSAPP_ID) ?? []);
			expect(numbers.filter((number) => !isNobodys(number))).toEqual([]);
			expect(ids.filter((id) => !/^(447700900|1202555)\d+$/.test(id))).toEqual([]);
			const misbehaving = numbers.filter((number) => misbehaviorOf(number) !== undefined);
			expect(misbehaving.filter((number) => number !== UNCLEAR_FAILURE)).toEqual([]);
		});
	});
});

function isNobodys(number: string): boolean {
	return NUMBERS_OF_NOBODY.test(number.replace(/\D/g, ''));
}

const SECRETS = [
	'Bearer ',
	...PROVIDER_IDS.flatMap((id) =>
		Object.entries(credentialsAt('')[id]).flatMap(([name, value]: [string, unknown]) =>
			PROVIDER_ROWS[id].secrets.includes(name) ? [String(value)] : [],
		),
	),
];

function isNote({ type }: INode): boolean {
	return type === 'n8n-nodes-base.stickyNote';
}

/** Pairs of connected nodes, from and to; models and tools stand below the agent that they are for. */
function linksOf({ connections }: WorkflowFile, kind?: 'main'): Array<[string, string]> {
	return Object.entries(connections).flatMap(([from, outputs]) =>
		Object.entries(outputs)
			.filter(([name]) => kind === undefined || name === kind)
			.flatMap(([, links]) => links)
			.flatMap((output) => (output ?? []).map(({ node }): [string, string] => [from, node])),
	);
}

interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** Pixels that a node takes in the editor, its name below it included; a note has its own size. */
const NODE_WIDTH = 100;
const NODE_HEIGHT = 140;

function boxOf({ position: [left, top], parameters }: INode): Box {
	const { width, height } = parameters;
	return {
		left,
		top,
		right: left + (typeof width === 'number' ? width : NODE_WIDTH),
		bottom: top + (typeof height === 'number' ? height : NODE_HEIGHT),
	};
}

function overlap(one: Box, other: Box): boolean {
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}

/** Every text in a value, however deep. */
function stringsIn(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(stringsIn);
}

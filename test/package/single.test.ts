import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import whole from '../../package.json';
import { runWorkflow, type WorkflowFile, type WorkflowRun } from '../../sandbox/engine/engine';
import { ROOT } from '../../sandbox/projectFolder';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { SEND, sendWorkflow } from '../support/workflow';
import { buildSingles, loadSingle, type SinglePackage } from './single';

/** One that looks up numbers, one that cannot, and one whose credential exports more than its class. */
const IDS = ['gowa', 'telegram', 'whatsAppCloud'] as const;

const CARD = {
	contactSource: 'json',
	contactsJson: JSON.stringify({
		name: { formatted_name: 'Ana Lima' },
		phones: [{ phone: '+5512996130832' }],
	}),
};

let sandbox: Sandbox;
let folder: string;
beforeAll(async () => {
	sandbox = await startSandbox();
	folder = mkdtempSync(path.join(tmpdir(), 'contact-card-single-'));
	buildSingles(folder, IDS);
});
beforeEach(() => sandbox.reset());
afterAll(async () => {
	await sandbox.close();
	rmSync(folder, { recursive: true });
});

describe.each(IDS)('the package of %s alone', (id) => {
	const provider = providers.find((each) => each.id === id)!;
	const others = providers.filter((each) => each.id !== id);
	const row = PROVIDER_ROWS[id];
	let single: SinglePackage;
	beforeAll(() => {
		single = loadSingle(path.join(folder, id));
	});

	it('names itself, its one node and its one credential, and depends on nothing', () => {
		const { manifest } = single;
		expect(manifest).toMatchObject({
			name: `n8n-nodes-contact-card-${id.toLowerCase()}`,
			version: whole.version,
			license: 'MIT',
			keywords: expect.arrayContaining(['n8n-community-node-package']),
			repository: { ...whole.repository, directory: `single/packages/${id}` },
			files: ['dist'],
			n8n: { n8nNodesApiVersion: 1 },
			peerDependencies: { 'n8n-workflow': '*' },
		});
		expect(manifest).not.toHaveProperty('dependencies');
		expect(manifest).not.toHaveProperty('devDependencies');
	});

	it('has everything that n8n and npm show of it', () => {
		const node = `dist/nodes/${single.nodeClass}`;
		for (const file of [
			'LICENSE',
			'dist/THIRD-PARTY-LICENSES.txt',
			'dist/icons/contactCard.svg',
			'dist/icons/contactCard.dark.svg',
			`${node}/__schema__/v1.0.0/send.json`,
			`${node}/__schema__/v1.0.0/preview.json`,
		]) {
			expect([file, existsSync(path.join(single.folder, file))]).toEqual([file, true]);
		}
		const codex = jsonIn(`${node}/${single.nodeClass}.node.json`);
		expect(codex).toMatchObject({
			node: `${single.manifest.name}.${single.node.description.name}`,
			alias: expect.arrayContaining([provider.displayName, provider.network, 'vCard']),
			resources: {
				primaryDocumentation: [{ url: `${whole.homepage}/blob/main/docs/providers/${id}.md` }],
			},
		});
		expect(z.object({ alias: z.array(z.string()) }).parse(codex).alias).not.toContain('Wawp');
	});

	it('has a README with what the page of the provider says, and links that work outside of the project', () => {
		const readme = readFileSync(path.join(single.folder, 'README.md'), 'utf8');
		expect(readme).toContain(`# ${single.manifest.name}\n`);
		expect(readme).toContain('## What you need');
		expect(readme).toContain(single.credential.displayName);
		const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
		expect(links.filter((link) => !/^(https:\/\/|#)/.test(link))).toEqual([]);
		const ours = links.filter((link) => link.startsWith(`${whole.homepage}/blob/main/`));
		for (const link of ours) {
			const [file = ''] = link.replace(`${whole.homepage}/blob/main/`, '').split('#');
			expect([file, existsSync(path.join(ROOT, file))]).toEqual([file, true]);
		}
	});

	it('has a node and a credential with names of their own', () => {
		const { description } = single.node;
		expect(description).toMatchObject({
			name: `sendContactCardWith${id.charAt(0).toUpperCase()}${id.slice(1)}`,
			displayName: `Send Contact Card with ${provider.displayName}`,
			usableAsTool: true,
			version: 1,
		});
		expect(single.nodeClass.toLowerCase()).toBe(description.name.toLowerCase());
		expect(single.credential.name).toBe(provider.credential.name.replace('Card', 'CardWith'));
		expect(description.credentials).toEqual([
			{ name: single.credential.name, required: true, testedBy: 'testCredential' },
		]);
		expect(single.credential.properties).toEqual(provider.credential.properties);
	});

	it('offers this provider, and the action "Send contact card"', () => {
		const { properties } = single.node.description;
		const { options, ...chosen } = properties.find(({ name }) => name === 'provider')!;
		expect(chosen.default).toBe(id);
		expect(options).toEqual([expect.objectContaining({ value: id, name: provider.displayName })]);
		const operation = properties.find(({ name }) => name === 'operation');
		expect(operation?.options?.[0]).toMatchObject({ value: 'send', action: 'Send contact card' });
	});

	it('has the parameters and values that the whole package has for it', () => {
		const description = new SendContactCard().description.properties;
		const ours = parametersOf(single.node.description.properties, id);
		expect(ours.length).toBeGreaterThan(8);
		expect(ours).toEqual(parametersOf(description, id));
	});

	it('speaks of this provider where the whole package lists several', () => {
		const shown = JSON.stringify(single.node.description);
		const named = others.filter(({ displayName }) =>
			new RegExp(`\\b${displayName.replaceAll('.', '\\.')}\\b`).test(shown),
		);
		expect(named.map(({ displayName }) => displayName)).toEqual([]);
		expect(shown).toContain(
			provider.lookUp === undefined
				? `${provider.displayName} cannot look up numbers`
				: `The one that ${provider.displayName} finds for the number`,
		);
	});

	it('holds nothing of the other services', () => {
		const words = others.flatMap(({ credential, documentationUrl }) => [
			credential.name,
			credential.displayName,
			documentationUrl,
		]);
		expect(words.filter((word) => single.code.includes(word))).toEqual([]);
	});

	it('sends what the whole package sends, by the type of its node alone', async () => {
		const run = await runMoved({ ...row.parameters, ...CARD });
		expect(outputOf(run)).toMatchObject({ provider: id, status: 'sent', recipient: row.recipient });
		expect(sandbox.deliveries()).toMatchObject([
			{ provider: id, contacts: [{ name: { formatted_name: 'Ana Lima' } }] },
		]);
	});

	it('refuses a workflow of another provider, and sends nothing', async () => {
		const run = await runMoved({ ...PROVIDER_ROWS.wawp.parameters, ...CARD, provider: 'wawp' });
		expect(run.error?.message).toContain('There is no provider "wawp"');
		expect(run.error?.message).toContain(`Choose ${provider.displayName}.`);
		expect(sandbox.deliveries()).toEqual([]);
	});

	/** Runs a workflow of the whole package with another type of node and credential. */
	async function runMoved(parameters: INodeParameters): Promise<WorkflowRun> {
		const { node, credential } = single;
		const workflow: WorkflowFile = sendWorkflow({ provider: id, ...parameters });
		const moved: WorkflowFile = {
			...workflow,
			nodes: workflow.nodes.map((each) =>
				each.name === SEND
					? {
							...each,
							type: `n8n-nodes-contact-card.${node.description.name}`,
							credentials: { [credential.name]: { id: 'own', name: 'Own' } },
						}
					: each,
			),
		};
		const contents = { nodes: [node], credentials: [credential] };
		return await runWorkflow(moved, contents, { [credential.name]: sandbox.credentials[id] });
	}

	function outputOf(run: WorkflowRun): IDataObject | undefined {
		if (run.error !== undefined) throw run.error;
		return run.items(SEND)[0]?.json;
	}

	function jsonIn(file: string): unknown {
		return JSON.parse(readFileSync(path.join(single.folder, file), 'utf8'));
	}
});

describe('the sources of these packages', () => {
	it('are there for every provider, and for nobody else', () => {
		const ids = providers.map(({ id }) => id);
		expect(readdirSync(path.join(ROOT, 'single/packages')).toSorted()).toEqual(ids.toSorted());
	});
});

/** What a person can set for a provider: names, types, defaults and values, without words. */
function parametersOf(properties: readonly INodeProperties[], id: string): unknown[] {
	return properties
		.filter(({ name }) => name !== 'provider')
		.flatMap((property) => {
			const { show = {}, ...display } = property.displayOptions ?? {};
			const { provider: shownFor, '/provider': shownInside, ...rest } = show;
			const ids = shownFor ?? shownInside;
			if (ids !== undefined && !ids.some((each) => each === id)) return [];
			const { description: _description, displayOptions: _display, options, ...same } = property;
			return [
				{ ...same, display, rest, options: options?.flatMap((option) => valuesOf(option, id)) },
			];
		});
}

function valuesOf(option: NonNullable<INodeProperties['options']>[number], id: string): unknown[] {
	if ('type' in option) return parametersOf([option], id);
	if ('values' in option) return [{ ...option, values: parametersOf(option.values, id) }];
	return [{ name: option.name, value: option.value }];
}

import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { ConvertContactCard } from '../../nodes/ConvertContactCard/ConvertContactCard.node.js';
import { providers } from '../../nodes/providers';
import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import manifest from '../../package.json';
import { ROOT } from '../../sandbox/projectFolder';
import { pageOf } from './generated';
import { pages, readPage, type Page } from './markdown';
import { realMessages } from './messages';

const all = pages();
const each = all.map((page): [string, Page] => [page.file, page]);

describe.each(each)('%s', (_file, page) => {
	it('has links that lead somewhere', () => {
		const dead = page.links.filter((link) => !leadsSomewhere(page.file, link));
		expect(dead).toEqual([]);
	});

	it('names npm scripts that exist', () => {
		const text = [...page.code, ...page.blocks.map((block) => block.text)].join('\n');
		const named = [...text.matchAll(/\bnpm (?:run )?([a-z][a-zA-Z0-9:]*)/g)].map(
			([, script]) => script,
		);
		const own = ['ci', 'install', 'pack', 'publish', 'run', 'version'];
		const known = [...Object.keys(manifest.scripts), ...own];
		expect(named.filter((script) => !known.includes(String(script)))).toEqual([]);
	});

	it('names files that exist', () => {
		const named = page.code.filter((code) => PROJECT_PATH.test(code));
		expect(named.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
	});

	it('has JSON that can be read', () => {
		for (const { language, text } of page.blocks) {
			if (language === 'json') expect(() => JSON.parse(text) as unknown).not.toThrow();
		}
	});

	it('says of every block what it is', () => {
		const languages = page.blocks.map(({ language }) => language);
		expect(
			languages.filter((name) => !['json', 'mermaid', 'sh', 'text', 'vcard'].includes(name)),
		).toEqual([]);
	});

	it('asks for pictures of docs/images only', () => {
		for (const image of page.images) expect(image).toMatch(/^docs\/images\/[a-z-]+\.(?:png|webp)$/);
	});
});

/** A path in the project, without a place for a name in it. */
const PROJECT_PATH =
	/^(\.ci|\.github|bench|credentials|docs|examples|nodes|sandbox|test)\/[\w./-]+$/;

/** Links elsewhere are looked at for their form only: tests use no network. */
function leadsSomewhere(from: string, link: string): boolean {
	if (/^[a-z]+:/.test(link)) return /^https:\/\/[\w.-]+\.\w+(\/\S*)?$/.test(link);
	const [target = '', anchor] = link.split('#');
	const file = target === '' ? from : path.posix.join(path.posix.dirname(from), target);
	if (!existsSync(path.join(ROOT, file))) return false;
	if (anchor === undefined) return true;
	return !statSync(path.join(ROOT, file)).isDirectory() && readPage(file).anchors.includes(anchor);
}

describe('README.md', () => {
	const readme = readPage('README.md');

	it('sets up and runs with two commands that package.json has', () => {
		const [commands] = readme.blocks.filter(({ language }) => language === 'sh');
		const lines = commands?.text.trim().split('\n') ?? [];
		expect(lines.map((line) => line.replace(/\s*#.*/, ''))).toEqual([
			'npm ci && npm start',
			'npm ci && npm test',
		]);
		expect(manifest.scripts).toMatchObject({
			start: expect.stringContaining('sandbox/demo.ts'),
			test: expect.stringContaining('jest'),
		});
	});

	it('installs the package by its name', () => {
		const installs = readPage('docs/install.md')
			.blocks.flatMap(({ text }) => text.split('\n'))
			.filter((line) => line.startsWith('npm install'));
		expect(installs).toEqual([`npm install ${manifest.name}`]);
		expect(readme.code).toContain(manifest.name);
	});

	it('leads to every page of the documentation', () => {
		const linked = new Set(readme.links);
		const unlinked = all
			.map(({ file }) => file)
			.filter((file) => !file.startsWith('.github/') && file !== 'README.md');
		expect(unlinked.filter((file) => !linked.has(file))).toEqual([]);
	});

	it('says which Node.js it takes as package.json does', () => {
		expect(readme.text).toContain(`Node.js ${manifest.engines.node.replace('>=', '')} or newer`);
	});
});

describe('what the editor shows', () => {
	const labels = labelsOf([
		...new SendContactCard().description.properties,
		...new ConvertContactCard().description.properties,
		...providers.flatMap(({ credential }) => credential.properties),
	]);

	it.each(['docs/delivery.md', 'docs/troubleshooting.md', 'docs/contacts.md', 'docs/convert.md'])(
		'is named in %s as it is there',
		(file) => {
			const named = readPage(file).bold.filter((text) =>
				text.split(' ').every((word) => /^([A-Z][\w-]*|per|of)$/.test(word)),
			);
			expect(named.length).toBeGreaterThan(2);
			const unknown = named.filter((text) => !labels.has(text) && !N8N_WORDS.has(text));
			expect(unknown).toEqual([]);
		},
	);

	it.each(
		providers.map((provider): [string, (typeof providers)[number]] => [provider.id, provider]),
	)(
		'of %s is on its page: every field of the credential, every option of its own',
		(_id, provider) => {
			const page = readPage(pageOf(provider)).text.toLowerCase();
			const named = [...provider.credential.properties, ...provider.target.options]
				.map(({ displayName }) => displayName)
				.filter((label) => label !== 'Base URL');
			expect(named.filter((label) => !page.includes(label.toLowerCase()))).toEqual([]);
		},
	);
});

describe('the page of a provider', () => {
	it.each(providers.map((provider) => [provider.id, provider] as const))(
		'says when it was checked, and against what: %s',
		(_id, provider) => {
			const text = readPage(pageOf(provider)).text.replace(/\s+/g, ' ');
			expect(text).toMatch(
				/Checked on 20\d\d-\d\d-\d\d against \S|no one service to check it against/,
			);
		},
	);
});

describe('errors of a provider', () => {
	it.each(
		providers.map((provider): [string, (typeof providers)[number]] => [provider.id, provider]),
	)('%s: its page has every status that the node gives advice for', (_id, provider) => {
		const page = readPage(pageOf(provider)).text;
		const statuses = Array.from({ length: 200 }, (_, index) => 400 + index);
		const advised = statuses.filter((status) =>
			[undefined, { message: 'No' }, { error: { message: 'No' } }].some((json) => {
				const answer = { status, headers: {}, json, text: JSON.stringify(json ?? 'No') };
				return provider.refusal(answer).advice !== undefined;
			}),
		);
		expect(advised.filter((status) => !page.includes(String(status)))).toEqual([]);
	});
});

/** Words of n8n's own editor. */
const N8N_WORDS = new Set([
	'Continue',
	'Execute Once',
	'On Error',
	'Retry On Fail',
	'Stop Workflow',
]);

function labelsOf(
	properties: ReadonlyArray<INodeProperties | INodePropertyCollection | INodePropertyOptions>,
): Set<string> {
	return new Set(
		properties.flatMap((property): string[] => {
			const label = 'displayName' in property ? property.displayName : property.name;
			const inside = 'options' in property ? (property.options ?? []) : [];
			const values = 'values' in property ? property.values : [];
			const modes = 'modes' in property ? (property.modes ?? []) : [];
			return [
				label,
				...modes.map(({ displayName }) => displayName),
				...('placeholder' in property ? [property.placeholder ?? ''] : []),
				...labelsOf(inside),
				...labelsOf(values),
			];
		}),
	);
}

describe('messages that the documentation quotes', () => {
	let real: string[] = [];
	beforeAll(async () => {
		real = await realMessages();
	});

	const quotes = all.flatMap(({ file, blocks }) =>
		blocks
			.filter(({ language }) => language === 'text')
			.map(({ text }): [string, string] => [text.trim(), file]),
	);

	it('are there', () => {
		expect(quotes.length).toBeGreaterThan(20);
	});

	it.each(quotes)('are the ones that the node gives: %s', (quote) => {
		const pattern = new RegExp(`^${quote.split('…').map(escaped).join('.*')}$`);
		expect(real.filter((message) => pattern.test(message))).not.toEqual([]);
	});
});

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

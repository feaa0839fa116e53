import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

import manifest from '../../package.json';
import { ROOT } from '../../sandbox/projectFolder';

const GITHUB = path.join(ROOT, '.github');
const read = (file: string): string => readFileSync(path.join(GITHUB, file), 'utf8');
const filesIn = (folder: string): string[] =>
	readdirSync(path.join(GITHUB, folder)).map((file) => `${folder}/${file}`);

const step = z
	.object({
		name: z.string().optional(),
		uses: z.string().optional(),
		run: z.string().optional(),
		env: z.record(z.string(), z.string()).optional(),
		with: z.record(z.string(), z.unknown()).optional(),
	})
	.strict();
const workflow = z.object({
	name: z.string(),
	on: z.record(z.string(), z.unknown()),
	permissions: z.record(z.string(), z.string()),
	jobs: z.record(
		z.string(),
		z.object({
			'runs-on': z.string(),
			'timeout-minutes': z.number(),
			permissions: z.record(z.string(), z.string()).optional(),
			needs: z.string().optional(),
			steps: z.array(step),
		}),
	),
});
const readWorkflow = (file: string) => workflow.parse(parse(read(file)));

describe.each(filesIn('workflows'))('.github/%s', (file) => {
	const { jobs, permissions } = readWorkflow(file);
	const steps = Object.values(jobs).flatMap((job) => job.steps);

	it('runs scripts that exist', () => {
		for (const { run = '' } of steps) {
			for (const [, script = ''] of run.matchAll(/npm run (\S+)/g)) {
				expect(Object.keys(manifest.scripts)).toContain(script);
			}
			for (const [, script = ''] of run.matchAll(/bash (\S+)/g)) {
				expect(existsSync(path.join(ROOT, script))).toBe(true);
			}
		}
		expect(steps.some(({ run }) => run === 'bash .ci/run')).toBe(true);
	});

	it('pins every action to a commit, with its version beside it', () => {
		const used = [...read(file).matchAll(/uses: (.*)/g)].map(([, action]) => action);
		expect(used.length).toBeGreaterThan(0);
		for (const action of used)
			expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
	});

	it('reads the repository and may do nothing else', () => {
		const granted = [permissions, ...Object.values(jobs).map((job) => job.permissions ?? {})];
		const more = granted
			.flatMap((each) => Object.entries(each))
			.filter(([name, level]) => !(name === 'contents' && level === 'read'));
		expect(more).toEqual(file.startsWith('workflows/publish') ? [['id-token', 'write']] : []);
		for (const { uses = '', with: settings } of steps) {
			if (uses.startsWith('actions/checkout@'))
				expect(settings?.['persist-credentials']).toBe(false);
		}
	});

	it('knows no secret', () => {
		expect(read(file)).not.toMatch(/secrets\.|_authToken|NPM_TOKEN|NODE_AUTH_TOKEN/);
	});
});

describe('publishing', () => {
	const { on, jobs } = readWorkflow('workflows/publish.yml');

	it('happens for tags of versions only, after everything was checked', () => {
		expect(on).toEqual({ push: { tags: ['v*.*.*'] } });
		expect(jobs['publish']?.needs).toBe('check');
		expect(jobs['check']?.permissions).toEqual({ contents: 'read' });
	});

	it('says where the package comes from, with an npm that needs no token', () => {
		const { steps = [] } = jobs['publish'] ?? {};
		expect(steps.at(-1)?.run).toBe('npm publish --provenance --access public');
		const node = steps.find(({ uses = '' }) => uses.startsWith('actions/setup-node@'));
		expect(Number(node?.with?.['node-version'])).toBeGreaterThanOrEqual(24);
	});

	it('is of a version that the changelog tells about', () => {
		const changelog = readFileSync(path.join(ROOT, 'CHANGELOG.md'), 'utf8');
		const versions = [...changelog.matchAll(/^## \[(.+?)\]/gm)].map(([, version]) => version);
		expect(versions).toContain(manifest.version);
	});

	it('needs a repository that package.json names as npm will check it', () => {
		expect(manifest.repository.url).toBe(`git+${manifest.homepage}.git`);
		expect(manifest.bugs).toBe(`${manifest.homepage}/issues`);
	});
});

describe('publishing the package of one provider', () => {
	const { on, jobs } = readWorkflow('workflows/publish-single.yml');
	const { steps = [] } = jobs['publish'] ?? {};

	it('is started by hand, after everything was checked, and only for a version', () => {
		expect(Object.keys(on)).toEqual(['workflow_dispatch']);
		expect(jobs['publish']?.needs).toBe('check');
		expect(jobs['check']?.permissions).toEqual({ contents: 'read' });
		const ofVersion = jobs['check']?.steps.some(({ run = '' }) => run.includes('refs/tags/v'));
		expect(ofVersion).toBe(true);
	});

	it('publishes what it builds, and never runs what a person types as a command', () => {
		expect(steps.map(({ run }) => run).slice(-2)).toEqual([
			'npm run build:single -- "$PROVIDER"',
			'npm publish "./dist-single/$PROVIDER" --provenance --access public',
		]);
		for (const { run = '' } of steps) expect(run).not.toContain('${{');
	});
});

const field = z.discriminatedUnion('type', [
	z.object({ type: z.literal('markdown'), attributes: z.object({ value: z.string() }) }),
	z.object({
		type: z.enum(['input', 'textarea']),
		id: z.string(),
		attributes: z.object({ label: z.string() }),
		validations: z.object({ required: z.boolean() }).optional(),
	}),
	z.object({
		type: z.literal('dropdown'),
		id: z.string(),
		attributes: z.object({ label: z.string(), options: z.array(z.string()).min(2) }),
		validations: z.object({ required: z.boolean() }).optional(),
	}),
	z.object({
		type: z.literal('checkboxes'),
		id: z.string(),
		attributes: z.object({
			label: z.string(),
			options: z.array(z.object({ label: z.string() })).min(1),
		}),
	}),
]);
const form = z
	.object({
		name: z.string(),
		description: z.string(),
		labels: z.array(z.string()),
		body: z.array(field),
	})
	.strict();

describe('forms for issues', () => {
	const files = filesIn('ISSUE_TEMPLATE').filter((file) => !file.endsWith('config.yml'));

	it.each(files)('.github/%s has fields with names of their own', (file) => {
		const { body } = form.parse(parse(read(file)));
		const ids = body.flatMap((each) => ('id' in each ? each.id : []));
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('ask of a bug which provider, which versions and which message', () => {
		const { body } = form.parse(parse(read('ISSUE_TEMPLATE/bug.yml')));
		const required = body.flatMap((each) =>
			'validations' in each && each.validations?.required === true ? each.id : [],
		);
		expect(required).toEqual(
			expect.arrayContaining(['provider', 'package-version', 'n8n-version', 'message']),
		);
	});

	it('lead reports of weaknesses to a private place', () => {
		const links = z
			.object({ contact_links: z.array(z.object({ url: z.string() })) })
			.parse(parse(read('ISSUE_TEMPLATE/config.yml')))
			.contact_links.map(({ url }) => url);
		expect(links).toContain(`${manifest.homepage}/security/advisories/new`);
		for (const url of links) expect(url.startsWith(`${manifest.homepage}/`)).toBe(true);
	});
});

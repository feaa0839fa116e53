import { execFileSync } from 'node:child_process';
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { z } from 'zod';

import manifest from '../../package.json';
import { ROOT } from '../../sandbox/projectFolder';

// What ships, as `npm run build` made it: `npm test` builds first
const SHARED = 'dist/nodes/shared.js';
const [SEND = '', CONVERT = ''] = manifest.n8n.nodes;

/** Bytes of what n8n reads at its start. Send has room for more providers. */
const NODES: ReadonlyArray<[name: string, files: readonly string[], limit: number]> = [
	['Send, with what both nodes share', [SEND, SHARED], 600_000],
	['Convert, beside Send', [CONVERT], 60_000],
];
const CREDENTIAL_LIMIT = 20_000;

const bytesOf = (file: string) => statSync(path.join(ROOT, file)).size;

describe('the size of a bundle', () => {
	it.each(NODES)('%s, stays within its limit', (name, files, limit) => {
		const size = files.map(bytesOf).reduce((sum, bytes) => sum + bytes);
		process.stdout.write(
			`${name}: ${size.toLocaleString('en')} of ${limit.toLocaleString('en')} bytes, ${(limit - size).toLocaleString('en')} left\n`,
		);
		expect(size).toBeLessThanOrEqual(limit);
	});

	it.each(manifest.n8n.credentials)('%s stays within its limit', (file) => {
		expect(bytesOf(file)).toBeLessThanOrEqual(CREDENTIAL_LIMIT);
	});
});

describe('what both nodes share', () => {
	it.each(manifest.n8n.nodes)('becomes constants of %s', (file) => {
		const code = readFileSync(path.join(ROOT, file), 'utf8');
		const requires = [...code.matchAll(/(\{[^{}]*\}|[\w$]+)=require\("\.\.\/shared\.js"\)/g)];
		expect(requires.map(([, constants = '']) => constants.charAt(0))).toEqual(['{']);
	});
});

/** A zod that whoever loads it notices. */
const HOSTILE_ZOD = "throw new Error('another zod was loaded');";

describe('whatever zod stands beside the package', () => {
	const folders: string[] = [];
	afterAll(() => {
		for (const folder of folders) rmSync(folder, { recursive: true });
	});

	/** A copy of the built package in a `node_modules` of its own, as n8n has it, with another zod beside it. */
	const installed = (addZod: (modules: string) => void): string => {
		const home = mkdtempSync(path.join(tmpdir(), 'contact-card-zod-'));
		folders.push(home);
		const modules = path.join(home, 'node_modules');
		mkdirSync(modules);
		cpSync(path.join(ROOT, 'dist'), path.join(modules, manifest.name, 'dist'), { recursive: true });
		symlinkSync(path.join(ROOT, 'node_modules/n8n-workflow'), path.join(modules, 'n8n-workflow'));
		addZod(modules);
		return path.join(modules, manifest.name);
	};

	const zodOf = (owner: string) => path.join(ROOT, 'node_modules', owner, 'zod');

	it.each<[name: string, addZod: (modules: string) => void]>([
		['none', () => undefined],
		[
			'zod 3',
			(modules) => symlinkSync(zodOf('n8n-workflow/node_modules'), path.join(modules, 'zod')),
		],
		['zod 4', (modules) => symlinkSync(zodOf(''), path.join(modules, 'zod'))],
		[
			'one that fails',
			(modules) => {
				mkdirSync(path.join(modules, 'zod'));
				writeFileSync(
					path.join(modules, 'zod/package.json'),
					'{"name":"zod","version":"3.0.0","main":"index.js"}',
				);
				writeFileSync(path.join(modules, 'zod/index.js'), HOSTILE_ZOD);
			},
		],
	])(
		'with %s, every node and credential loads, and zod keeps nothing outside of the bundle',
		(_name, addZod) => {
			const folder = installed(addZod);
			const program = `
			const files = ${JSON.stringify([...manifest.n8n.nodes, ...manifest.n8n.credentials])};
			const loaded = files.map((file) => {
				const path = require('path');
				const Type = require(path.resolve(file))[path.basename(file).split('.')[0]];
				const type = new Type();
				return type.description?.name ?? type.name;
			});
			console.log(JSON.stringify({ loaded, traces: Object.keys(globalThis).filter((key) => /zod/i.test(key)) }));
		`;
			const printed = execFileSync(process.execPath, ['-e', program], {
				cwd: folder,
				encoding: 'utf8',
			});
			const { loaded, traces } = z
				.object({ loaded: z.array(z.string()), traces: z.array(z.string()) })
				.parse(JSON.parse(printed));
			expect(loaded).toHaveLength(manifest.n8n.nodes.length + manifest.n8n.credentials.length);
			expect(loaded).toEqual(expect.arrayContaining(['sendContactCard', 'convertContactCard']));
			expect(traces).toEqual([]);
		},
	);

	it('has versions 3 and 4 to try', () => {
		expect([zodOf('n8n-workflow/node_modules'), zodOf('')].map(majorOf)).toEqual(['3', '4']);
	});
});

function majorOf(folder: string): string {
	const text = readFileSync(path.join(folder, 'package.json'), 'utf8');
	return z.object({ version: z.string() }).parse(JSON.parse(text)).version.split('.')[0] ?? '';
}

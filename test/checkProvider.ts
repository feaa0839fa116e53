/** `npm run check:provider -- <id>`: everything that concerns one provider, in under a minute. */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

import { providers } from '../nodes/providers';
import { partsOf } from './package/providerParts';

const id = process.argv[2] ?? '';
const provider = providers.find((candidate) => candidate.id === id);

function run(title: string, command: string, ...args: string[]): boolean {
	console.log(`\n== ${title}`);
	return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

if (provider === undefined) {
	console.error(
		`There is no provider "${id}" in nodes/providers/index.ts. Known: ${providers.map((known) => known.id).join(', ')}.`,
	);
	process.exitCode = 1;
} else {
	console.log(`== Parts of ${provider.displayName}`);
	const parts = partsOf(provider);
	for (const [place, isThere] of parts) console.log(`${isThere ? 'ok     ' : 'MISSING'} ${place}`);
	const own = [`nodes/providers/${id}`, `sandbox/providers/${id}`].filter(existsSync);
	const tests = ['test/providers', 'test/sandbox'].flatMap((folder) =>
		readdirSync(folder)
			.filter((name) => name.startsWith(`${id}.`) && name.endsWith('.test.ts'))
			.map((name) => `${folder}/${name}`),
	);
	const results = [
		parts.every(([, isThere]) => isThere),
		run('Types', 'npx', 'tsc', '--noEmit'),
		run('Lint', 'npx', 'eslint', '--max-warnings', '0', ...own, ...tests),
		run('Its own tests', 'npx', 'jest', ...tests),
		run(
			'What holds for every provider',
			'npx',
			'jest',
			'test/conformance',
			'test/credentials',
			'-t',
			id,
		),
	];
	const failed = results.filter((isGood) => !isGood).length;
	console.log(
		failed === 0
			? `\n${provider.displayName} is complete`
			: `\n${String(failed)} of ${String(results.length)} checks failed`,
	);
	process.exitCode = failed === 0 ? 0 : 1;
}

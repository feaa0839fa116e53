import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';

/*
 * node bench/bundled.mjs FILE [WORD…]: runs a benchmark as one bundle, which is how the package ships. Running TypeScript
 * directly would add work to every function.
 */
const [source = '', ...words] = process.argv.slice(2);
const outfile = path.join('node_modules/.cache/bench', `${path.parse(source).name}.cjs`);
await build({
	entryPoints: [source],
	outfile,
	bundle: true,
	platform: 'node',
	packages: 'external',
	logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...words], { stdio: 'inherit' });
process.exitCode = status ?? 1;

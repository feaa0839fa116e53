import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import path from 'node:path';

import { cached } from './cache';
import { runWithRetries } from './run';

const FILES = ['package.json', 'package-lock.json', '.npmrc'];

/** The n8n that people install today, or the oldest that this package supports. */
export type Release = 'current' | 'oldest';

/** An installed n8n. */
export interface Installation {
	release: Release;
	/** The folder with its `node_modules`. */
	folder: string;
	/** The program n8n. */
	n8n: string;
	/** The Node.js that it runs on. */
	node: string;
}

/**
 * Installs a release of n8n from its lockfile, once for all runs.
 *
 * The current release needs a newer Node.js than this package's tests, so its lockfile installs one as an npm package.
 * The oldest runs on the Node.js that runs the tests.
 */
export async function installN8n(release: Release): Promise<Installation> {
	const source = path.resolve(__dirname, `../n8n-${release}`);
	const files = await Promise.all(FILES.map(async (file) => await readFile(`${source}/${file}`)));
	const hash = createHash('sha256').update(process.version).update(Buffer.concat(files));
	const key = `n8n-${release}-${hash.digest('hex').slice(0, 16)}`;
	const folder = await cached(key, async (draft) => {
		console.log(
			`Installing n8n (${release}), which takes some minutes, for this run and later ones`,
		);
		for (const file of FILES) await copyFile(`${source}/${file}`, `${draft}/${file}`);
		await runWithRetries('npm', ['ci', '--ignore-scripts', '--no-progress'], { cwd: draft });
		await buildSqlite(draft, prefixOf(release, draft));
	});
	return {
		release,
		folder,
		n8n: path.join(folder, 'node_modules/n8n/bin/n8n'),
		node: path.join(prefixOf(release, folder), 'bin/node'),
	};
}

/** The folder of a release's Node.js, with its headers: a module compiled for another one crashes. */
function prefixOf(release: Release, installed: string): string {
	return release === 'oldest' ? path.resolve(process.execPath, '../..') : nodeFolder(installed);
}

/** Compiles the one native module that has no prebuilt files. */
async function buildSqlite(folder: string, prefix: string): Promise<void> {
	await runWithRetries(
		'npm',
		['rebuild', 'sqlite3', '--ignore-scripts=false', '--foreground-scripts'],
		{
			cwd: folder,
			env: { ...process.env, npm_config_nodedir: prefix, npm_config_build_from_source: 'true' },
		},
	);
}

/** The package with this machine's Node.js: its program and its headers. */
function nodeFolder(installed: string): string {
	const folder = path.join(installed, `node_modules/node-linux-${process.arch}`);
	if (existsSync(folder)) return folder;
	throw new Error(
		`n8n is tried on Linux with x64 or arm64, and this is ${process.platform} with ${process.arch}`,
	);
}

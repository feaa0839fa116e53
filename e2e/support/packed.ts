import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';

import { requireBuild, ROOT } from '../../sandbox/projectFolder';
import { run } from './run';

/** A package as npm would publish it, in a folder outside the repository. */
export interface PackedPackage {
	tarball: string;
	version: string;
	remove(): Promise<void>;
}

const packedSchema = z.tuple([z.object({ filename: z.string(), version: z.string() })]);
const manifestSchema = z.object({ version: z.string() }).loose();

/**
 * Packs the built package.
 *
 * @param version replaces the one in package.json, as a later release would
 * @throws Error if it is not built
 */
export async function packPackage(version?: string): Promise<PackedPackage> {
	requireBuild();
	const folder = await mkdtemp(path.join(tmpdir(), 'contact-card-packed-'));
	let tarball = await pack(ROOT, folder);
	if (version !== undefined) {
		await run('tar', ['-xzf', tarball, '-C', folder]);
		const manifest = path.join(folder, 'package/package.json');
		const content = manifestSchema.parse(JSON.parse(await readFile(manifest, 'utf8')));
		await writeFile(manifest, JSON.stringify({ ...content, version }));
		tarball = await pack(path.join(folder, 'package'), folder);
	}
	const manifest = manifestSchema.parse(
		JSON.parse(await run('tar', ['-xzOf', tarball, 'package/package.json'])),
	);
	return {
		tarball,
		version: manifest.version,
		remove: async () => await rm(folder, { recursive: true, force: true }),
	};
}

/** Tarballs in a folder outside the repository. */
export interface PackedPackages {
	tarballs: string[];
	remove(): Promise<void>;
}

/**
 * Builds and packs a package for each of several providers.
 *
 * @param ids the providers; the tarballs are in the same order
 */
export async function packSingles(ids: readonly string[]): Promise<PackedPackages> {
	const folder = await mkdtemp(path.join(tmpdir(), 'contact-card-packed-'));
	const build = ['run', '--silent', 'build:single', '--', ...ids, '--out', folder];
	await run('npm', build, { cwd: ROOT });
	const tarballs: string[] = [];
	for (const id of ids) tarballs.push(await pack(path.join(folder, id), folder));
	return { tarballs, remove: async () => await rm(folder, { recursive: true, force: true }) };
}

/** Packs the package of a folder, as it is, into another folder, and gives the path of the tarball. */
export async function pack(source: string, target: string): Promise<string> {
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', target];
	const [{ filename }] = packedSchema.parse(JSON.parse(await run('npm', args, { cwd: source })));
	return path.join(target, filename);
}

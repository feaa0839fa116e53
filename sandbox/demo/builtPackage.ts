/** This package as `npm run build` made it. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { PackageDirectoryLoader } from 'n8n-core';

import type { Package } from '../engine/engine';

/** The folder of this package. */
export const ROOT = path.resolve(__dirname, '../..');

/**
 * The nodes and credentials that package.json names, as `npm run build` made them, loaded by the loader with which n8n
 * loads community packages.
 *
 * @throws Error when they are not built
 */
export async function loadBuiltPackage(): Promise<Package> {
	if (!existsSync(path.join(ROOT, 'dist'))) {
		throw new Error('The package is not built yet: run "npm run build" first');
	}
	const loader = new PackageDirectoryLoader(ROOT);
	await loader.loadAll();
	return {
		nodes: Object.values(loader.nodeTypes).map(({ type }) => {
			if ('nodeVersions' in type) throw new Error(`${type.description.name} has several versions`);
			return type;
		}),
		credentials: Object.values(loader.credentialTypes).map(({ type }) => type),
	};
}

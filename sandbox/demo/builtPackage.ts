/** Loads this package as built by `npm run build`. */
import { PackageDirectoryLoader } from 'n8n-core';

import type { Package } from '../engine/engine';
import { requireBuild, ROOT } from '../projectFolder';

/**
 * The built nodes and credentials that package.json names, loaded with n8n's own loader for community packages.
 *
 * @throws Error if they are not built
 */
export async function loadBuiltPackage(): Promise<Package> {
	requireBuild();
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

import path from 'node:path';
import type { Plugin } from 'esbuild';

import type { Provider } from '../nodes/providers/provider';
import { singleNames } from './names';

const ROOT = path.resolve(__dirname, '..');
const PROVIDERS = path.join(ROOT, 'nodes/providers');

/** Where the sources of the package of a provider are, by their path in the project. */
export function sourceFolder({ id }: Provider): string {
	return `single/packages/${id}`;
}

/**
 * Leaves one provider in a bundle. The registry is replaced by one that has only this provider, and its credential by
 * that of its package; the rest of the source is the whole package's, as it stands.
 */
export function onlyProvider(provider: Provider): Plugin {
	const { id } = provider;
	const { wholeCredentialClass, credentialClass } = singleNames(provider);
	const whole = path.join(ROOT, 'credentials', `${wholeCredentialClass}.credentials.ts`);
	const own = path.join(
		ROOT,
		sourceFolder(provider),
		'credentials',
		`${credentialClass}.credentials.ts`,
	);
	return {
		name: 'only-provider',
		setup(build) {
			build.onLoad({ filter: /[\\/]nodes[\\/]providers[\\/]index\.ts$/ }, () => ({
				contents: [
					`import { ${id} } from './${id}/${id}';`,
					`export const providers = [${id}];`,
					`export const defaultProvider = ${id};`,
				].join('\n'),
				loader: 'ts',
				resolveDir: PROVIDERS,
			}));
			build.onResolve(
				{ filter: new RegExp(`/credentials/${wholeCredentialClass}\\.credentials$`) },
				({ importer }) =>
					importer === own || importer === ''
						? undefined
						: { path: wholeCredentialClass, namespace: 'credential' },
			);
			// What the credential's module exports besides stays
			build.onLoad({ filter: /.*/, namespace: 'credential' }, () => ({
				contents: [
					`export * from ${JSON.stringify(whole)};`,
					`export { ${credentialClass} as ${wholeCredentialClass} } from ${JSON.stringify(own)};`,
				].join('\n'),
				loader: 'ts',
				resolveDir: ROOT,
			}));
		},
	};
}

import path from 'node:path';
import type { Plugin } from 'esbuild';

import type { Provider } from '../nodes/providers/provider';
import { ROOT } from '../sandbox/projectFolder';
import { singleNames } from './names';

const PROVIDERS = path.join(ROOT, 'nodes/providers');

/** The folder with the sources of a provider's package, relative to the project. */
export function sourceFolder({ id }: Provider): string {
	return `single/packages/${id}`;
}

/**
 * An esbuild plugin that keeps only one provider in a bundle. It replaces the registry with one of only this provider, and
 * its credential with that of its package; the rest of the source is unchanged.
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
			// The credential module's other exports stay
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

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

import { bundle, NOTICES, notices, type Bundle } from '../bundling';
import type { Provider } from '../nodes/providers/provider';
import { ROOT } from '../sandbox/projectFolder';
import { singleNames } from './names';
import { onlyProvider, sourceFolder } from './onlyProvider';
import { readmeOf } from './readme';

const manifestSchema = z.object({
	n8n: z.object({ nodes: z.tuple([z.string()]), credentials: z.tuple([z.string()]) }),
});

/**
 * Builds a package with one provider, ready for npm to publish.
 *
 * @param folder where to put it; its contents are replaced
 * @throws Error if code of another provider would be in it
 */
export async function makePackage(provider: Provider, folder: string): Promise<void> {
	const source = sourceFolder(provider);
	const manifestFile = path.join(ROOT, source, 'package.json');
	const { n8n } = manifestSchema.parse(JSON.parse(await readFile(manifestFile, 'utf8')));
	const entries = [...n8n.nodes, ...n8n.credentials];
	const bundles = await Promise.all(
		entries.map(async (entry) => await bundle([sourceOf(entry, source)], [onlyProvider(provider)])),
	);
	for (const made of bundles) checkAlone(made, provider);

	await rm(folder, { recursive: true, force: true });
	for (const { file, code } of bundles.flatMap(({ modules }) => modules)) {
		await write(path.join(folder, 'dist', path.relative(source, file)), code);
	}
	const licences = notices(bundles.flatMap(({ packages }) => packages));
	await write(path.join(folder, 'dist', NOTICES), licences);
	await write(path.join(folder, 'README.md'), await readmeOf(provider));
	await copy(manifestFile, path.join(folder, 'package.json'));
	await copy(path.join(ROOT, 'LICENSE'), path.join(folder, 'LICENSE'));

	const { nodeClass } = singleNames(provider);
	const nodeFolder = `nodes/${nodeClass}`;
	const codex = `${nodeFolder}/${nodeClass}.node.json`;
	await copy(path.join(ROOT, source, codex), path.join(folder, 'dist', codex));
	await copy(
		path.join(ROOT, 'nodes/SendContactCard/__schema__'),
		path.join(folder, 'dist', nodeFolder, '__schema__'),
	);
	for (const icon of ['contactCard.svg', 'contactCard.dark.svg']) {
		await copy(path.join(ROOT, 'icons', icon), path.join(folder, 'dist/icons', icon));
	}
}

/** The source file of an entry in package.json. */
function sourceOf(entry: string, folder: string): string {
	return entry.replace(/^dist/, folder).replace(/\.js$/, '.ts');
}

/** Of other providers, only their dialects belong in it: people bring contacts in every spelling. */
function checkAlone({ files }: Bundle, { id }: Provider): void {
	const foreign = files.filter((file) => {
		const [, owner, name] = /^nodes\/providers\/([^/]+)\/(.+)$/.exec(file) ?? [];
		return owner !== undefined && owner !== id && name !== 'dialect.ts';
	});
	if (foreign.length > 0) {
		throw new Error(`The package of ${id} would hold ${foreign.join(', ')}`);
	}
}

async function write(file: string, text: string): Promise<void> {
	await mkdir(path.dirname(file), { recursive: true });
	await writeFile(file, text);
}

async function copy(from: string, to: string): Promise<void> {
	await cp(from, to, { recursive: true });
}

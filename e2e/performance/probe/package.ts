import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { build } from 'esbuild';

import { contactSourceProperties } from '../../../nodes/contact/source/properties';
import { recipientProperty } from '../../../nodes/providers/targetParameters';
import { pack } from '../../support/packed';

/** The name of the package, with which the types of its nodes begin. */
export const PROBE = 'n8n-nodes-performance-probe';

/** Each node, and the file that has it. */
const NODES = { Items: 'items', N8nAlone: 'n8nAlone', Summary: 'summary' };

/** A package with the nodes that measure, in a folder outside of the repository. */
export interface ProbePackage {
	tarball: string;
	remove(): Promise<void>;
}

/** Builds and packs the nodes that measure from within n8n. They share one module, so each file only names its node. */
export async function packProbe(): Promise<ProbePackage> {
	const folder = await mkdtemp(path.join(tmpdir(), 'contact-card-probe-'));
	const dist = path.join(folder, 'dist');
	await mkdir(dist);
	await build({
		stdin: {
			contents: Object.values(NODES)
				.map((file) => `export * from './${file}';`)
				.join('\n'),
			resolveDir: __dirname,
			loader: 'ts',
		},
		outfile: path.join(dist, 'probe.js'),
		bundle: true,
		platform: 'node',
		external: ['n8n-workflow'],
		define: { PROPERTIES: JSON.stringify([recipientProperty, ...contactSourceProperties]) },
		logLevel: 'warning',
	});
	for (const name of Object.keys(NODES)) {
		const text = `exports.${name} = require('./probe').${name};\n`;
		await writeFile(path.join(dist, `${name}.node.js`), text);
	}
	await writeFile(
		path.join(folder, 'package.json'),
		JSON.stringify({
			name: PROBE,
			version: '1.0.0',
			keywords: ['n8n-community-node-package'],
			n8n: { nodes: Object.keys(NODES).map((name) => `dist/${name}.node.js`) },
			files: ['dist'],
		}),
	);
	return {
		tarball: await pack(folder, folder),
		remove: async () => await rm(folder, { recursive: true, force: true }),
	};
}

/** Packages of one provider, built for tests as `npm run build:single` does it. */

import { execFileSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { z } from 'zod';

import { ROOT } from '../../sandbox/projectFolder';

const manifestSchema = z.looseObject({
	name: z.string(),
	n8n: z.object({
		n8nNodesApiVersion: z.number(),
		nodes: z.tuple([z.string()]),
		credentials: z.tuple([z.string()]),
	}),
});

const nodeSchema = z.custom<INodeType>(
	(type) => z.object({ description: z.object({}), execute: z.unknown() }).safeParse(type).success,
);
const credentialSchema = z.custom<ICredentialType>(
	(type) =>
		z.object({ name: z.string(), properties: z.array(z.object({})) }).safeParse(type).success,
);

export type SingleManifest = z.infer<typeof manifestSchema>;

/** A built package, loaded as n8n loads it. */
export interface SinglePackage {
	folder: string;
	manifest: SingleManifest;
	node: INodeType;
	/** The name of the node's class. */
	nodeClass: string;
	credential: ICredentialType;
	/** The code of the node. */
	code: string;
}

/** Builds packages. @param folder an empty one outside of the project, which gets a folder for each */
export function buildSingles(folder: string, ids: readonly string[]): void {
	const tsx = path.join(ROOT, 'node_modules/.bin/tsx');
	execFileSync(tsx, ['single/build.ts', ...ids, '--out', folder], { cwd: ROOT });
	// n8n brings n8n-workflow along
	symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
}

export function loadSingle(folder: string): SinglePackage {
	const manifest = manifestSchema.parse(
		JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
	);
	const [nodeFile] = manifest.n8n.nodes;
	const [credentialFile] = manifest.n8n.credentials;
	return {
		folder,
		manifest,
		node: nodeSchema.parse(instanceOf(path.join(folder, nodeFile))),
		nodeClass: classOf(nodeFile),
		credential: credentialSchema.parse(instanceOf(path.join(folder, credentialFile))),
		code: readFileSync(path.join(folder, nodeFile), 'utf8'),
	};
}

/** n8n takes the name of the class from that of the file. */
function classOf(file: string): string {
	return path.basename(file).split('.')[0] ?? '';
}

function instanceOf(file: string): unknown {
	const exported = jest.requireActual<Record<string, new () => unknown>>(file);
	const Class = exported[classOf(file)];
	if (Class === undefined) throw new Error(`${file} exports no ${classOf(file)}`);
	return new Class();
}

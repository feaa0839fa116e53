import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import glob from 'fast-glob';

const REQUIRED = ['LICENSE', 'README.md', 'dist/THIRD-PARTY-LICENSES.txt', 'package.json'];
const ASSET =
	/^dist\/(icons\/[^/]+\.svg|nodes\/[^/]+\/([^/]+\.node\.json|__schema__\/v\d+\.\d+\.\d+\/[^/]+\.json))$/;

/** n8n loads every bundle when it starts. Phone number data needs far less than this. */
const MAX_BUNDLE_BYTES = 600_000;

/** What is wrong with the files that npm would publish; `more` are files that only this package has. */
export function checkContent(folder, more = []) {
	const { n8n } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	const bundles = [...n8n.nodes, ...n8n.credentials];
	const expected = new Set([...REQUIRED, ...more, ...bundles]);

	const missing = [...expected].filter((file) => !existsSync(path.join(folder, file)));
	const surplus = glob
		.sync('**', { cwd: folder, dot: true })
		.filter((file) => !expected.has(file) && !ASSET.test(file));
	const heavy = bundles.filter(
		(file) => !missing.includes(file) && statSync(path.join(folder, file)).size > MAX_BUNDLE_BYTES,
	);
	return [
		...missing.map((file) => `package: ${file} is missing`),
		...surplus.map((file) => `package: ${file} does not belong in it`),
		...heavy.map((file) => `package: ${file} is larger than ${MAX_BUNDLE_BYTES} bytes`),
	].sort();
}

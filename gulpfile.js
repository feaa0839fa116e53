const fs = require('node:fs');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');
const { bundle, NOTICES, notices } = require('./bundling');
const manifest = require('./package.json');

const OUT_DIR = 'dist';

const sourceOf = (entry) => path.posix.relative(OUT_DIR, entry).replace(/\.js$/, '.ts');

const clean = () => fs.promises.rm(path.join(__dirname, OUT_DIR), { recursive: true, force: true });

/** Nodes share most of their code, so they are bundled together; a credential is a short file of its own. */
const TOGETHER = [
	manifest.n8n.nodes,
	...manifest.n8n.credentials.map((credential) => [credential]),
];

async function bundleEntries(entries) {
	const sources = entries.map(sourceOf);
	const missing = sources.find((source) => !fs.existsSync(path.join(__dirname, source)));
	if (missing !== undefined) throw new Error(`package.json names ${missing}, which is missing`);
	const { modules, packages } = await bundle(sources);
	await Promise.all(modules.map(({ file, code }) => write(path.join(OUT_DIR, file), code)));
	return packages;
}

async function bundles() {
	const packages = (await Promise.all(TOGETHER.map(bundleEntries))).flat();
	await write(path.join(OUT_DIR, NOTICES), notices(packages));
}

async function write(file, text) {
	const place = path.join(__dirname, file);
	await fs.promises.mkdir(path.dirname(place), { recursive: true });
	await fs.promises.writeFile(place, text);
}

// Nodes and credentials name their icons by relative path, and n8n looks for what belongs to a node beside it, so dist/
// repeats the layout of the source
const assets = () =>
	src(['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], {
		base: '.',
		encoding: false,
		cwd: __dirname,
	}).pipe(dest(OUT_DIR, { cwd: __dirname }));

exports.default = series(clean, parallel(bundles, assets));

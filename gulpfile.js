const fs = require('node:fs');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');
const { bundle, NOTICES, notices } = require('./bundling');
const manifest = require('./package.json');

const OUT_DIR = 'dist';
const ENTRIES = [...manifest.n8n.nodes, ...manifest.n8n.credentials];

const sourceOf = (entry) => path.posix.relative(OUT_DIR, entry).replace(/\.js$/, '.ts');

const clean = () => fs.promises.rm(path.join(__dirname, OUT_DIR), { recursive: true, force: true });

async function bundleEntry(entry) {
	const source = sourceOf(entry);
	if (!fs.existsSync(path.join(__dirname, source))) {
		throw new Error(`package.json names ${entry}, but its source ${source} is missing`);
	}
	const { code, packages } = await bundle(source);
	await write(entry, code);
	return packages;
}

async function bundles() {
	const packages = (await Promise.all(ENTRIES.map(bundleEntry))).flat();
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

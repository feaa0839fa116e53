const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const manifest = require('./package.json');
const { plansModule } = require('./phoneMetadata');

const OUT_DIR = 'dist';
const ENTRIES = [...manifest.n8n.nodes, ...manifest.n8n.credentials];

/** What every n8n instance brings along in the version that it runs on. */
const PROVIDED_BY_N8N = ['n8n-workflow'];

const sourceOf = (entry) => path.posix.relative(OUT_DIR, entry).replace(/\.js$/, '.ts');

const clean = () => fs.promises.rm(path.join(__dirname, OUT_DIR), { recursive: true, force: true });

/** The folders of the packages whose code esbuild put into a bundle. */
function bundledPackages(metafile) {
	const [output] = Object.values(metafile.outputs);
	const used = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
	const folders = used.flatMap(
		([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
	);
	return [...new Set(folders)].sort();
}

/** The licences of one package, as its authors ask to have them kept with every copy. */
function licenceNotice(folder) {
	const { name, version } = JSON.parse(
		fs.readFileSync(path.join(__dirname, folder, 'package.json'), 'utf8'),
	);
	const files = fs
		.readdirSync(path.join(__dirname, folder))
		.filter((file) => /^(licen[cs]e|notice)/i.test(file))
		.sort();
	if (files.length === 0) throw new Error(`${name} is bundled and has no licence file`);
	const texts = files.map((file) =>
		fs
			.readFileSync(path.join(__dirname, folder, file), 'utf8')
			.replaceAll('\r\n', '\n')
			.trim(),
	);
	return [`${name} ${version}`, ...texts].join('\n\n');
}

/** The licences of everything that is bundled, once for all bundles. */
const NOTICES = 'THIRD-PARTY-LICENSES.txt';
const SEE_NOTICES = `/*! Holds parts of other packages: their licences are in ${NOTICES} */\n`;

/** Loads the numbering plans of libphonenumber-js without what only formats numbers: a third of them, and short. */
const smallPhonePlans = {
	name: 'small-phone-plans',
	setup({ onLoad }) {
		onLoad(
			{ filter: /[\\/]libphonenumber-js[\\/]metadata\.max\.json(\.js)?$/ },
			({ path: file }) => {
				const plans = JSON.parse(fs.readFileSync(file.replace(/\.js$/, ''), 'utf8'));
				return {
					contents: plansModule(plans),
					loader: 'js',
				};
			},
		);
	},
};

/** Takes the modules that libphonenumber-js builds for today's engines: those for browsers of 2015 are twice as long. */
const modernPhoneModules = {
	name: 'modern-phone-modules',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]libphonenumber-js[\\/]es6[\\/].*\.js$/ }, ({ path: file }) => {
			const modern = file.replace(/([\\/])es6([\\/])/, '$1es6-modern$2');
			return { contents: fs.readFileSync(modern, 'utf8'), loader: 'js' };
		});
	},
};

/** Names zod's tools one by one where it names a namespace inside another, which would keep all of them in the bundle. */
const singleZodTools = {
	name: 'single-zod-tools',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]zod[\\/]v4[\\/]mini[\\/]schemas\.js$/ }, ({ path: file }) => ({
			contents: fs.readFileSync(file, 'utf8').replaceAll('core.util.', 'util.'),
			loader: 'js',
		}));
	},
};

async function bundle(entry) {
	const source = sourceOf(entry);
	if (!fs.existsSync(path.join(__dirname, source))) {
		throw new Error(`package.json names ${entry}, but its source ${source} is missing`);
	}
	const result = await esbuild.build({
		absWorkingDir: __dirname,
		// A linked node_modules would put its own place on the disk into the bundle
		preserveSymlinks: true,
		entryPoints: [source],
		outfile: entry,
		bundle: true,
		external: PROVIDED_BY_N8N,
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		mainFields: ['module', 'main'],
		charset: 'utf8',
		treeShaking: true,
		minify: true,
		inject: ['bundleGlobals.mjs'],
		define: { globalThis: 'bundleGlobals' },
		legalComments: 'inline',
		metafile: true,
		plugins: [smallPhonePlans, modernPhoneModules, singleZodTools],
		write: false,
		logLevel: 'warning',
	});
	const [output] = result.outputFiles;
	const packages = bundledPackages(result.metafile);
	await fs.promises.mkdir(path.dirname(output.path), { recursive: true });
	await fs.promises.writeFile(output.path, output.text + (packages.length > 0 ? SEE_NOTICES : ''));
	return packages;
}

async function bundles() {
	const packages = new Set((await Promise.all(ENTRIES.map(bundle))).flat());
	const notices = [...packages].sort().map(licenceNotice);
	const file = path.join(__dirname, OUT_DIR, NOTICES);
	await fs.promises.writeFile(file, `${notices.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
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

/** How the code of a package becomes one file: the same for the whole package and for those of one provider. */

const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { plansModule } = require('./phoneMetadata');

/** What every n8n instance brings along in the version that it runs on. */
const PROVIDED_BY_N8N = ['n8n-workflow'];

/** The files whose code esbuild put into the modules. */
function bundledFiles(metafile) {
	return Object.values(metafile.outputs)
		.flatMap(({ inputs }) => Object.entries(inputs))
		.filter(([, { bytesInOutput }]) => bytesInOutput > 0)
		.map(([file]) => file);
}

/** The folders of the packages that files belong to. */
function packagesOf(files) {
	const folders = files.flatMap(
		(file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? [],
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

/**
 * Capitals, which no word of rows has, each for a piece that stands often in them; a later piece may hold earlier capitals.
 * They were found one by one, as the piece that saves the most: together they save a quarter.
 */
const WORD_PIECES = [
	['A', 'e,'],
	['B', 'er'],
	['C', 'on'],
	['D', ' namA'],
	['E', 're'],
	['F', 'o,'],
	['G', 's,'],
	['H', 'at'],
	['I', ' numbB,'],
	['J', 'or'],
	['K', 'e '],
	['L', 'in'],
	['M', 'co'],
	['N', 'al'],
	['O', 'cCtact'],
	['P', 'en'],
	['Q', 'st'],
	['R', 'telefC'],
	['S', 'a,'],
	['T', 'num'],
	['U', 'an'],
	['V', 'o '],
	['W', 'ad'],
	['X', 'il'],
	['Y', 'nom'],
	['Z', 'phC'],
];

/**
 * A module of the words of rows, short: without the spaces behind commas, which are for those who read them, and with
 * a capital for each of the pieces, which the module then has to make words of them again.
 */
function shortWords(source) {
	const pieces = JSON.stringify([...WORD_PIECES].reverse());
	return source
		.replace(/^(?! \*|.*\/\*).*$/gm, (line) => line.replace(/'[^']+'/g, shortList))
		.replace(/(PIECES\b[^=]*= )\[\]/, (_all, start) => start + pieces);
}

function shortList(list) {
	let short = list.replaceAll(', ', ',');
	for (const [capital, piece] of WORD_PIECES) short = short.replaceAll(piece, capital);
	return short;
}

const shortWordLists = {
	name: 'short-word-lists',
	setup({ onLoad }) {
		onLoad({ filter: /[\\/]contact[\\/]rows[\\/](words|roles)\.ts$/ }, ({ path: file }) => ({
			contents: shortWords(fs.readFileSync(file, 'utf8')),
			loader: 'ts',
		}));
	},
};

/** What several entries need, in a file that each of them requires, so that n8n reads and runs it once. */
const SHARED = 'nodes/shared';

/** How esbuild writes an import of {@link SHARED}. */
const IMPORT_OF_SHARED = /import\{([^}]*)\}from"(\.[^"]+)";/;

/**
 * A module that esbuild split off, as the CommonJS that n8n loads; esbuild splits modules of the other kind only. What is
 * shared becomes constants: looked up in the other module at each use, it makes a card a quarter more expensive.
 */
async function asCommonJs(code) {
	const constants = code.replace(
		IMPORT_OF_SHARED,
		(_import, names, file) => `const{${names.replaceAll(' as ', ':')}}=require("${file}");`,
	);
	const transformed = await esbuild.transform(constants, {
		platform: 'node',
		target: 'node20',
		format: 'cjs',
		charset: 'utf8',
		minify: true,
		legalComments: 'inline',
	});
	return transformed.code;
}

/** The modules of entries with everything that they need. */
async function bundle(sources, plugins = []) {
	const result = await esbuild.build({
		absWorkingDir: __dirname,
		// A linked node_modules would put its own place on the disk into the bundle
		preserveSymlinks: true,
		entryPoints: sources,
		bundle: true,
		splitting: true,
		outbase: '.',
		outdir: '.',
		chunkNames: SHARED,
		external: PROVIDED_BY_N8N,
		platform: 'node',
		target: 'node20',
		format: 'esm',
		mainFields: ['module', 'main'],
		charset: 'utf8',
		treeShaking: true,
		minify: true,
		inject: ['bundleGlobals.mjs'],
		define: { globalThis: 'bundleGlobals' },
		legalComments: 'inline',
		metafile: true,
		plugins: [smallPhonePlans, modernPhoneModules, singleZodTools, shortWordLists, ...plugins],
		write: false,
		logLevel: 'warning',
	});
	const files = bundledFiles(result.metafile);
	const packages = packagesOf(files);
	const modules = await Promise.all(
		result.outputFiles.map(async ({ path: file, text }) => ({
			file: path.relative(__dirname, file),
			code: (await asCommonJs(text)) + (packages.length > 0 ? SEE_NOTICES : ''),
		})),
	);
	return { modules, files, packages };
}

/** The licences of these packages, as one text. */
function notices(packages) {
	const texts = [...new Set(packages)].sort().map(licenceNotice);
	return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

module.exports = { bundle, NOTICES, notices, shortWords };

import { fork, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

const SCAN_DIR = import.meta.dirname;
const ROOT = path.resolve(SCAN_DIR, '../..');
const SINGLES = path.join(ROOT, 'single/packages');
const INSTALL_TRIES = 3;
const INSTALLED_LOCK = path.join(SCAN_DIR, 'node_modules', '.installed-lock');

/** Runs a program and shows its errors; throws if it fails. */
function run(cwd, command, ...args) {
	// On Windows npm is a script, which needs a shell
	const shell = process.platform === 'win32';
	const { status, error } = spawnSync(command, args, {
		cwd,
		shell,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

function installScan() {
	const lock = createHash('sha256')
		.update(readFileSync(path.join(SCAN_DIR, 'package-lock.json')))
		.digest('hex');
	if (existsSync(INSTALLED_LOCK) && readFileSync(INSTALLED_LOCK, 'utf8') === lock) return;

	for (let tries = 1; ; tries++) {
		try {
			run(SCAN_DIR, 'npm', 'ci', '--ignore-scripts');
			break;
		} catch (error) {
			if (tries === INSTALL_TRIES) throw error;
		}
	}
	writeFileSync(INSTALLED_LOCK, lock);
}

/** Packs folders as npm would publish them, and returns the folder with the unpacked files for each. */
function packInto(target, sources) {
	mkdirSync(target);
	run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', target, ...sources);
	return readdirSync(target).map((tarball) => {
		const unpacked = path.join(target, path.basename(tarball, '.tgz'));
		mkdirSync(unpacked);
		run(target, 'tar', '-xzf', tarball, '-C', unpacked, '--strip-components=1');
		return unpacked;
	});
}

function packWhole(folder) {
	if (!existsSync(path.join(ROOT, 'dist'))) run(ROOT, 'npm', 'run', 'build');
	const [packed] = packInto(path.join(folder, 'whole'), [ROOT]);
	return [
		{
			label: '',
			source: ROOT,
			packed,
			more: ['CHANGELOG.md', 'dist/nodes/shared.js'],
			isFirst: true,
		},
	];
}

/** The packages for one provider, freshly built. */
function packSingles(folder) {
	const built = path.join(folder, 'built');
	run(ROOT, 'npm', 'run', 'build:single', '--', '--all', '--out', built);
	const packed = packInto(
		path.join(folder, 'singles'),
		readdirSync(built).map((id) => path.join(built, id)),
	);
	const sources = new Map(
		readdirSync(SINGLES).map((id) => [nameIn(path.join(SINGLES, id)), path.join(SINGLES, id)]),
	);
	return packed.map((each, place) => {
		const name = nameIn(each);
		const source = sources.get(name);
		if (source === undefined) throw new Error(`n8n's scan would not find the source of ${name}`);
		return { label: `${name}: `, source, packed: each, more: [], isFirst: place === 0 };
	});
}

const nameIn = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).name;

/** The findings in packages, from a child process. */
async function findingsIn(packages) {
	const child = fork(path.join(SCAN_DIR, 'findings.mjs'), [JSON.stringify(packages)]);
	const [findings] = await Promise.race([
		once(child, 'message'),
		once(child, 'exit').then(([code]) => {
			throw new Error(`The scan ended with ${code}`);
		}),
	]);
	return findings;
}

const folder = mkdtempSync(path.join(tmpdir(), 'contact-card-scan-'));
try {
	installScan();
	const packages = [...packWhole(folder), ...packSingles(folder)];
	const shares = Array.from({ length: availableParallelism() }, (_, share) =>
		packages.filter((_package, place) => place % availableParallelism() === share),
	);
	const findings = (await Promise.all(shares.map(findingsIn))).flat();
	for (const finding of findings) console.error(finding);
	console.log(
		findings.length === 0
			? `Scan passed: ${packages.length} packages`
			: `Scan failed: ${findings.length} findings`,
	);
	process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

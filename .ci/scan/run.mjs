import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCAN_DIR = import.meta.dirname;
const ROOT = path.resolve(SCAN_DIR, '../..');
const INSTALL_TRIES = 3;
const INSTALLED_LOCK = path.join(SCAN_DIR, 'node_modules', '.installed-lock');

/** Runs a program, with its errors shown; throws when it fails. */
function run(cwd, command, ...args) {
	// npm is a script on Windows, which only a shell starts
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

/** Packs the project as npm would publish it, and gives the folder with the unpacked files. */
function packInto(folder) {
	if (!existsSync(path.join(ROOT, 'dist'))) run(ROOT, 'npm', 'run', 'build');
	run(ROOT, 'npm', 'pack', '--silent', '--pack-destination', folder);
	const tarball = readdirSync(folder).find((file) => file.endsWith('.tgz'));
	run(folder, 'tar', '-xzf', tarball);
	return path.join(folder, 'package');
}

const folder = mkdtempSync(path.join(tmpdir(), 'contact-card-scan-'));
try {
	installScan();
	// Loaded only now, since what they import has just been installed
	const { scanPackage, scanSource } = await import('./scan.mjs');
	const { checkContent } = await import('./content.mjs');

	const packed = packInto(folder);
	const findings = [
		...(await scanSource(ROOT)),
		...(await scanPackage(packed)),
		...checkContent(packed),
	];
	for (const finding of findings) console.error(finding);
	console.log(findings.length === 0 ? 'Scan passed' : `Scan failed: ${findings.length} findings`);
	process.exitCode = findings.length === 0 ? 0 : 1;
} finally {
	rmSync(folder, { recursive: true, force: true });
}

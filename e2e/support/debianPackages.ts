import { existsSync } from 'node:fs';

import { runWithRetries } from './run';

/** For each package that the tests need, the path of a program or library in it. */
const PROGRAMS: ReadonlyArray<readonly [packageName: string, program: string]> = [
	['chromium', '/usr/bin/chromium'],
	['g++', '/usr/bin/g++'],
	['make', '/usr/bin/make'],
	['python3', '/usr/bin/python3'],
	['postgresql', '/usr/bin/psql'],
	['redis-server', '/usr/bin/redis-server'],
	['python3-vobject', '/usr/lib/python3/dist-packages/vobject'],
	['libez-vcard-java', '/usr/share/java/ez-vcard.jar'],
	['libvinnie-java', '/usr/share/java/vinnie.jar'],
	['openjdk-17-jdk-headless', '/usr/bin/javac'],
];

/**
 * Installs the Debian packages that are missing.
 *
 * @throws Error that names them if this process is not allowed to install
 */
export async function installDebianPackages(): Promise<void> {
	const missing = PROGRAMS.filter(([, program]) => !existsSync(program)).map(([name]) => name);
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0) {
		throw new Error(`Install these packages first: apt-get install ${missing.join(' ')}`);
	}
	console.log(`Installing ${missing.join(', ')}`);
	// In runlevel 1, packages do not start their services: the tests start their own
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	await runWithRetries('apt-get', ['update', '-q'], { env });
	const install = ['install', '-q', '-y', '--no-install-recommends', ...missing];
	await runWithRetries('apt-get', install, { env });
}

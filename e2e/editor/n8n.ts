import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const REPOSITORY = path.resolve(__dirname, '../..');
/** Milliseconds until n8n has to be up. */
const START_TIMEOUT = 90_000;

export interface RunningN8n {
	url: string;
	stop(): Promise<void>;
}

/**
 * Starts n8n with this package, packed and installed as n8n's manual installation says, in a user folder of its own on
 * loopback. `N8N_DIR` names the folder in which n8n is installed, `N8N_NODE` the Node.js that runs it.
 */
export async function startN8n(): Promise<RunningN8n> {
	const home = await mkdtemp(path.join(tmpdir(), 'contact-card-editor-'));
	await installPackage(path.join(home, '.n8n', 'nodes'));
	const [port, brokerPort] = await freePorts(2);
	const url = `http://127.0.0.1:${String(port)}`;
	const server = spawn(
		process.env['N8N_NODE'] ?? process.execPath,
		[path.join(process.env['N8N_DIR'] ?? REPOSITORY, 'node_modules/n8n/bin/n8n'), 'start'],
		{
			stdio: 'ignore',
			env: {
				...process.env,
				N8N_USER_FOLDER: home,
				N8N_LISTEN_ADDRESS: '127.0.0.1',
				N8N_PORT: String(port),
				N8N_RUNNERS_BROKER_PORT: String(brokerPort),
				N8N_SECURE_COOKIE: 'false',
				N8N_DIAGNOSTICS_ENABLED: 'false',
				N8N_DYNAMIC_BANNERS_ENABLED: 'false',
				N8N_PERSONALIZATION_ENABLED: 'false',
				N8N_TEMPLATES_ENABLED: 'false',
				N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
				GENERIC_TIMEZONE: 'UTC',
			},
		},
	);
	const stop = async () => {
		if (server.exitCode === null) {
			server.kill();
			await once(server, 'exit');
		}
		await rm(home, { recursive: true, force: true });
	};
	try {
		await ready(url, server);
	} catch (error) {
		await stop();
		throw error;
	}
	return { url, stop };
}

async function installPackage(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, 'package.json'), '{ "name": "installed-nodes", "private": true }');
	const { stdout } = await run(
		'npm',
		['pack', '--silent', '--ignore-scripts', '--pack-destination', folder],
		{ cwd: REPOSITORY },
	);
	const tarball = path.join(folder, stdout.trim());
	await run(
		'npm',
		['install', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', tarball],
		{ cwd: folder },
	);
}

async function freePorts(count: number): Promise<number[]> {
	const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
	return await Promise.all(
		servers.map(async (server) => {
			if (!server.listening) await once(server, 'listening');
			const address = server.address();
			server.close();
			await once(server, 'close');
			return typeof address === 'object' && address !== null ? address.port : 0;
		}),
	);
}

async function ready(url: string, server: ChildProcess): Promise<void> {
	const end = Date.now() + START_TIMEOUT;
	while (Date.now() < end) {
		if (server.exitCode !== null) throw new Error(`n8n ended with ${String(server.exitCode)}`);
		const answer = await fetch(`${url}/healthz/readiness`).catch(() => undefined);
		if (answer?.ok === true) return;
		await sleep(200);
	}
	throw new Error(`n8n was not ready after ${String(START_TIMEOUT)} ms`);
}

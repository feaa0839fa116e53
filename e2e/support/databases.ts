import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { freePorts } from './ports';
import { run } from './run';
import { until } from './until';

const POSTGRESQL = '/usr/lib/postgresql';
const USER = 'n8n';

/** A database server on loopback; its data folder is deleted when it stops. */
export interface DatabaseServer {
	/** The environment variables that make n8n use it. */
	settings: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

/** Starts Redis, which holds n8n's queue. */
export async function startRedis(): Promise<DatabaseServer> {
	const [port = 0] = await freePorts(1);
	const folder = await mkdtemp(path.join(tmpdir(), 'contact-card-redis-'));
	const settings = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
	const child = spawn('redis-server', settings, { stdio: 'ignore' });
	await answering('Redis', port);
	return {
		settings: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
		stop: async () => await end(child, folder),
	};
}

/** Starts PostgreSQL. It refuses to run as root, so root starts it as Debian's user postgres. */
export async function startPostgres(): Promise<DatabaseServer> {
	const [port = 0] = await freePorts(1);
	const folder = await mkdtemp(path.join(tmpdir(), 'contact-card-postgres-'));
	const owner = process.getuid?.() === 0 ? await debianUser() : undefined;
	if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
	const data = path.join(folder, 'data');
	const programs = path.join(POSTGRESQL, readdirSync(POSTGRESQL).sort().at(-1) ?? '', 'bin');
	const options = { cwd: folder, ...owner };
	await run(`${programs}/initdb`, ['-D', data, '-U', USER, '--auth=trust', '--no-sync'], options);
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
	const child = spawn(
		`${programs}/postgres`,
		['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		{ ...options, stdio: 'ignore' },
	);
	await answering('PostgreSQL', port);
	return {
		settings: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_USER: USER,
		},
		stop: async () => await end(child, folder),
	};
}

async function debianUser(): Promise<{ uid: number; gid: number }> {
	const [uid, gid] = await Promise.all([
		run('id', ['-u', 'postgres']),
		run('id', ['-g', 'postgres']),
	]);
	return { uid: Number(uid), gid: Number(gid) };
}

async function answering(name: string, port: number): Promise<void> {
	await until(`${name} answers`, async () => {
		const socket = connect(port, '127.0.0.1');
		try {
			await once(socket, 'connect');
			return true;
		} catch {
			return false;
		} finally {
			socket.destroy();
		}
	});
}

async function end(child: ChildProcess, folder: string): Promise<void> {
	const ended = once(child, 'exit');
	// Makes PostgreSQL stop at once, without waiting for its clients
	child.kill('SIGINT');
	await ended;
	await rm(folder, { recursive: true, force: true });
}

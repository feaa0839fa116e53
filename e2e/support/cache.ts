import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often to check whether another process has finished, in milliseconds. */
const LOOK_AGAIN = 500;

/** Where large installations are kept between runs and shared by all copies of the repository. */
export const CACHE = path.join(
	process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'),
	'n8n-nodes-contact-card',
);

/**
 * A folder in the cache, built if it does not exist yet. It appears only when it is complete: an interrupted build leaves
 * nothing behind, and if two processes need it, one builds while the other waits.
 */
export async function cached(
	name: string,
	build: (folder: string) => Promise<void>,
): Promise<string> {
	const folder = path.join(CACHE, name);
	if (existsSync(folder)) return folder;
	await mkdir(CACHE, { recursive: true });
	const lock = await holdLock(folder);
	try {
		if (existsSync(folder)) return folder;
		const draft = `${folder}.part`;
		await rm(draft, { recursive: true, force: true });
		await mkdir(draft);
		await build(draft);
		await rename(draft, folder);
		return folder;
	} finally {
		lock.close();
	}
}

/** Waits for a lock that the kernel releases when its process dies: a Linux abstract socket. */
async function holdLock(name: string): Promise<Server> {
	for (;;) {
		const server = createServer();
		try {
			server.listen(`\0${name}`);
			await once(server, 'listening');
			return server;
		} catch (error) {
			if (!isTaken(error)) throw error;
			await sleep(LOOK_AGAIN);
		}
	}
}

function isTaken(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}

import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

import { cached } from './cache';
import { Home } from './home';
import { installN8n, type Release } from './installation';
import { N8nProcess } from './process';
import { Rest } from './rest';

/** A running n8n with an owner who is logged in. */
export interface N8n {
	url: string;
	rest: Rest;
	process: N8nProcess;
	stop(): Promise<void>;
}

const settingsSchema = z.object({
	userManagement: z.object({ showSetupOnFirstLoad: z.boolean().default(false) }),
});

/**
 * The home of an n8n with nothing but the owner's account. It is copied from one that is made once per installation, since
 * n8n takes some hundred steps to create its database when it first starts.
 *
 * @param settings environment variables that configure this instance
 */
export async function openHome(release: Release, settings: NodeJS.ProcessEnv = {}): Promise<Home> {
	const installation = await installN8n(release);
	const fresh = await cached(`${path.basename(installation.folder)}-home`, async (draft) => {
		const home = await Home.open(installation);
		try {
			const n8n = await startN8n(home);
			await n8n.stop();
			await rm(path.join(home.folder, 'tmp'), { recursive: true });
			await cp(home.folder, draft, { recursive: true });
		} finally {
			await home.remove();
		}
	});
	return await Home.open(installation, settings, fresh);
}

/** Starts n8n in a home, creates the owner's account if there is none yet, and logs in. */
export async function startN8n(home: Home, settings: NodeJS.ProcessEnv = {}): Promise<N8n> {
	const process = await N8nProcess.start(home, 'start', settings);
	try {
		const rest = new Rest(process.url);
		const { userManagement } = settingsSchema.parse(await rest.get('/rest/settings'));
		await (userManagement.showSetupOnFirstLoad ? rest.setUpOwner() : rest.logIn());
		return { url: process.url, rest, process, stop: async () => await process.stop() };
	} catch (error) {
		await process.stop('SIGKILL');
		throw error;
	}
}

import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { environmentOf } from './environment';
import type { Installation } from './installation';
import { freePorts } from './ports';
import { run } from './run';

/** A credential as n8n's command line imports it. */
export interface CredentialFile {
	id: string;
	name: string;
	type: string;
	data: object;
}

/** A user folder of n8n, outside of the repository: what one instance has installed and saved. */
export class Home {
	private constructor(
		readonly installation: Installation,
		/** What n8n calls N8N_USER_FOLDER. */
		readonly folder: string,
		private readonly settings: NodeJS.ProcessEnv,
	) {}

	/**
	 * Makes a home.
	 *
	 * @param settings environment variables that configure this instance
	 * @param from the home that it is a copy of; without one it is empty
	 */
	static async open(
		installation: Installation,
		settings: NodeJS.ProcessEnv = {},
		from?: string,
	): Promise<Home> {
		const folder = await mkdtemp(path.join(tmpdir(), 'contact-card-n8n-'));
		if (from !== undefined) await cp(from, folder, { recursive: true });
		for (const each of ['tmp', '.n8n/nodes'])
			await mkdir(path.join(folder, each), { recursive: true });
		return new Home(installation, folder, settings);
	}

	/** Where n8n looks for packages that were installed by hand. */
	get nodesFolder(): string {
		return path.join(this.folder, '.n8n/nodes');
	}

	/** The environment of one more process of this instance, with a port of its own for n8n's task broker. */
	async environment(): Promise<NodeJS.ProcessEnv> {
		const [broker] = await freePorts(1);
		return {
			...environmentOf(this.installation, this.folder),
			N8N_RUNNERS_BROKER_PORT: String(broker),
			...this.settings,
		};
	}

	/** Installs a packed package as n8n's documentation tells people to do it by hand. */
	async installPackage(tarball: string): Promise<void> {
		await this.npm('install', tarball);
	}

	async removePackage(name: string): Promise<void> {
		await this.npm('uninstall', name);
	}

	/** Runs a command of n8n, and gives what it printed. */
	async n8n(...command: string[]): Promise<string> {
		const { node, n8n } = this.installation;
		return await run(node, [n8n, ...command], { cwd: this.folder, env: await this.environment() });
	}

	async importCredentials(credentials: readonly CredentialFile[]): Promise<void> {
		await this.import('credentials', credentials);
	}

	async importWorkflows(workflows: ReadonlyArray<{ id: string }>): Promise<void> {
		await this.import('workflow', workflows);
	}

	async remove(): Promise<void> {
		await rm(this.folder, { recursive: true, force: true });
	}

	private async import(
		what: 'credentials' | 'workflow',
		entries: readonly object[],
	): Promise<void> {
		const file = path.join(this.folder, 'tmp', `${what}.json`);
		await writeFile(file, JSON.stringify(entries));
		await this.n8n(`import:${what}`, `--input=${file}`);
	}

	/** n8n-workflow, the package's only peer, is n8n's own; npm must not fetch another. */
	private async npm(command: string, what: string): Promise<void> {
		await run('npm', [command, '--ignore-scripts', '--legacy-peer-deps', '--omit=peer', what], {
			cwd: this.nodesFolder,
		});
	}
}

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

/** n8n's user folder, outside the repository: what one instance has installed and saved. */
export class Home {
	private constructor(
		readonly installation: Installation,
		/** n8n's N8N_USER_FOLDER. */
		readonly folder: string,
		private readonly settings: NodeJS.ProcessEnv,
	) {}

	/**
	 * Makes a home.
	 *
	 * @param settings environment variables that configure this instance
	 * @param from the home to copy; an empty one by default
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

	/** Where n8n looks for packages installed by hand. */
	get nodesFolder(): string {
		return path.join(this.folder, '.n8n/nodes');
	}

	/** The environment of another process of this instance, with its own port for n8n's task broker. */
	async environment(): Promise<NodeJS.ProcessEnv> {
		const [broker] = await freePorts(1);
		return {
			...environmentOf(this.installation, this.folder),
			N8N_RUNNERS_BROKER_PORT: String(broker),
			...this.settings,
		};
	}

	/** Installs a packed package by hand, as n8n's documentation describes. */
	async installPackage(tarball: string): Promise<void> {
		await this.npm('install', tarball);
	}

	async removePackage(name: string): Promise<void> {
		await this.npm('uninstall', name);
	}

	/** Runs an n8n command, and returns what it printed. */
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

	/** The package's only peer, n8n-workflow, comes with n8n; npm must not fetch another one. */
	private async npm(command: string, what: string): Promise<void> {
		await run('npm', [command, '--ignore-scripts', '--legacy-peer-deps', '--omit=peer', what], {
			cwd: this.nodesFolder,
		});
	}
}

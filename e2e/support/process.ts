import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Home } from './home';
import { freePorts } from './ports';

/** Maximum milliseconds until n8n is ready, on a busy machine. */
const START_TIME = 300_000;
/** Milliseconds between checks. */
const ASK_AGAIN = 200;
/** Maximum milliseconds until n8n stops. */
const STOP_TIME = 30_000;
/** Characters at the end of the log that an error shows. */
const SHOWN = 4000;

/** A running n8n process. */
export class N8nProcess {
	private output = '';

	private constructor(
		private readonly child: ChildProcess,
		/** Its address. */
		readonly url: string,
	) {
		for (const stream of [child.stdout, child.stderr]) {
			stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
		}
	}

	/**
	 * Runs `n8n start`, or another n8n process, and waits until it is ready.
	 *
	 * @param settings environment variables of this process only
	 */
	static async start(
		home: Home,
		command: 'start' | 'worker' = 'start',
		settings: NodeJS.ProcessEnv = {},
	): Promise<N8nProcess> {
		try {
			return await N8nProcess.startOnce(home, command, settings);
		} catch (error) {
			// Another connection may have taken the free port since
			if (!String(error).includes('already in use')) throw error;
			return await N8nProcess.startOnce(home, command, settings);
		}
	}

	private static async startOnce(
		home: Home,
		command: 'start' | 'worker',
		settings: NodeJS.ProcessEnv,
	): Promise<N8nProcess> {
		const { node, n8n } = home.installation;
		const [port] = await freePorts(1);
		const env = {
			...(await home.environment()),
			...(command === 'start' ? { N8N_PORT: String(port) } : workerHealth(port)),
			...settings,
		};
		const child = spawn(node, [n8n, command], { cwd: home.folder, env });
		const started = new N8nProcess(child, `http://127.0.0.1:${String(port)}`);
		await started.ready(command === 'start' ? '/rest/settings' : '/healthz/readiness');
		return started;
	}

	/** What it has printed. */
	get log(): string {
		return this.output;
	}

	/** Stops it with a signal, by default SIGTERM as service managers do; resolves when it has stopped. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		if (this.hasEnded) return;
		const ended = once(this.child, 'exit');
		this.child.kill(signal);
		const late = setTimeout(() => this.child.kill('SIGKILL'), STOP_TIME);
		await ended;
		clearTimeout(late);
	}

	private get hasEnded(): boolean {
		return this.child.exitCode !== null || this.child.signalCode !== null;
	}

	private async ready(path: string): Promise<void> {
		const end = Date.now() + START_TIME;
		while (!(await this.answers(path))) {
			if (this.hasEnded || Date.now() > end) {
				await this.stop('SIGKILL');
				throw new Error(`n8n did not start:\n${this.output.slice(-SHOWN)}`);
			}
			await sleep(ASK_AGAIN);
		}
	}

	private async answers(path: string): Promise<boolean> {
		try {
			const response = await fetch(this.url + path);
			// While it starts, n8n answers every request with a web page
			const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
			return response.ok && !isPage;
		} catch {
			return false;
		}
	}
}

/** Makes a worker report whether it is ready. */
function workerHealth(port: number | undefined): NodeJS.ProcessEnv {
	return {
		N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: String(port),
	};
}

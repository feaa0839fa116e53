/** `npm run sandbox`: serves the sandbox until Ctrl+C. */
import { parseArgs } from 'node:util';
import { isOpen, LOOPBACK } from './address';
import { accountsOf } from './admin';
import { introduction } from './introduction';
import { startSandbox } from './server';

const DEFAULT_PORT = 4010;

const HELP = `npm run sandbox -- [--port ${String(DEFAULT_PORT)}] [--host ${LOOPBACK}] [--latency <ms>] [--json]

Starts a server that behaves as every provider does. Ends with Ctrl+C.

  --port     the port to listen on; 0 takes a free one
  --host     the address to listen on: by default ${LOOPBACK}, only this machine. 0.0.0.0 opens the sandbox
             to everything that reaches this machine, such as n8n in Docker
  --latency  milliseconds that every provider takes to answer
  --json     prints what the sandbox knows as JSON
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: String(DEFAULT_PORT) },
			host: { type: 'string', default: LOOPBACK },
			latency: { type: 'string', default: '0' },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	if (values.host.trim() === '')
		throw new Error('--host needs an address, such as 0.0.0.0 for n8n in Docker');
	const sandbox = await startSandbox({
		host: values.host,
		port: wholeNumber('port', values.port),
		latencyMs: wholeNumber('latency', values.latency),
		// n8n's engine takes a second to load, and most people who start the sandbox use their own n8n
		samples: async (self) => {
			const { sendSamples } = await import('./demo/samples.js');
			await sendSamples(self);
		},
	});
	process.stdout.write(
		values.json
			? `${JSON.stringify({ url: sandbox.url, ...accountsOf(sandbox) })}\n`
			: introduction(sandbox, isOpen(values.host)),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			// n8n's engine keeps a timer once samples were sent
			void sandbox.close().then(() => process.exit());
		});
	}
}

function wholeNumber(option: string, value: string): number {
	if (!/^\d+$/.test(value)) throw new Error(`--${option} needs a whole number, not ${value}`);
	return Number(value);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

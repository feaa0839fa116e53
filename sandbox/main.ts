import { parseArgs } from 'node:util';
import { SEND_TO, SPECIAL_NUMBERS } from './accounts';
import { accountsOf } from './admin';
import { PROVIDER_IDS } from './http';
import { MISBEHAVIOURS } from './misbehaviour';
import { startSandbox, type Sandbox } from './server';

/** The port that `npm run sandbox` takes unless told. */
const DEFAULT_PORT = 4010;

const HELP = `npm run sandbox -- [--port ${String(DEFAULT_PORT)}] [--latency <ms>] [--json]

Starts a server on 127.0.0.1 that behaves as every provider does. Ends with Ctrl+C.
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: String(DEFAULT_PORT) },
			latency: { type: 'string', default: '0' },
			json: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	const sandbox = await startSandbox({
		port: wholeNumber('port', values.port),
		latencyMs: wholeNumber('latency', values.latency),
		// n8n's engine takes a second to load, and most who start the sandbox have an n8n of their own
		samples: async (self) => {
			const { sendSamples } = await import('./demo/samples.js');
			await sendSamples(self);
		},
	});
	process.stdout.write(
		values.json
			? `${JSON.stringify({ url: sandbox.url, ...accountsOf(sandbox) })}\n`
			: introduction(sandbox),
	);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			// n8n's engine, where the samples were sent, keeps a timer
			void sandbox.close().then(() => process.exit());
		});
	}
}

function wholeNumber(option: string, value: string): number {
	if (!/^\d+$/.test(value)) throw new Error(`--${option} takes a whole number, not ${value}`);
	return Number(value);
}

function introduction(sandbox: Sandbox): string {
	const providers = PROVIDER_IDS.map((id) => {
		const fields = Object.entries(sandbox.credentials[id]).map(
			([name, value]) => `  ${name.padEnd(15)} ${String(value)}`,
		);
		return [id, ...fields, `  ${'send to'.padEnd(15)} ${SEND_TO[id]}`].join('\n');
	});
	const misbehaving = MISBEHAVIOURS.map(
		({ number, slug, kind, firstTimeOnly, taken, seconds }) =>
			`  +${number}  ${kind}${seconds === undefined ? '' : `, ${String(seconds)} s`}${firstTimeOnly ? ', every other time' : ''}${taken ? ', card taken' : ''}  (conv-${slug}, ch_${slug})`,
	);
	const special = Object.entries(SPECIAL_NUMBERS).map(([name, number]) => `  +${number}  ${name}`);
	return `Contact card sandbox on ${sandbox.url}
Its inbox shows the cards that arrive: ${sandbox.url}/

${providers.join('\n\n')}

Further: ${sandbox.url}/gowa-single (one device, no password), ${sandbox.url}/gowa-empty (no device).

Recipients that always misbehave, for every provider (Chatvolt conversation, Chert chat):
${misbehaving.join('\n')}

Numbers that a provider refuses in its own way:
${special.join('\n')}

Views: ${sandbox.url}/  ${sandbox.url}/_sandbox/deliveries  ${sandbox.url}/_sandbox/requests  ${sandbox.url}/_sandbox/accounts
`;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

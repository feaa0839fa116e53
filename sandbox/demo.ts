/** `npm start`: sends cards through every provider to its own sandbox. */
import { parseArgs } from 'node:util';

import { report, type WorkflowResults } from './demo/report';
import { sendSamples } from './demo/samples';
import { startSandbox, type Sandbox } from './server';

const HELP = `npm start -- [--once]

Sends the contact cards of examples/, and one through each provider that they do not use, from n8n's own engine to the
sandbox, which plays the providers on this machine. In a terminal, the sandbox then keeps serving its inbox until
Ctrl+C; --once ends at once.
`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			once: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(HELP);
		return;
	}
	const sandbox = await startSandbox({
		samples: async (self) => {
			await sendSamples(self);
		},
	});
	try {
		const stays = !values.once && process.stdout.isTTY && process.env['CI'] === undefined;
		console.log(`The sandbox at ${sandbox.url} plays every provider: nothing leaves this machine.`);
		if (stays) console.log(`Its inbox shows the cards as they arrive: ${sandbox.url}/`);
		console.log('');
		await sendExamples(sandbox);
		if (stays) {
			console.log(`\nThe inbox, as the recipients see it: ${sandbox.url}/   (Ctrl+C ends)`);
			await interrupted();
		}
	} finally {
		await sandbox.close();
	}
}

async function sendExamples(sandbox: Sandbox): Promise<void> {
	const started = performance.now();
	const workflows = await sendSamples(sandbox, (name) => console.log(`Sending “${name}” …`));
	console.log('');
	for (const line of report(workflows, process.stdout.columns)) console.log(line);
	console.log(summary(workflows, performance.now() - started));
}

function summary(workflows: readonly WorkflowResults[], milliseconds: number): string {
	const results = workflows.flatMap((workflow) => workflow.results);
	const sent = results.filter(({ kind }) => kind === 'sent');
	const contacts = sent.reduce((sum, result) => sum + result.contacts.length, 0);
	const providers = new Set(sent.map(({ provider }) => provider)).size;
	const failed = results.filter((result) => result.kind === 'failed');
	const notSent = failed.filter(({ outcome }) => outcome === 'notSent').length;
	const unclear = failed.length - notSent;
	const seconds = (milliseconds / 1000).toFixed(1);
	return [
		`${sent.length} cards with ${contacts} contacts sent through ${providers} providers in ${seconds} s.`,
		`On purpose, ${notSent} could not be sent, and ${unclear} may have arrived.`,
	].join('\n');
}

/** Waits for Ctrl+C. */
async function interrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		process.once('SIGINT', () => resolve());
		process.once('SIGTERM', () => resolve());
	});
}

/** Exits once all output is written; n8n's engine keeps a timer that would prevent it. */
function end(exitCode: number): void {
	process.stdout.write('', () => process.exit(exitCode));
}

main()
	.then(() => end(0))
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		end(1);
	});

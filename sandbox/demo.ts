import './engine/engineHome';
import { parseArgs } from 'node:util';

import { loadBuiltPackage } from './demo/builtPackage';
import { readExample, sandboxCredentials, WORKFLOWS } from './demo/examples';
import { report, type WorkflowResults } from './demo/report';
import { resultsOf } from './demo/results';
import { runWorkflow } from './engine/engine';
import { startSandbox, type Sandbox } from './server';

const HELP = `npm start -- [--once]

Sends the contact cards of examples/ through every provider, from n8n's own engine to the sandbox, which plays the
providers on this machine. In a terminal, the sandbox then keeps serving its inbox until Ctrl+C; --once ends at once.
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
	const sandbox = await startSandbox();
	try {
		await sendExamples(sandbox);
		const stays = !values.once && process.stdout.isTTY && process.env['CI'] === undefined;
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
	const contents = await loadBuiltPackage();
	console.log(`The sandbox at ${sandbox.url} plays every provider: nothing leaves this machine.\n`);
	const workflows: WorkflowResults[] = [];
	for (const file of WORKFLOWS) {
		const workflow = readExample(file);
		const run = await runWorkflow(workflow, contents, sandboxCredentials(sandbox));
		if (run.error !== undefined) throw new Error(`${workflow.name}: ${run.error.message}`);
		workflows.push({ name: workflow.name, file, results: resultsOf(workflow, run, contents) });
	}
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
		`On purpose, ${notSent} could not be sent, and of ${unclear} nobody knows.`,
	].join('\n');
}

/** Waits for Ctrl+C. */
async function interrupted(): Promise<void> {
	await new Promise<void>((resolve) => {
		process.once('SIGINT', () => resolve());
		process.once('SIGTERM', () => resolve());
	});
}

/** Ends although n8n's engine keeps a timer, once all is written. */
function end(exitCode: number): void {
	process.stdout.write('', () => process.exit(exitCode));
}

main()
	.then(() => end(0))
	.catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : String(error));
		end(1);
	});

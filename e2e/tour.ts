import { readdirSync } from 'node:fs';

import { EXAMPLES, readExample, sandboxCredentials } from '../sandbox/demo/examples';
import { startSandbox } from '../sandbox/server';
import { credentialsOf } from './support/credentials';
import { saveWorkflow } from './support/executions';
import { openHome, startN8n } from './support/n8n';
import { packPackage } from './support/packed';
import { OWNER } from './support/rest';

/** A key that opens nothing: the example with an agent needs a person's own. */
const NO_MODEL = { apiKey: 'put-your-own-key-here', url: 'https://api.openai.com/v1' };

/** Starts a real n8n with this package, the examples and a sandbox, and keeps them until Ctrl+C. */
async function main(): Promise<void> {
	const interrupted = new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});
	const sandbox = await startSandbox();
	const home = await openHome('current');
	try {
		const packed = await packPackage();
		await home.installPackage(packed.tarball);
		await packed.remove();
		const workflows = readdirSync(EXAMPLES)
			.filter((file) => file !== 'contacts.json')
			.map(readExample);
		await home.importCredentials(
			credentialsOf(workflows, { ...sandboxCredentials(sandbox), openAiApi: NO_MODEL }),
		);
		const n8n = await startN8n(home);
		try {
			for (const workflow of workflows) await saveWorkflow(n8n, workflow);
			console.log(introduction(n8n.url, sandbox.url));
			await interrupted;
		} finally {
			await n8n.stop();
		}
	} finally {
		await home.remove();
		await sandbox.close();
	}
}

function introduction(editor: string, inbox: string): string {
	return `
n8n's editor   ${editor}/
  log in with  ${OWNER.email}  ${OWNER.password}
The inbox      ${inbox}/

The workflows are the examples. Open one, choose Execute Workflow, and look at the inbox: nothing leaves this machine.
Ctrl+C ends both, and leaves nothing behind.
`;
}

void main();

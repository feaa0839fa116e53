import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { jsonParse } from 'n8n-workflow';

import { EXAMPLES, readExample, sandboxCredentials } from '../sandbox/demo/examples';
import type { WorkflowFile } from '../sandbox/engine/engine';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { credentialsOf } from './support/credentials';
import { executeSaved, runSavedWorkflow } from './support/executions';
import type { Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage } from './support/packed';

const SEND = /^n8n-nodes-contact-card\.sendContactCard$/;
/** The examples that a person starts with a click; one with a chat is in agent.test.ts. */
const EXAMPLE_FILES = readdirSync(EXAMPLES).filter(
	(file) => file !== 'contacts.json' && triggerOf(readExample(file)) !== undefined,
);

/** Saved by the first version of both nodes. It stays as it is: a later version has to run it. */
const VERSION_1 = jsonParse<WorkflowFile & { id: string }>(
	readFileSync(path.join(__dirname, 'fixtures/saved-workflow-v1.json'), 'utf8'),
);

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

describe.each(['current', 'oldest'] as const)('In the %s n8n', (release) => {
	let home: Home;
	let n8n: N8n;
	beforeAll(async () => {
		home = await openHome(release);
		const packed = await packPackage();
		await home.installPackage(packed.tarball);
		await packed.remove();
		const examples = EXAMPLE_FILES.map((file) => ({
			...readExample(file),
			id: file,
			active: false,
		}));
		const workflows = [...examples, VERSION_1];
		await home.importCredentials(credentialsOf(workflows, sandboxCredentials(sandbox)));
		await home.importWorkflows(workflows);
		n8n = await startN8n(home);
	});
	afterAll(async () => {
		await n8n.stop();
		await home.remove();
	});

	it.each(EXAMPLE_FILES)('examples/%s is imported, and sends cards', async (file) => {
		const trigger = triggerOf(readExample(file)) ?? '';
		const execution = await runSavedWorkflow(n8n, file, trigger);
		expect(execution.error).toBeUndefined();
		expect(execution.status).toBe('success');
		const sends = readExample(file).nodes.filter(({ type }) => SEND.test(type));
		const sent = sends.flatMap(({ name }) => execution.items(name));
		expect(sent.map(({ status }) => status)).toContain('sent');
		expect(sandbox.count()).toBeGreaterThanOrEqual(
			sent.filter(({ status }) => status === 'sent').length,
		);
		expect(sandbox.stats().duplicates).toBe(0);
	});

	it("a workflow saved with version 1 runs from n8n's command line", async () => {
		const execution = await executeSaved(home, VERSION_1.id);
		expect(execution.error).toBeUndefined();
		const providers = ['Chatvolt', 'Chert', 'GOWA', 'RyzeAPI', 'Wawp'];
		expect(providers.flatMap((name) => execution.items(name))).toMatchObject([
			{ provider: 'chatvolt', status: 'sent', recipient: 'conv-001' },
			{ provider: 'chert', status: 'sent', recipient: '+447700900123', messageId: null },
			{ provider: 'gowa', status: 'sent', recipient: '447700900123@s.whatsapp.net' },
			{ provider: 'ryzeapi', status: 'sent', recipient: '447700900123', responses: [{}] },
			{ provider: 'wawp', status: 'sent', recipient: '447700900123' },
		]);
		expect(
			sandbox.deliveries().map(({ contacts }) => contacts.map(({ name }) => name.formatted_name)),
		).toEqual(providers.map(() => ['Zoë Lindqvist']));
		expect(execution.items('To vCard')).toEqual([
			{ vcard: expect.stringContaining('FN:Zoë Lindqvist') },
		]);
	});
});

/** The node with which a person starts the workflow. */
function triggerOf({ nodes }: WorkflowFile): string | undefined {
	return nodes.find(({ type }) => type === 'n8n-nodes-base.manualTrigger')?.name;
}

import { z } from 'zod';

import { credentialsAt } from '../sandbox/registry';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { runSavedWorkflow, saveWorkflow, type Execution } from './support/executions';
import type { Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage, type PackedPackage } from './support/packed';
import {
	cardsOf,
	chain,
	gowaCredential,
	manualTrigger,
	SEND,
	sendNode,
	TRIGGER,
} from './support/workflows';

const OURS = [
	'n8n-nodes-contact-card.convertContactCard',
	'n8n-nodes-contact-card.sendContactCard',
];
const PROTECTED = { N8N_SSRF_PROTECTION_ENABLED: 'true' };

const namesSchema = z.array(z.object({ name: z.string() }));

let sandbox: Sandbox;
let packed: PackedPackage;
beforeAll(async () => {
	sandbox = await startSandbox();
	packed = await packPackage();
});
beforeEach(() => sandbox.clear());
afterAll(async () => {
	await packed.remove();
	await sandbox.close();
});

describe.each(['current', 'oldest'] as const)('In the %s n8n', (release) => {
	let home: Home;
	let n8n: N8n | undefined;
	beforeAll(async () => {
		home = await openHome(release);
		await home.importCredentials([gowaCredential(sandbox)]);
		await home.installPackage(packed.tarball);
	});
	afterEach(async () => {
		await n8n?.stop();
		n8n = undefined;
	});
	afterAll(async () => await home.remove());

	it.each([
		['N8N_COMMUNITY_PACKAGES_PREVENT_LOADING', 'true', []],
		['N8N_COMMUNITY_PACKAGES_ENABLED', 'false', OURS],
		['N8N_UNVERIFIED_PACKAGES_ENABLED', 'false', OURS],
	])('%s=%s loads %j', async (name, value, nodes) => {
		n8n = await startN8n(home, { [name]: value });
		const types = namesSchema.parse(await n8n.rest.get('/types/nodes.json'));
		const found = types.map((type) => type.name).filter((type) => OURS.includes(type));
		expect(found.sort()).toEqual(nodes);
	});

	// The oldest n8n has no such protection
	if (release === 'oldest') return;

	it('N8N_SSRF_PROTECTION_ENABLED=true blocks a server on this machine, and the error says which variable allows it', async () => {
		n8n = await startN8n(home, PROTECTED);
		const execution = await sendOneCard(n8n);
		expect(execution.error).toContain('add its host name to N8N_SSRF_ALLOWED_HOSTNAMES');
		expect(sandbox.deliveries()).toEqual([]);
	});

	it('N8N_SSRF_ALLOWED_IP_RANGES allows its address', async () => {
		n8n = await startN8n(home, { ...PROTECTED, N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32' });
		const execution = await sendOneCard(n8n);
		expect(execution.error).toBeUndefined();
		expect(sandbox.deliveries()).toHaveLength(1);
	});

	it('N8N_SSRF_ALLOWED_HOSTNAMES allows its name', async () => {
		const named = sandbox.url.replace('127.0.0.1', 'localhost');
		await home.importCredentials([gowaCredential({ credentials: credentialsAt(named) })]);
		n8n = await startN8n(home, { ...PROTECTED, N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost' });
		const execution = await sendOneCard(n8n);
		expect(execution.error).toBeUndefined();
		expect(sandbox.deliveries()).toHaveLength(1);
	});
});

async function sendOneCard(running: N8n): Promise<Execution> {
	const workflow = chain('One card', [manualTrigger, sendNode()], cardsOf(1));
	const id = await saveWorkflow(running, workflow);
	const execution = await runSavedWorkflow(running, id, TRIGGER);
	if (execution.error === undefined) {
		expect(execution.items(SEND)).toMatchObject([{ provider: 'gowa', status: 'sent' }]);
	}
	return execution;
}

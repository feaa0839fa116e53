import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

import { ROOT } from '../sandbox/projectFolder';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { runSavedWorkflow, saveWorkflow } from './support/executions';
import type { Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage, type PackedPackage } from './support/packed';
import { run } from './support/run';
import {
	cardsOf,
	chain,
	gowaCredential,
	manualTrigger,
	SEND,
	sendNode,
	TRIGGER,
} from './support/workflows';

const NEXT_VERSION = '99.0.0';
const OUR_NAME = /^(n8n-nodes-contact-card|CUSTOM)\.(send|convert)ContactCard$/;

const namesSchema = z.array(z.object({ name: z.string() }));
const resolutionSchema = z.object({ request: z.string(), file: z.string() });

let sandbox: Sandbox;
let packed: PackedPackage;
let next: PackedPackage;
beforeAll(async () => {
	sandbox = await startSandbox();
	packed = await packPackage();
	next = await packPackage(NEXT_VERSION);
});
beforeEach(() => sandbox.clear());
afterAll(async () => {
	await packed.remove();
	await next.remove();
	await sandbox.close();
});

describe.each(['current', 'oldest'] as const)('In the %s n8n', (release) => {
	let home: Home;
	let n8n: N8n | undefined;
	beforeAll(async () => {
		home = await openHome(release, {
			NODE_OPTIONS: `--require=${path.join(__dirname, 'support/resolutions.cjs')}`,
		});
		await home.importCredentials([gowaCredential(sandbox)]);
	});
	afterEach(async () => {
		await n8n?.stop();
		n8n = undefined;
	});
	afterAll(async () => await home.remove());

	describe('the packed tarball, installed by hand', () => {
		it('brings two nodes and a credential type per provider, and sends a card', async () => {
			await home.installPackage(packed.tarball);
			n8n = await startN8n(home);
			expect(await nodesOf(n8n)).toEqual([
				'n8n-nodes-contact-card.convertContactCard',
				'n8n-nodes-contact-card.sendContactCard',
			]);
			const { credentials } = await manifest();
			expect(await credentialsIn(n8n)).toHaveLength(credentials.length);
			await sendOneCard(n8n);
		});

		it("shares n8n-workflow with n8n, and reads nothing else but the tarball's files", async () => {
			await checkResolutions();
		});

		it('installs nothing but itself', async () => {
			expect(await readdir(path.join(home.nodesFolder, 'node_modules'))).toEqual([
				'.package-lock.json',
				'n8n-nodes-contact-card',
			]);
		});

		it('is updated to the next version, and sends on', async () => {
			await home.installPackage(next.tarball);
			n8n = await startN8n(home);
			expect(await installedVersion(home)).toBe(NEXT_VERSION);
			await sendOneCard(n8n);
		});

		it('is gone when it is removed', async () => {
			await home.removePackage('n8n-nodes-contact-card');
			n8n = await startN8n(home);
			expect(await nodesOf(n8n)).toEqual([]);
			expect(await credentialsIn(n8n)).toEqual([]);
		});
	});

	it.each([
		['the folder for custom extensions', '.n8n/custom', false],
		['a folder that N8N_CUSTOM_EXTENSIONS names', 'extensions', true],
	])('the tarball, unpacked in %s, sends a card', async (_place, name, isNamed) => {
		const folder = path.join(home.folder, name);
		const unpacked = path.join(folder, 'n8n-nodes-contact-card');
		await mkdir(unpacked, { recursive: true });
		await run('tar', ['-xzf', packed.tarball, '-C', unpacked, '--strip-components=1']);
		await rm(resolutions(), { force: true });
		n8n = await startN8n(home, isNamed ? { N8N_CUSTOM_EXTENSIONS: folder } : {});
		expect(await nodesOf(n8n)).toEqual(['CUSTOM.convertContactCard', 'CUSTOM.sendContactCard']);
		await sendOneCard(n8n, 'CUSTOM');
		await checkResolutions();
		await rm(folder, { recursive: true });
	});

	/** Every file that code of this package asked for, each as a line of JSON. */
	function resolutions(): string {
		return path.join(home.folder, 'resolutions');
	}

	async function checkResolutions(): Promise<void> {
		const asked = (await readFile(resolutions(), 'utf8'))
			.trim()
			.split('\n')
			.map((line) => resolutionSchema.parse(JSON.parse(line)));
		const shared = new Map(
			asked
				.filter(({ request }) => !request.startsWith('.'))
				.map((each) => [each.request, each.file]),
		);
		expect([...shared.keys()].sort()).toEqual(['crypto', 'n8n-workflow']);
		expect(shared.get('n8n-workflow')).toContain(home.installation.folder);
		expect(asked.filter(({ file }) => file.startsWith(ROOT))).toEqual([]);
	}

	async function sendOneCard(running: N8n, packageName = 'n8n-nodes-contact-card'): Promise<void> {
		const [card] = cardsOf(1);
		const send = { ...sendNode(), type: `${packageName}.sendContactCard` };
		const workflow = chain('One card', [manualTrigger, send], cardsOf(1));
		const id = await saveWorkflow(running, workflow);
		const execution = await runSavedWorkflow(running, id, TRIGGER);
		expect(execution.error).toBeUndefined();
		expect(execution.items(SEND)).toMatchObject([{ provider: 'gowa', status: 'sent' }]);
		expect(
			sandbox
				.deliveries()
				.map(({ recipient, contacts }) => [
					recipient,
					contacts.map(({ name }) => name.formatted_name),
				]),
		).toEqual([[`${card?.to.slice(1) ?? ''}@s.whatsapp.net`, [card?.name]]]);
	}
});

async function nodesOf({ rest }: N8n): Promise<string[]> {
	const types = namesSchema.parse(await rest.get('/types/nodes.json'));
	return types
		.map(({ name }) => name)
		.filter((name) => OUR_NAME.test(name))
		.sort();
}

async function credentialsIn({ rest }: N8n): Promise<string[]> {
	const types = namesSchema.parse(await rest.get('/types/credentials.json'));
	return types
		.map(({ name }) => name)
		.filter((name) => name.startsWith('contactCard'))
		.sort();
}

async function manifest(): Promise<{ credentials: string[] }> {
	const schema = z.object({ n8n: z.object({ credentials: z.array(z.string()) }) });
	return schema.parse(JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'))).n8n;
}

async function installedVersion(home: Home): Promise<string> {
	const file = path.join(home.nodesFolder, 'node_modules/n8n-nodes-contact-card/package.json');
	return z.object({ version: z.string() }).parse(JSON.parse(await readFile(file, 'utf8'))).version;
}

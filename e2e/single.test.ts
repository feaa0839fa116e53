import type { INode } from 'n8n-workflow';
import { z } from 'zod';

import { providers } from '../nodes/providers';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { singleNames } from '../single/names';
import { PROVIDER_ROWS } from '../test/support/providerRows';
import { runSavedWorkflow, saveWorkflow } from './support/executions';
import type { Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import {
	packPackage,
	packSingles,
	type PackedPackage,
	type PackedPackages,
} from './support/packed';
import {
	cardsOf,
	chain,
	gowaCredential,
	manualTrigger,
	node,
	SEND,
	sendNode,
	TRIGGER,
} from './support/workflows';

const IDS = ['gowa', 'telegram', 'whatsAppCloud'] as const;

const typesSchema = z.array(
	z.object({
		name: z.string(),
		displayName: z.string(),
		codex: z.object({ alias: z.array(z.string()).default([]) }).optional(),
	}),
);
const savedSchema = z.object({ id: z.string() });
const testedSchema = z.object({ status: z.string(), message: z.string() });

let sandbox: Sandbox;
let whole: PackedPackage;
let singles: PackedPackages;
beforeAll(async () => {
	sandbox = await startSandbox();
	whole = await packPackage();
	singles = await packSingles(IDS);
});
beforeEach(() => sandbox.clear());
afterAll(async () => {
	await singles.remove();
	await whole.remove();
	await sandbox.close();
});

describe.each(['current', 'oldest'] as const)(
	'Beside the whole package, in the %s n8n',
	(release) => {
		let home: Home;
		let n8n: N8n;
		beforeAll(async () => {
			home = await openHome(release);
			for (const tarball of [whole.tarball, ...singles.tarballs])
				await home.installPackage(tarball);
			await home.importCredentials([gowaCredential(sandbox)]);
			n8n = await startN8n(home);
		});
		afterAll(async () => {
			await n8n.stop();
			await home.remove();
		});

		it('three packages of one provider have a node and a credential type each', async () => {
			const nodes = await typesIn('/types/nodes.json');
			expect(nodes.map(({ name }) => name).filter((name) => name.includes('contact-card'))).toEqual(
				[
					'n8n-nodes-contact-card-gowa.sendContactCardWithGowa',
					'n8n-nodes-contact-card-telegram.sendContactCardWithTelegram',
					'n8n-nodes-contact-card-whatsappcloud.sendContactCardWithWhatsAppCloud',
					'n8n-nodes-contact-card.convertContactCard',
					'n8n-nodes-contact-card.sendContactCard',
				],
			);
			const gowa = nodes.find(({ displayName }) => displayName === 'Send Contact Card with GOWA');
			expect(gowa?.codex?.alias).toEqual(expect.arrayContaining(['GOWA', 'WhatsApp', 'vCard']));
			const credentials = await typesIn('/types/credentials.json');
			const names = credentials.map(({ name }) => name);
			expect(names.filter((name) => name.startsWith('contactCardWith'))).toEqual([
				'contactCardWithGowaApi',
				'contactCardWithTelegramApi',
				'contactCardWithWhatsAppCloudApi',
			]);
			expect(names.filter((name) => /^contactCard(?!With)/.test(name))).toHaveLength(
				providers.length,
			);
		});

		it.each(IDS)('the package for %s tests its credential, and sends a card', async (id) => {
			const credential = credentialOf(id);
			const saved = savedSchema.parse(await n8n.rest.post('/rest/credentials', credential));
			const tested = await n8n.rest.post('/rest/credentials/test', {
				credentials: { ...credential, id: saved.id },
			});
			expect(testedSchema.parse(tested)).toMatchObject({ status: 'OK' });
			await sendOneCard(sendNodeOf(id, saved.id), id);
		});

		it('the whole package still sends', async () => {
			await sendOneCard(sendNode(), 'gowa');
		});

		async function sendOneCard(send: INode, provider: string): Promise<void> {
			const [card] = cardsOf(1);
			const workflow = chain('One card', [manualTrigger, send], cardsOf(1));
			const execution = await runSavedWorkflow(n8n, await saveWorkflow(n8n, workflow), TRIGGER);
			expect(execution.error).toBeUndefined();
			expect(execution.items(SEND)).toMatchObject([{ provider, status: 'sent' }]);
			expect(sandbox.deliveries()).toMatchObject([
				{ provider, contacts: [{ name: { formatted_name: card?.name } }] },
			]);
		}

		async function typesIn(file: string) {
			const types = typesSchema.parse(await n8n.rest.get(file));
			return types
				.filter(({ name }) => /contact-?card/i.test(name) && !name.endsWith('Tool'))
				.sort((a, b) => (a.name < b.name ? -1 : 1));
		}
	},
);

type Id = (typeof IDS)[number];

function namesOf(id: Id) {
	const provider = providers.find((each) => each.id === id);
	if (provider === undefined) throw new Error(`There is no provider ${id}`);
	return singleNames(provider);
}

/** The credential as the editor saves it. */
function credentialOf(id: Id) {
	const { credentialName: type, credentialDisplayName: name } = namesOf(id);
	return { name, type, data: sandbox.credentials[id] };
}

/** The node of the package of one provider, with the parameters that the whole package's node would have. */
function sendNodeOf(id: Id, credentialId: string): INode {
	const { packageName, nodeName } = namesOf(id);
	const { parameters } = sendNode();
	const { type, name } = credentialOf(id);
	return node(
		SEND,
		`${packageName}.${nodeName}`,
		1,
		{ ...parameters, provider: id, ...PROVIDER_ROWS[id].parameters },
		{ credentials: { [type]: { id: credentialId, name } } },
	);
}

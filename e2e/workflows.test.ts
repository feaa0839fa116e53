import { startSandbox, type Sandbox } from '../sandbox/server';
import { SPECIAL_NUMBERS } from '../sandbox/toolkit/specialNumbers';
import {
	publishWebhook,
	publishWorkflow,
	runSavedWorkflow,
	saveWorkflow,
} from './support/executions';
import type { Home } from './support/home';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage } from './support/packed';
import { cardsIn } from './support/received';
import { until } from './support/until';
import {
	cardsOf,
	chain,
	gowaCredential,
	manualTrigger,
	node,
	SEND,
	sendNode,
	TRIGGER,
	webhook,
	type Card,
} from './support/workflows';

const ON_CALL: Card = { to: '+447700900999', name: 'On-call engineer' };

/** Gives what was posted to a webhook as the item. */
const body = node('Body', 'n8n-nodes-base.set', 3.4, {
	mode: 'raw',
	jsonOutput: '={{ $json.body }}',
});

let sandbox: Sandbox;
let home: Home;
let n8n: N8n;
beforeAll(async () => {
	sandbox = await startSandbox();
	home = await openHome('current');
	const packed = await packPackage();
	await home.installPackage(packed.tarball);
	await packed.remove();
	await home.importCredentials([gowaCredential(sandbox)]);
	n8n = await startN8n(home);
});
beforeEach(() => sandbox.clear());
afterAll(async () => {
	await n8n.stop();
	await home.remove();
	await sandbox.close();
});

describe('A workflow', () => {
	it('started by 200 webhook calls at once sends the card of each, once', async () => {
		await publishWebhook(n8n, chain('Webhook', [webhook('cards'), body, sendNode()]));
		const cards = cardsOf(200);
		const answers = await Promise.all(cards.map(async (card) => await call('cards', card)));
		expect(answers.map(({ status }) => status)).toEqual(cards.map(() => 200));
		expect(cardsIn(sandbox)).toEqual(cards);
	});

	it('called by another one sends the items that it is given', async () => {
		const subWorkflow = await publishWorkflow(
			n8n,
			chain('Sub-workflow', [
				node('When Called', 'n8n-nodes-base.executeWorkflowTrigger', 1.1, {
					inputSource: 'passthrough',
				}),
				sendNode(),
			]),
		);
		const caller = chain(
			'Caller',
			[
				manualTrigger,
				node('Call', 'n8n-nodes-base.executeWorkflow', 1.2, {
					workflowId: { __rl: true, mode: 'id', value: subWorkflow },
				}),
			],
			cardsOf(3),
		);
		const execution = await runSavedWorkflow(n8n, await saveWorkflow(n8n, caller), TRIGGER);
		expect(execution.error).toBeUndefined();
		expect(execution.items('Call').map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
		expect(cardsIn(sandbox)).toEqual(cardsOf(3));
	});

	it('with Loop Over Items sends every batch, in order', async () => {
		const loop = node('Loop Over Items', 'n8n-nodes-base.splitInBatches', 3, { batchSize: 2 });
		const workflow = chain('Loop', [manualTrigger, loop], cardsOf(5));
		workflow.nodes.push(sendNode());
		workflow.connections[loop.name] = {
			main: [[], [{ node: SEND, type: 'main', index: 0 }]],
		};
		workflow.connections[SEND] = { main: [[{ node: loop.name, type: 'main', index: 0 }]] };
		const execution = await runSavedWorkflow(n8n, await saveWorkflow(n8n, workflow), TRIGGER);
		expect(execution.error).toBeUndefined();
		expect(execution.items(loop.name).map(({ recipient }) => recipient)).toEqual(
			cardsOf(5).map(({ to }) => `${to.slice(1)}@s.whatsapp.net`),
		);
		expect(cardsIn(sandbox)).toEqual(cardsOf(5));
	});

	it('that fails starts its error workflow, which sends the card of whoever is on call', async () => {
		const errorWorkflow = await publishWorkflow(
			n8n,
			chain('Error workflow', [
				node('Error Trigger', 'n8n-nodes-base.errorTrigger', 1),
				node('On Call', 'n8n-nodes-base.set', 3.4, {
					mode: 'raw',
					jsonOutput: JSON.stringify(ON_CALL),
				}),
				sendNode(),
			]),
		);
		const workflow = chain('Fails', [webhook('fails'), body, sendNode()]);
		await publishWebhook(n8n, { ...workflow, settings: { ...workflow.settings, errorWorkflow } });
		const answer = await call('fails', { to: `+${SPECIAL_NUMBERS.notOnWhatsApp}`, name: 'Nobody' });
		expect(answer.status).toBe(500);
		await until('the error workflow sends its card', () => sandbox.count() > 0);
		expect(cardsIn(sandbox)).toEqual([ON_CALL]);
	});

	it('with items pinned to the node sends nothing, and hands the pinned items on', async () => {
		const workflow = chain(
			'Pinned',
			[manualTrigger, sendNode(), node('After', 'n8n-nodes-base.noOp', 1)],
			cardsOf(1),
		);
		workflow.pinData = { ...workflow.pinData, [SEND]: [{ json: { status: 'pinned' } }] };
		const execution = await runSavedWorkflow(n8n, await saveWorkflow(n8n, workflow), TRIGGER);
		expect(execution.items('After')).toEqual([{ status: 'pinned' }]);
		expect(sandbox.requests()).toEqual([]);
	});
});

async function call(path: string, body: object): Promise<Response> {
	return await fetch(`${n8n.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
}

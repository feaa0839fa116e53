import { readExample, sandboxCredentials } from '../sandbox/demo/examples';
import { startSandbox, type Sandbox } from '../sandbox/server';
import { credentialsOf } from './support/credentials';
import { runSavedWorkflow, saveWorkflow, type Execution } from './support/executions';
import type { Home } from './support/home';
import { startModel, type Model } from './support/model';
import { openHome, startN8n, type N8n } from './support/n8n';
import { packPackage } from './support/packed';
import { cardsIn } from './support/received';

const workflow = readExample('hand-over-to-a-human.json');
const ZOE = { colleague_name: 'Zoë Lindqvist', colleague_phone: '+46 70 174 06 15' };
const CUSTOMER = '+447700900123';

let sandbox: Sandbox;
let model: Model;
let home: Home;
let n8n: N8n;
beforeAll(async () => {
	sandbox = await startSandbox();
	model = await startModel();
	home = await openHome('current');
	const packed = await packPackage();
	await home.installPackage(packed.tarball);
	await packed.remove();
	const openAiApi = { apiKey: 'stub', url: model.url };
	await home.importCredentials(
		credentialsOf([workflow], { ...sandboxCredentials(sandbox), openAiApi }),
	);
	n8n = await startN8n(home);
});
beforeEach(() => sandbox.clear());
afterAll(async () => {
	await n8n.stop();
	await home.remove();
	await model.close();
	await sandbox.close();
});

/** Runs the example as if the customer had written this into its chat. */
async function say(chatInput: string): Promise<Execution> {
	const pinData = { Chat: [{ json: { sessionId: 'customer', action: 'sendMessage', chatInput } }] };
	const id = await saveWorkflow(n8n, { ...workflow, pinData });
	return await runSavedWorkflow(n8n, id, 'Chat');
}

describe('An AI agent with the node as its tool', () => {
	it('sends the card that the model asks for, and the model reads the receipt', async () => {
		model.willSay(
			{ call: { recipient: CUSTOMER, ...ZOE } },
			{ text: 'I sent you the card of Zoë Lindqvist.' },
		);
		const execution = await say(`I need a person for my invoice. My WhatsApp is ${CUSTOMER}.`);
		expect(execution.error).toBeUndefined();
		expect(execution.items('AI Agent')).toEqual([
			{ output: 'I sent you the card of Zoë Lindqvist.' },
		]);
		expect(cardsIn(sandbox)).toEqual([{ to: CUSTOMER, name: 'Zoë Lindqvist' }]);
		const [sent] = sandbox.deliveries();
		expect(model.toolAnswers()).toEqual([expect.stringContaining(sent?.messageIds[0] ?? '-')]);
	});

	it('gives the model an error that it can correct its call from', async () => {
		model.willSay(
			{ call: { recipient: 'my WhatsApp', ...ZOE } },
			{ call: { recipient: CUSTOMER, ...ZOE } },
			{ text: 'Sent.' },
		);
		const execution = await say('Send me the card for invoices.');
		expect(execution.error).toBeUndefined();
		expect(model.toolAnswers()[0]).toBe(
			JSON.stringify([
				{
					error:
						'Recipient "my WhatsApp" has no digits [item 0]. Enter a phone number with + and country code, as in +5512996130832.',
				},
			]),
		);
		expect(cardsIn(sandbox)).toEqual([{ to: CUSTOMER, name: 'Zoë Lindqvist' }]);
	});

	it('sends nothing twice when the model makes the same call again', async () => {
		const again = { call: { recipient: CUSTOMER, ...ZOE } };
		model.willSay(again, again, { text: 'Sent.' });
		const execution = await say('Send me the card for invoices.');
		expect(execution.error).toBeUndefined();
		expect(model.toolAnswers()[1]).toContain(
			'The same card was already sent in this execution, so it was not sent again',
		);
		expect(cardsIn(sandbox)).toEqual([{ to: CUSTOMER, name: 'Zoë Lindqvist' }]);
	});
});

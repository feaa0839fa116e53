import { retryWorkflow } from '../../sandbox/engine/engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { credentialData, outputs, sendPackage, sendWorkflow } from '../support/workflow';
import { byItem, cardsTo, numberOf, send } from './workflow';

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => {
	sandbox.reset();
	sandbox.clear();
});
afterAll(async () => {
	await sandbox.close();
});

/** Four cards of which the third fails; then the execution is retried, with a recipient as given. */
async function failAndRetry(recipient: string) {
	sandbox.fault({ kind: '401', recipient: numberOf(2), times: 1 });
	const items = cardsTo(4);
	const failed = await send(sandbox, { items, options: { concurrency: 1 } });
	expect(failed.error?.message).toMatch(/^2 of 4 cards were sent\. Item 2: /);
	const file = sendWorkflow({ ...byItem, recipient }, { items });
	const retried = await retryWorkflow(failed, file, sendPackage, credentialData(sandbox));
	expect(retried.error).toBeUndefined();
	return outputs(retried);
}

describe('retrying a failed execution from n8n’s list of executions', () => {
	it('sends what was not sent, and gives the receipts of what was', async () => {
		const sent = await failAndRetry('={{ $json.to }}');
		expect(sandbox.stats()).toMatchObject({ requests: 5, cards: 4, duplicates: 0 });
		const ids = sandbox.deliveries().map(({ messageIds }) => messageIds[0]);
		expect(sent.map(({ messageId }) => messageId)).toEqual(ids);
	});

	it('sends to everyone where the workflow was changed to send to others', async () => {
		const sent = await failAndRetry('={{ "4478" + $json.to.slice(4) }}');
		const recipients = sandbox.deliveries().map(({ recipient }) => recipient);
		expect(recipients.slice(2)).toEqual(sent.map(({ recipient }) => recipient));
		expect(sent.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'sent']);
	});
});

import { startSandbox, type Sandbox } from '../../sandbox/server';
import { PROVIDER_ROWS } from '../support/providerRows';
import { outputs, runSend } from '../support/workflow';

/** The services that take an id of a message from whoever sends it, and know the message by it. */
const TAKING_IDS = ['evolutionGo', 'infobip', 'quepasa', 'wuzapi'] as const;

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.reset());

describe.each(TAKING_IDS)('%s', (provider) => {
	it('names the ID of a card that may have arrived, to look it up by', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const run = await runSend(
			sandbox,
			{
				operation: 'send',
				provider,
				...PROVIDER_ROWS[provider].parameters,
				contactSource: 'json',
				contactsJson: '{"name":"Ana","phone":"+5512996130832"}',
			},
			{ items: [{}], onError: 'continueRegularOutput' },
		);
		const [item] = outputs(run);
		expect(item).toMatchObject({ outcome: 'unknown' });
		const [, id = 'none'] = /Its message ID is ([0-9A-F]{32})\."/.exec(JSON.stringify(item)) ?? [];
		expect(sandbox.requests().map(({ body }) => body)).toEqual([expect.stringContaining(id)]);
	});
});

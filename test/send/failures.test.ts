import { account as RYZEAPI } from '../../sandbox/providers/ryzeapi/account';
import { startSandbox } from '../../sandbox/server';
import { CARD, expectFailure } from '../support/failure';
import { NUMBER } from '../support/people';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

const sandbox = sandboxForTests({
	settings: { gowa: { timeoutMs: 5 }, ryzeapi: { perMinute: 10_000 } },
});

describe('any provider', () => {
	it.each([
		['html-200', /answered 200 with a web page, which is not a receipt/, '200', 'unknown'],
		['empty-200', /answered 200 with an empty answer, which is not a receipt/, '200', 'unknown'],
		['success-false', /refused the card \(200\): The message was not sent/, '200', 'notSent'],
		['redirect-302', /redirects to another address/, '302', 'notSent'],
		['502-html', /failed \(502\)/, '502', 'unknown'],
	] as const)('reports %s', async (kind, error, httpCode, outcome) => {
		sandbox.fault({ kind });
		await expectFailure(
			sandbox,
			'ryzeapi',
			{ instance: byId(RYZEAPI.instance), recipient: NUMBER },
			{ output: { error, httpCode, outcome } },
		);
	});

	it('reports a server that is not there', async () => {
		const closed = await startSandbox();
		const { gowa } = closed.credentials;
		await closed.close();
		const run = await runSend(
			sandbox,
			{ ...CARD, provider: 'gowa', recipient: NUMBER },
			{ onError: 'continueRegularOutput' },
			{ gowa },
		);
		expect(outputs(run)[0]).toMatchObject({
			error: expect.stringMatching(/^GOWA could not be reached: the connection was refused/),
			code: 'ECONNREFUSED',
			outcome: 'notSent',
		});
	});
});

it('names the contact of a card that fails in the middle, and what was sent before', async () => {
	sandbox.fault({ kind: '401', after: 1 });
	const contacts = ['Ana', 'Ben', 'Chen'].map((name) => ({
		contact_name: name,
		contact_phone: '+5512996130832',
	}));
	const run = await runSend(
		sandbox,
		{ ...CARD, provider: 'gowa', recipient: NUMBER, contactsJson: JSON.stringify(contacts) },
		{ onError: 'continueRegularOutput' },
	);
	const [item] = outputs(run);
	const ids = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
	expect(ids).toHaveLength(1);
	expect(item).toMatchObject({
		error: expect.stringMatching(/^Contact 2: GOWA refused the card \(401/),
		outcome: 'notSent',
		sentMessageIds: ids,
	});
	expect(sandbox.deliveries()).toHaveLength(1);
});

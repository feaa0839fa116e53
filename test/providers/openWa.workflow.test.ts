import { ContactCardOpenWaApi } from '../../credentials/ContactCardOpenWaApi.credentials';
import { account as OPEN_WA, specialNumbers } from '../../sandbox/providers/openWa/account';
import { send } from '../delivery/workflow';
import { testCredential } from '../support/credentialTest';
import { CARD } from '../support/failure';
import { search } from '../support/listSearch';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('on the server', () => {
	const sandbox = sandboxForTests();

	const run = async (recipient: string, options: object = {}, session: string = OPEN_WA.session) =>
		await runSend(
			sandbox,
			{
				...CARD,
				provider: 'openWa',
				openWaSession: byId(session),
				recipient: recipient.includes('@') ? recipient : `+${recipient}`,
				options: { maxRetries: 2, ...options },
			},
			{ onError: 'continueRegularOutput' },
		);

	it('a card whose answer was lost is asked for again and came once', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		expect(outputs(await run('447700900001'))).toMatchObject([
			{ status: 'sent', messageId: expect.stringMatching(/^true_447700900001@c\.us_3EB0/) },
		]);
		const [first, second, ...more] = sandbox.requests();
		expect(more).toEqual([]);
		expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
		expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 1, duplicates: 0 });
	});

	it('a card that is still under way is asked for again', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		expect(outputs(await run(specialNumbers.inProgress))).toMatchObject([{ status: 'sent' }]);
		expect(sandbox.requests().map(({ status }) => status)).toEqual([0, 409, 201]);
		expect(sandbox.stats()).toMatchObject({ cards: 1, duplicates: 0 });
	});

	it('a card of which OpenWA knows nothing either stays in doubt', async () => {
		const [item] = outputs(await run(specialNumbers.inDoubt));
		expect(item).toMatchObject({ outcome: 'unknown', code: 'IDEMPOTENCY_OUTCOME_UNKNOWN' });
		expect(item?.['error']).toContain('may have arrived');
		expect(sandbox.requests().map(({ status }) => status)).toEqual([503, 409]);
	});

	it('a refusal after a try in doubt does not prove that nothing was sent', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		sandbox.fault({ kind: '401' });
		const [item] = outputs(await run('447700900001'));
		expect(item).toMatchObject({ outcome: 'unknown', httpCode: '401' });
		expect(item?.['error']).toContain('An earlier attempt may have been carried out');
	});

	it('Retry On Fail asks again for a card in doubt, with the same key', async () => {
		sandbox.fault({ kind: 'reset-after', times: 1 });
		const { error } = await send(sandbox, {
			items: [{ to: '447700900001', name: 'Ana' }],
			parameters: { provider: 'openWa', openWaSession: byId(OPEN_WA.session) },
			options: { maxRetries: 0 },
			node: { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
		});
		expect(error).toBeUndefined();
		expect(sandbox.stats()).toMatchObject({ requests: 2, cards: 1, duplicates: 0 });
	});

	it('a channel that the engine sends no cards to is reported, and not tried again', async () => {
		const items = outputs(await run('120363000000000001@newsletter', {}, OPEN_WA.secondSession));
		expect(items).toMatchObject([
			{
				outcome: 'notSent',
				httpCode: '501',
				error: expect.stringContaining('a person or a group'),
			},
		]);
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('an accepted card without an id is sent', async () => {
		const items = outputs(await run('447700900001', {}, OPEN_WA.unconfirmedSession));
		expect(items).toMatchObject([{ status: 'sent', messageId: null, messageIds: [] }]);
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('waits for a session that is starting, and for its pacing', async () => {
		expect(outputs(await run('447700900001', {}, OPEN_WA.startingSession))).toMatchObject([
			{ status: 'sent' },
		]);
		expect(outputs(await run(specialNumbers.paced))).toMatchObject([{ status: 'sent' }]);
		expect(outputs(await run(specialNumbers.pacedLong))).toMatchObject([
			{ outcome: 'notSent', code: 'SEND_PACING_LIMITED' },
		]);
	});

	it('shows the key in a preview', async () => {
		const preview = await runSend(sandbox, {
			...CARD,
			operation: 'preview',
			provider: 'openWa',
			...{ openWaSession: byId(OPEN_WA.session), recipient: '+447700900001' },
		});
		expect(outputs(preview)[0]).toMatchObject({
			requests: [
				{
					headers: {
						'Idempotency-Key': expect.stringMatching(/^[0-9A-F]{32}$/),
						'X-API-Key': '***',
					},
				},
			],
		});
	});

	it('finds sessions by name and number', async () => {
		const { results } = await search(sandbox, 'openWa', 'searchOpenWaSessions', {
			filter: 'sales',
		});
		expect(results).toEqual([
			{ name: 'sales (447700900001, ready)', value: OPEN_WA.secondSession },
		]);
	});

	it('reports a wrong key', async () => {
		const test = (apiKey: string) =>
			testCredential(new ContactCardOpenWaApi().name, { ...sandbox.credentials.openWa, apiKey });
		expect(await test(OPEN_WA.apiKey)).toMatchObject({ status: 'OK' });
		expect(await test('x')).toMatchObject({
			message: expect.stringMatching(/^OpenWA rejected this API key/),
		});
	});
});

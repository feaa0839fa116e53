import { SEARCH_RECIPIENTS } from '../../nodes/providers/targetParameters';
import { account as WUZAPI } from '../../sandbox/providers/wuzapi/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { testCredential } from '../support/credentialTest';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { ANA_IN_PARTS, RECIPIENT } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('in n8n, with the sandbox', () => {
	const sandbox = sandboxForTests();

	const rows: Array<[string, Failure]> = [
		[
			'a wrong token',
			{
				credential: { token: 'wrong' },
				output: { error: /^WuzAPI refused the card \(401\): unauthorized/, httpCode: '401' },
			},
		],
		[
			'a session that was never started',
			{
				credential: { token: WUZAPI.sleepingToken },
				output: { error: /\(500\): no session .*Connect the session/, httpCode: '500' },
			},
		],
		[
			"WhatsApp's lock on the account",
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.reachoutLock}` },
				output: { error: /error 463 .*do not send the card again/, httpCode: '500' },
			},
		],
		[
			'a send that WhatsApp never confirms',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.neverConfirms}` },
				output: { error: /failed \(500\).*timed out/, httpCode: '500', outcome: 'unknown' },
			},
		],
	];
	it.each(rows)('fails with %s', async (_name, failure) => {
		await expectFailure(
			sandbox,
			'wuzapi',
			{ recipient: RECIPIENT, ...failure.parameters },
			failure,
		);
	});

	const card = {
		provider: 'wuzapi',
		recipient: RECIPIENT,
		contactSource: 'json',
		contactsJson: JSON.stringify([ANA_IN_PARTS, ANA_IN_PARTS]),
	};

	it('gives every message an ID of its own', async () => {
		const run = await runSend(sandbox, card);
		expect(run.error).toBeUndefined();
		const ids = sandbox.deliveries().flatMap(({ messageIds }) => messageIds);
		expect(outputs(run)[0]).toMatchObject({ messageIds: ids });
		expect(new Set(ids).size).toBe(2);
		for (const id of ids) expect(id).toMatch(/^[0-9A-F]{32}$/);
	});

	it('sends through ZapperHUB', async () => {
		const credential = sandbox.otherCredentials.wuzapi.zapperHub;
		const run = await runSend(sandbox, card, {}, { wuzapi: credential });
		expect(run.error).toBeUndefined();
		expect(sandbox.deliveries()).toHaveLength(2);
	});

	it('lists groups, then contacts by name, and finds a number', async () => {
		const { results, paginationToken } = await search(sandbox, 'wuzapi', SEARCH_RECIPIENTS);
		expect(results[0]).toEqual({
			name: 'Sales team (group 120363040000000001)',
			value: WUZAPI.group,
		});
		const next = await search(sandbox, 'wuzapi', SEARCH_RECIPIENTS, {
			paginationToken: String(paginationToken),
			filter: '+44 7700 900 003',
		});
		expect(next.results).toEqual([
			{ name: expect.stringContaining('+447700900003'), value: '+447700900003' },
		]);
	});

	it.each([
		[WUZAPI.adminToken, /^WuzAPI rejected this token\. Use the token of the user/],
		[WUZAPI.loggedOutToken, /^The token is correct, but its session is not logged in/],
		[WUZAPI.sleepingToken, /^WuzAPI answered 500: no session\. Connect the session/],
	])('the credential test says what is wrong with the token %s', async (token, message) => {
		const data = { ...sandbox.credentials.wuzapi, token };
		expect(await testCredential('contactCardWuzapiApi', data)).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

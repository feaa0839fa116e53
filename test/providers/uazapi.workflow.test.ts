import { SEARCH_RECIPIENTS } from '../../nodes/providers/targetParameters';
import { account as UAZAPI, specialNumbers } from '../../sandbox/providers/uazapi/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { testCredential } from '../support/credentialTest';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { ANA, RECIPIENT } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('in n8n, with the sandbox', () => {
	const sandbox = sandboxForTests();

	const rows: Array<[string, Failure]> = [
		[
			'a wrong token',
			{
				credential: { token: 'wrong' },
				output: { error: /^uazapiGO refused the card \(401\): Invalid token/, httpCode: '401' },
			},
		],
		[
			"WhatsApp's lock on the account",
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.reachoutLock}` },
				output: {
					error: /until 2026-07-02T12:00:00Z\. Wait, and do not send the card again/,
					httpCode: '500',
					code: 'WHATSAPP_REACHOUT_TIMELOCK',
				},
			},
		],
		[
			'a send that fails without a reason',
			{
				parameters: { recipient: `+${SPECIAL_NUMBERS.neverConfirms}` },
				output: { error: /failed \(500\)/, httpCode: '500', outcome: 'unknown' },
			},
		],
	];
	it.each(rows)('fails with %s', async (_name, failure) => {
		await expectFailure(
			sandbox,
			'uazapi',
			{ recipient: RECIPIENT, ...failure.parameters },
			failure,
		);
	});

	it('spaces out braces that the service would fill in, with a warning', async () => {
		const run = await runSend(sandbox, {
			provider: 'uazapi',
			recipient: RECIPIENT,
			contactSource: 'json',
			contactsJson: JSON.stringify({ ...ANA, name: 'Ana {{{name}}}' }),
		});
		expect(run.error).toBeUndefined();
		expect(outputs(run)[0]).toMatchObject({ warnings: [{ field: 'name' }] });
		const [card] = sandbox.deliveries();
		expect(card?.contacts[0]?.name.formatted_name).toBe('Ana { { {name}}}');
	});

	it('sends a card again after a 429', async () => {
		const run = await runSend(sandbox, {
			provider: 'uazapi',
			recipient: `+${specialNumbers.tooMany}`,
			contactSource: 'json',
			contactsJson: JSON.stringify(ANA),
			options: { maxRetries: 1 },
		});
		expect(outputs(run)[0]).toMatchObject({ status: 'sent' });
		expect(sandbox.deliveries()).toHaveLength(1);
	});

	it('lists groups, then contacts', async () => {
		const first = await search(sandbox, 'uazapi', SEARCH_RECIPIENTS);
		expect(first.results[0]).toMatchObject({ value: UAZAPI.group });
		const next = await search(sandbox, 'uazapi', SEARCH_RECIPIENTS, {
			paginationToken: String(first.paginationToken),
		});
		expect(next.results).toHaveLength(50);
	});

	it.each([
		[UAZAPI.adminToken, /^uazapiGO rejected this token\./],
		[UAZAPI.offlineToken, /^The token is correct, but its instance is disconnected\./],
	])('the credential test says what is wrong with the token %s', async (token, message) => {
		const data = { ...sandbox.credentials.uazapi, token };
		expect(await testCredential('contactCardUazapiApi', data)).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

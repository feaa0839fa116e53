import { SEARCH_RECIPIENTS } from '../../nodes/providers/targetParameters';
import { zApi } from '../../nodes/providers/zApi/zApi';
import { account as Z_API } from '../../sandbox/providers/zApi/account';
import { testCredential } from '../support/credentialTest';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { ANA, RECIPIENT } from '../support/people';
import { answer } from '../support/responses';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('in n8n, with the sandbox', () => {
	const sandbox = sandboxForTests();

	const rows: Array<[string, Failure]> = [
		[
			'a wrong Client-Token, which is not shown',
			{
				credential: { clientToken: 'wrong-1' },
				output: {
					error:
						/^Z-API refused the card \(403\): Client-Token \*\*\* not allowed .*Check the Client/,
					httpCode: '403',
				},
			},
		],
		[
			'an instance that is not connected',
			{
				credential: { instanceId: Z_API.offlineInstance },
				output: { error: /You are not connected .*Connect the instance/, httpCode: '200' },
			},
		],
		[
			'an instance that says only no',
			{
				credential: { instanceId: Z_API.mutedInstance },
				output: { error: /Connect the instance/, httpCode: '200' },
			},
		],
		[
			'a subscription that is over',
			{
				credential: { instanceId: Z_API.expiredInstance },
				output: { error: /Subscribe to the instance again/, httpCode: '400' },
			},
		],
	];
	it.each(rows)('fails with %s', async (_name, failure) => {
		await expectFailure(sandbox, 'zApi', { recipient: RECIPIENT, ...failure.parameters }, failure);
	});

	it.each(['hubMessage', 'unprotected'] as const)('sends through %s', async (which) => {
		const credential = sandbox.otherCredentials.zApi[which];
		const card = {
			provider: 'zApi',
			recipient: RECIPIENT,
			contactSource: 'json',
			contactsJson: JSON.stringify([ANA, ANA]),
		};
		const run = await runSend(sandbox, card, {}, { zApi: credential });
		expect(run.error).toBeUndefined();
		expect(outputs(run)[0]).toMatchObject({ status: 'sent' });
		expect(sandbox.deliveries()).toMatchObject([{ contacts: [{}, {}] }]);
	});

	it('lists chats, groups among them, then contacts', async () => {
		const first = await search(sandbox, 'zApi', SEARCH_RECIPIENTS);
		expect(first.results[0]).toEqual({
			name: 'Sales team (group 120363040000000001)',
			value: '120363040000000001@g.us',
		});
		expect([first.results.length, first.paginationToken]).toEqual([100, 'chats:2']);
		const next = await search(sandbox, 'zApi', SEARCH_RECIPIENTS, {
			paginationToken: 'chats:2',
		});
		expect([next.results.length, next.paginationToken]).toEqual([25, 'contacts:1']);
	});

	it('lists only what a card can go to, each as a person would type it', () => {
		const rows = [
			{ phone: '447700900930-1599999999', name: 'Old group', isGroup: true },
			{ phone: '98765432109876@lid', name: 'Hidden' },
			{ phone: null, name: 'Nobody' },
			{ phone: 'status@broadcast', name: 'Status' },
			{ phone: '120363040000000001@newsletter', name: 'News' },
			{ phone: '447700900001', short: 'Ana' },
		];
		const list = zApi.lists?.[SEARCH_RECIPIENTS];
		expect(list?.page(answer(200, rows), undefined, 'contacts:1')?.results).toEqual([
			{
				name: 'Old group (group 447700900930-1599999999)',
				value: '447700900930-1599999999@g.us',
			},
			{ name: 'Hidden (hidden user 98765432109876)', value: '98765432109876@lid' },
			{ name: 'Ana (+447700900001)', value: '+447700900001' },
		]);
	});

	it.each([
		[{ instanceId: Z_API.offlineInstance }, /its instance is not connected to WhatsApp/],
		[{ instanceId: Z_API.expiredInstance }, /Subscribe to the instance again/],
		[{ clientToken: '' }, /Set the Client Token/],
	])('the credential test says what is wrong with %j', async (changes, message) => {
		const data = { ...sandbox.credentials.zApi, ...changes };
		expect(await testCredential('contactCardZApi', data)).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});
});

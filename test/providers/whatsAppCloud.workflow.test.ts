import type { INodeParameters } from 'n8n-workflow';

import {
	account as WHATSAPP_CLOUD,
	specialNumbers as refused,
} from '../../sandbox/providers/whatsAppCloud/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { expectFailure, type Failure } from '../support/failure';
import { search } from '../support/listSearch';
import { ANA_WITH_TYPE } from '../support/people';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('in n8n, with the sandbox', () => {
	const sandbox = sandboxForTests();

	const to = (number: string): INodeParameters => ({ recipient: `+${number}` });
	const rows: Array<[string, Failure]> = [
		[
			'an expired token',
			{
				credential: { accessToken: WHATSAPP_CLOUD.expiredToken },
				output: {
					error:
						/^WhatsApp Cloud API refused the card \(401 190\): Error validating access token: Session has expired .*Put a new access token into the credential/,
					httpCode: '401',
					code: '190',
				},
			},
		],
		[
			'a token without permission',
			{
				credential: { accessToken: WHATSAPP_CLOUD.powerlessToken },
				output: { error: /\(403 10\).*Give the system user/, httpCode: '403', code: '10' },
			},
		],
		[
			'a number of another account',
			{
				credential: { phoneNumberId: '106540352242922' },
				output: {
					error: /\(400 100\): Unsupported post request\. .*Check the Phone Number ID/,
					httpCode: '400',
					code: '100',
				},
			},
		],
		[
			'a deleted number',
			{
				parameters: { options: { phoneNumberId: byId(WHATSAPP_CLOUD.deletedPhoneNumberId) } },
				output: { error: /\(400 33\).*Check the Phone Number ID/, httpCode: '400', code: '33' },
			},
		],
		[
			'a version that does not exist',
			{
				credential: { apiVersion: 'v99.0' },
				output: { error: /\(400 2500\).*API Version/, httpCode: '400', code: '2500' },
			},
		],
		[
			'a person who has not written for 24 hours',
			{
				parameters: to(refused.outsideWindow),
				output: {
					error:
						/\(400 131047\): Re-engagement message: .*\[item 0\]\. The person has not written to this number in the last 24 hours/,
					httpCode: '400',
					code: '131047',
				},
			},
		],
		[
			'too many messages to one person',
			{
				parameters: { ...to(refused.pairLimit), options: { maxRetries: 0 } },
				output: { error: /\(400 131056\).*wait a few minutes/, httpCode: '400', code: '131056' },
			},
		],
		[
			'a recipient who is not on the list of a test number',
			{
				parameters: to(refused.notAllowed),
				output: {
					error: /\(400 131030\).*A test number sends only/,
					httpCode: '400',
					code: '131030',
				},
			},
		],
		[
			'a recipient without WhatsApp',
			{
				parameters: to(SPECIAL_NUMBERS.notOnWhatsApp),
				output: { error: /\(400 131026\).*Check the number/, httpCode: '400', code: '131026' },
			},
		],
		[
			'an account that cannot be charged',
			{
				parameters: to(refused.unpaid),
				output: { error: /\(400 131042\).*payment method/, httpCode: '400', code: '131042' },
			},
		],
		[
			"a fault of Meta's that leaves it open",
			{
				parameters: to(refused.overloaded),
				output: { error: /failed \(503 2\)/, httpCode: '503', code: '2', outcome: 'unknown' },
			},
		],
		[
			'a wrong key of 360dialog',
			{
				credential: { authentication: 'd360', accessToken: 'wrong' },
				output: { error: /\(401\): Invalid api_key .*its API key/, httpCode: '401' },
			},
		],
		[
			'another number with 360dialog',
			{
				credential: { authentication: 'd360' },
				parameters: { options: { phoneNumberId: byId(WHATSAPP_CLOUD.secondPhoneNumberId) } },
				output: { error: /\(404\): Not Found .*Do not choose another number/, httpCode: '404' },
			},
		],
	];

	it.each(rows)('fails with %s', async (_name, failure) => {
		const parameters = { recipient: '+6281234567890', ...failure.parameters };
		await expectFailure(sandbox, 'whatsAppCloud', parameters, failure);
	});

	const CARD: INodeParameters = {
		provider: 'whatsAppCloud',
		recipient: '+6281234567890',
		contactSource: 'json',
		contactsJson: JSON.stringify(ANA_WITH_TYPE),
	};

	it('sends from the chosen number, as a reply', async () => {
		const options = {
			phoneNumberId: byId(WHATSAPP_CLOUD.secondPhoneNumberId),
			replyTo: 'wamid.HBgL',
		};
		const run = await runSend(sandbox, { ...CARD, options });
		expect(run.error).toBeUndefined();
		expect(outputs(run)[0]).toMatchObject({ chatId: '6281234567890' });
		expect(sandbox.deliveries()).toMatchObject([
			{ account: WHATSAPP_CLOUD.secondPhoneNumberId, options: { replyTo: 'wamid.HBgL' } },
		]);
	});

	it.each([WHATSAPP_CLOUD.group, WHATSAPP_CLOUD.userId])('sends to %s', async (recipient) => {
		const run = await runSend(sandbox, { ...CARD, recipient });
		expect(outputs(run)[0]).toMatchObject({ status: 'sent', recipient, chatId: recipient });
	});

	it('sends through Kapso, with its key in no output, and says when it is wrong', async () => {
		const { kapso } = sandbox.otherCredentials.whatsAppCloud;
		const run = await runSend(sandbox, CARD, {}, { whatsAppCloud: kapso });
		expect(outputs(run)[0]).toMatchObject({ status: 'sent' });
		expect(JSON.stringify(outputs(run))).not.toContain(kapso.accessToken);
		expect(sandbox.requests()).toMatchObject([
			{
				url: '/whatsAppCloud/meta/whatsapp/v24.0/100000000000001/messages',
				headers: { 'x-api-key': '***' },
			},
		]);
		const wrong = await runSend(
			sandbox,
			CARD,
			{},
			{ whatsAppCloud: { ...kapso, accessToken: 'x' } },
		);
		expect(wrong.error?.message).toMatch(
			/refused the card \(401\): Invalid API key.*360dialog or Kapso/,
		);
	});

	it('sends through 360dialog, with its key in no output', async () => {
		const run = await runSend(sandbox, CARD, {}, { whatsAppCloud: { authentication: 'd360' } });
		expect(outputs(run)[0]).toMatchObject({ status: 'sent' });
		expect(sandbox.requests()).toMatchObject([
			{ url: '/whatsAppCloud/messages', headers: { 'd360-api-key': '***' } },
		]);
	});

	it('makes two cards of 258 contacts', async () => {
		const contactsJson = JSON.stringify(Array.from({ length: 258 }, () => ANA_WITH_TYPE));
		const run = await runSend(sandbox, { ...CARD, contactsJson, operation: 'preview' });
		expect(outputs(run)[0]).toMatchObject({
			requests: [{ body: { to: '+6281234567890' } }, { body: { contacts: [{}] } }],
			warnings: [
				{
					field: 'contacts',
					message: 'The card has 257 contacts; WhatsApp Cloud API recommends at most 5 in one card',
				},
			],
		});
	});

	const LIST = 'searchWhatsAppCloudPhoneNumbers';

	it('lists the numbers of the account, and finds one', async () => {
		const { results, paginationToken } = await search(sandbox, 'whatsAppCloud', LIST);
		expect(results).toHaveLength(50);
		expect(results[0]).toEqual({
			name: '+44 7700 900000 (Amara Albers Ltd)',
			value: '100000000000001',
		});
		expect(paginationToken).toEqual(expect.any(String));
		const found = await search(sandbox, 'whatsAppCloud', LIST, { filter: 'bruno' });
		expect(found.results.map(({ value }) => value)).toContain('100000000000002');
	});

	it('says why there is no list', async () => {
		const credential = { accessToken: WHATSAPP_CLOUD.expiredToken };
		await expect(search(sandbox, 'whatsAppCloud', LIST, { credential })).rejects.toMatchObject({
			message: expect.stringMatching(
				/^WhatsApp Cloud API did not return the list \(401\).*Put a new access token into the credential/,
			),
			description: 'Choosing By ID works without the list.',
		});
		await expect(
			search(sandbox, 'whatsAppCloud', LIST, { credential: { businessAccountId: '' } }),
		).rejects.toMatchObject({
			message: expect.stringContaining('the Business Account ID in the credential'),
		});
		await expect(
			search(sandbox, 'whatsAppCloud', LIST, { credential: { authentication: 'd360' } }),
		).rejects.toMatchObject({
			message: expect.stringMatching(
				/did not return the list \(404\).*360dialog sends only from the number of its API key/,
			),
		});
		sandbox.fault({ kind: 'html-200', on: 'list' });
		await expect(search(sandbox, 'whatsAppCloud', LIST)).rejects.toMatchObject({
			message: expect.stringMatching(/did not return the list \(200\)/),
		});
	});
});

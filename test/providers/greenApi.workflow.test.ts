import type { INodeParameters } from 'n8n-workflow';

import { account as GREEN_API, specialNumbers } from '../../sandbox/providers/greenApi/account';
import { testCredential } from '../support/credentialTest';
import { ANA_IN_PARTS } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('through the sandbox', () => {
	const sandbox = sandboxForTests();

	const run = async (parameters: INodeParameters, credential = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'greenApi',
				recipient: '+44 7700 900001',
				contactSource: 'json',
				contactsJson: JSON.stringify([ANA_IN_PARTS, ANA_IN_PARTS]),
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ greenApi: credential },
		);

	it('only the first message of a card replies, and each one has its typing', async () => {
		const options = { replyTo: 'BAE5', delay: 1, textBefore: 'Here they are' };
		expect((await run({ options })).error).toBeUndefined();
		expect(sandbox.deliveries().map((card) => card.options)).toEqual([
			{ quotedMessageId: 'BAE5', typingTime: 1000 },
			{ typingTime: 1000 },
			{ typingTime: 1000 },
		]);
	});

	it.each([
		[{ idInstance: GREEN_API.unlinkedInstance }, '400', 'Link the instance to WhatsApp'],
		[{ idInstance: GREEN_API.usedUpInstance }, '466', 'The quota of this plan is used up'],
		[
			{ idInstance: GREEN_API.oddInstance, apiTokenInstance: 'a-wrong-token' },
			'200',
			'Check the API token',
		],
		[{ apiTokenInstance: 'a-wrong-token' }, '401', 'Check the API token'],
	])('asks once with %j, says what to do, and shows no token', async (given, httpCode, advice) => {
		const ran = await run({}, given);
		const [item] = outputs(ran);
		expect(item).toMatchObject({
			httpCode,
			outcome: 'notSent',
			error: expect.stringContaining(advice),
		});
		expect(sandbox.requests()).toHaveLength(1);
		const shown = JSON.stringify([item, ran.run.data.resultData]);
		expect(shown).not.toContain(GREEN_API.apiTokenInstance);
		expect(shown).not.toContain('a-wrong-token');
	});

	it('knows nothing of a number whose check takes too long', async () => {
		const contactsJson = JSON.stringify({
			...ANA_IN_PARTS,
			phones: [`+${specialNumbers.isCheckedTooLong}`],
		});
		const [item] = outputs(await run({ contactsJson, options: { whatsappId: 'lookUp' } }));
		expect(item).toMatchObject({
			status: 'sent',
			warnings: [
				{
					message: expect.stringContaining(
						'GREEN-API answered 400: check phone number timeout limit exceeded',
					),
				},
			],
		});
	});

	it.each([
		[{ idInstance: '1' }, /^GREEN-API has no such instance at this Base URL\./],
		[
			{ idInstance: GREEN_API.unlinkedInstance },
			/cannot send \(notAuthorized\)\. Link the instance/,
		],
		[
			{ idInstance: GREEN_API.oddInstance, apiTokenInstance: 'wrong' },
			/^GREEN-API rejected this API token\./,
		],
	])('the credential test says what is wrong with %j', async (others, message) => {
		const data = { ...sandbox.credentials.greenApi, ...others };
		const result = await testCredential('contactCardGreenApi', data);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});
});

import type { INodeParameters } from 'n8n-workflow';

import {
	account as EVOLUTION_GO,
	specialNumbers,
} from '../../sandbox/providers/evolutionGo/account';
import { testCredential } from '../support/credentialTest';
import { ANA, RECIPIENT } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';

describe('through the sandbox', () => {
	const sandbox = sandboxForTests();

	const send = async (parameters: INodeParameters, credential = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'evolutionGo',
				recipient: RECIPIENT,
				contactSource: 'json',
				contactsJson: JSON.stringify([ANA, ANA]),
				...parameters,
			},
			{ onError: 'continueRegularOutput' },
			{ evolutionGo: credential },
		);

	it('only the first message of a card replies', async () => {
		const options = { replyTo: '3EB0AA', textBefore: 'Here they are' };
		expect((await send({ options })).error).toBeUndefined();
		expect(sandbox.deliveries().map((card) => card.options)).toEqual([
			{ quoted: { messageId: '3EB0AA', participant: '447700900001@s.whatsapp.net' } },
			{},
			{},
		]);
	});

	it('knows nothing of a number about which WhatsApp does not answer', async () => {
		const phones = [`+${specialNumbers.notAnswered}`];
		const contactsJson = JSON.stringify({ ...ANA, phones });
		const run = await send({ contactsJson, options: { whatsappId: 'lookUp' } });
		expect(outputs(run)[0]).toMatchObject({
			status: 'sent',
			warnings: [
				{
					field: 'phones',
					message: `The WhatsApp ID of ${phones.join()} could not be looked up (the answer does not include it), so the digits of the number are used instead`,
				},
			],
		});
	});

	it('sends nothing twice to a server without a license', async () => {
		const run = await send({}, sandbox.otherCredentials.evolutionGo.unlicensed);
		expect(outputs(run)[0]).toMatchObject({ outcome: 'notSent', code: 'LICENSE_REQUIRED' });
		expect(sandbox.requests()).toHaveLength(1);
	});

	it.each([
		[EVOLUTION_GO.globalKey, /^Evolution Go rejected this API key\. Use the token of the instance/],
		[EVOLUTION_GO.loggedOutToken, /^The API key is correct, but its instance is not logged in/],
		[EVOLUTION_GO.sleepingToken, /^The instance of this API key is not connected/],
	])('the credential test says what is wrong with the API key %s', async (apiKey, message) => {
		const data = { ...sandbox.credentials.evolutionGo, apiKey };
		const result = await testCredential('contactCardEvolutionGoApi', data);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(message) });
	});

	it('the credential test says that a server has no license', async () => {
		const data = sandbox.otherCredentials.evolutionGo.unlicensed;
		const { message } = await testCredential('contactCardEvolutionGoApi', data);
		expect(message).toContain('Activate the license of this server in the Evolution Go manager');
	});
});

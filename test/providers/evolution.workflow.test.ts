import type { INodeParameters } from 'n8n-workflow';

import { SendContactCard } from '../../nodes/SendContactCard/SendContactCard.node.js';
import { listContext } from '../../sandbox/engine/engine';
import {
	account as EVOLUTION,
	specialNumbers as EVOLUTION_NUMBERS,
} from '../../sandbox/providers/evolution/account';
import { SPECIAL_NUMBERS } from '../../sandbox/toolkit/specialNumbers';
import { ANA_AS_TYPED } from '../support/people';
import { byId } from '../support/providerRows';
import { sandboxForTests } from '../support/sandbox';
import {
	credentialData,
	outputs,
	runSend,
	SEND,
	sendPackage,
	sendWorkflow,
	type WorkflowSettings,
} from '../support/workflow';

describe('in a workflow', () => {
	const sandbox = sandboxForTests();

	const run = async (parameters: INodeParameters, settings: WorkflowSettings = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'evolution',
				instanceName: byId(EVOLUTION.instance),
				recipient: '+6281234567890',
				contactSource: 'json',
				contactsJson: JSON.stringify(ANA_AS_TYPED),
				...parameters,
			},
			settings,
		);
	const failure = async (parameters: INodeParameters) => {
		const [item] = outputs(await run(parameters, { onError: 'continueRegularOutput' }));
		return item ?? {};
	};

	it.each<[INodeParameters, string]>([
		[
			{ recipient: `+${SPECIAL_NUMBERS.notOnWhatsApp}` },
			'Evolution API refused the card (400): 12025550190 is not on WhatsApp [item 0]. Check the number: it has no WhatsApp account.',
		],
		[
			{ instanceName: byId('nowhere') },
			'Evolution API refused the card (404): The "nowhere" instance does not exist [item 0]. Check the instance: this server has none with that name.',
		],
		[
			{ instanceName: byId(EVOLUTION.closedInstance) },
			'Evolution API refused the card (500): Connection Closed [item 0]. Connect the instance to WhatsApp in Evolution API.',
		],
		[
			{ instanceName: byId(EVOLUTION.unloadedInstance) },
			"Evolution API refused the card (500): Cannot read properties of undefined (reading 'contactMessage') [item 0]. Connect the instance to WhatsApp in Evolution API.",
		],
		[
			{ recipient: '120363040000000404@g.us' },
			"Evolution API refused the card (500): Cannot read properties of undefined (reading 'id') [item 0]. Check the group: the instance is not a member of it.",
		],
		[
			{ contactsJson: JSON.stringify([ANA_AS_TYPED, ANA_AS_TYPED]) },
			'Evolution API refused the card (400): contact contains duplicate item [item 0]. Correct what the provider names, then send again.',
		],
		[
			{
				instanceName: byId(EVOLUTION.metaInstance),
				recipient: `+${SPECIAL_NUMBERS.notOnWhatsApp}`,
			},
			'Evolution API refused the card (201 131026): Message undeliverable: The recipient has no WhatsApp account [item 0]. Correct what the provider names, then send again.',
		],
	])('says what is wrong with %j, and sends nothing', async (parameters, error) => {
		expect(await failure(parameters)).toMatchObject({ error, outcome: 'notSent' });
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		[SPECIAL_NUMBERS.neverConfirms, 'Error: Timed Out', 0],
		[SPECIAL_NUMBERS.sendFails, 'Error: Connection Closed', 0],
		[EVOLUTION_NUMBERS.savesNothing, 'PrismaClientKnownRequestError', 1],
	])('does not know about %s, and asks once', async (number, words, sent) => {
		expect(await failure({ recipient: `+${number}` })).toMatchObject({
			error: expect.stringMatching(
				new RegExp(
					`${words}.*The card may have arrived: ask the recipient or check the chat before you send it again\\.`,
				),
			),
			httpCode: '400',
			outcome: 'unknown',
		});
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.count()).toBe(sent);
	});

	it('says what is wrong with a token of another instance', async () => {
		const { error } = await runSend(
			sandbox,
			{
				provider: 'evolution',
				instanceName: byId(EVOLUTION.secondInstance),
				recipient: '+6281234567890',
				contactSource: 'json',
				contactsJson: JSON.stringify(ANA_AS_TYPED),
			},
			{},
			{ evolution: { apiKey: EVOLUTION.instanceToken } },
		);
		expect(error?.message).toBe(
			'Evolution API refused the card (401): Unauthorized [item 0]. Check the API key in the credential: the global key, or the token of this instance.',
		);
	});

	it('sends several contacts to a group in one message', async () => {
		const others = [
			{ ...ANA_AS_TYPED, name: 'Ben' },
			{ ...ANA_AS_TYPED, name: 'Chen' },
		];
		const sent = await run({
			recipient: EVOLUTION.group,
			contactsJson: JSON.stringify([ANA_AS_TYPED, ...others]),
		});
		expect(outputs(sent)[0]).toMatchObject({
			recipient: EVOLUTION.group,
			chatId: EVOLUTION.group,
			messageIds: [expect.stringMatching(/^3EB0[0-9A-F]{18}$/)],
		});
		expect(sandbox.deliveries()[0]?.contacts).toHaveLength(3);
	});

	it("gives Meta's channel the delay and the reply", async () => {
		await run({
			instanceName: byId(EVOLUTION.metaInstance),
			options: { delay: 2, replyTo: 'wamid.X' },
		});
		expect(sandbox.deliveries()[0]?.options).toEqual({
			delay: 2000,
			quoted: { key: { id: 'wamid.X' } },
		});
	});

	it('lists the instances with their states, and finds one', async () => {
		const search = async (filter?: string) =>
			await new SendContactCard().methods.listSearch['searchEvolutionInstances']?.call(
				listContext(
					sendWorkflow({ provider: 'evolution' }),
					SEND,
					sendPackage,
					credentialData(sandbox),
				),
				filter,
			);
		const all = await search();
		expect(all?.results.slice(0, 3)).toEqual([
			{ name: 'sales (open)', value: 'sales' },
			{ name: 'support (open)', value: 'support' },
			{ name: 'offline (close)', value: 'offline' },
		]);
		expect(all?.results).toHaveLength(34);
		expect(JSON.stringify(all)).not.toContain(EVOLUTION.instanceToken);
		expect((await search('SHOP-09'))?.results).toEqual([
			{ name: 'shop-09 (connecting)', value: 'shop-09' },
		]);
		sandbox.fault({ kind: 'html-200', on: 'list' });
		await expect(search()).rejects.toMatchObject({
			message: expect.stringMatching(/^Evolution API did not return the list \(200\)/),
		});
	});
});

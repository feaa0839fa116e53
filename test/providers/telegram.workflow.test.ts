import type { INodeParameters } from 'n8n-workflow';

import { account as TELEGRAM } from '../../sandbox/providers/telegram/account';
import { ANA_AS_TYPED } from '../support/people';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend, type WorkflowSettings } from '../support/workflow';
import { CHAT } from './telegram.given';

describe('in a workflow', () => {
	const sandbox = sandboxForTests();

	const run = async (parameters: INodeParameters, settings: WorkflowSettings = {}) =>
		await runSend(
			sandbox,
			{
				operation: 'send',
				provider: 'telegram',
				...CHAT,
				contactSource: 'json',
				contactsJson: JSON.stringify(ANA_AS_TYPED),
				...parameters,
			},
			settings,
		);
	const FAILED = { onError: 'continueRegularOutput' } as const;

	it.each([
		[
			TELEGRAM.migratedGroup,
			'Telegram refused the card (400): Bad Request: group chat was upgraded to a supergroup chat [item 0]. Nothing was sent: the group has become a supergroup. Send to its new chat ID, -1001000004002.',
		],
		[
			TELEGRAM.unknownChat,
			'Telegram refused the card (400): Bad Request: chat not found [item 0]. Check the chat ID. A person has to press Start in the bot first; a group or channel has to have the bot as a member.',
		],
		[
			TELEGRAM.mutedGroup,
			'Telegram refused the card (400): Bad Request: not enough rights to send text messages to the chat [item 0]. Let the bot send messages in this chat.',
		],
		[
			TELEGRAM.leftGroup,
			'Telegram refused the card (403): Forbidden: bot was kicked from the group chat [item 0]. Add the bot to the chat again.',
		],
		[
			TELEGRAM.blockedBy,
			'Telegram refused the card (403): Forbidden: bot was blocked by the user [item 0]. The person has blocked the bot: only they can unblock it.',
		],
		[
			TELEGRAM.neverStarted,
			"Telegram refused the card (403): Forbidden: bot can't initiate conversation with a user [item 0]. A bot cannot write first: the person has to open it and press Start.",
		],
		[
			TELEGRAM.deactivated,
			'Telegram refused the card (403): Forbidden: user is deactivated [item 0]. The person has deleted their account: remove the chat ID.',
		],
	])('says what is wrong with the chat %s, and sends once', async (chatId, message) => {
		const failed = await run({ chatId }, FAILED);
		expect(outputs(failed)).toEqual([
			{
				error: message,
				httpCode: message.slice(27, 30),
				provider: 'telegram',
				outcome: 'notSent',
				sentMessageIds: [],
			},
		]);
		expect(sandbox.requests()).toHaveLength(1);
		expect(sandbox.count()).toBe(0);
	});

	it.each([
		[{ replyTo: '1000001' }, 'message to be replied not found', 'Check Reply To Message ID'],
		[{ messageThreadId: 7 }, 'message thread not found', 'Check Message Thread ID'],
		[
			{ businessConnectionId: 'nobody' },
			'business connection not found',
			'Check Business Connection ID',
		],
	])('says what is wrong with %j', async (options, words, advice) => {
		const { error } = await run({ options });
		expect(error?.message).toContain(`Bad Request: ${words} [item 0]. ${advice}`);
	});

	it('does not know whether a card went out after a 500', async () => {
		const [item] = outputs(await run({ chatId: TELEGRAM.brokenChat }, FAILED));
		expect(item).toMatchObject({
			outcome: 'unknown',
			error: expect.stringContaining('The card may have arrived'),
		});
		expect(sandbox.requests()).toHaveLength(1);
	});

	it('tells how long Telegram asks to wait, and sends once after that', async () => {
		const failed = await run(
			{ chatId: TELEGRAM.floodedChat, options: { maxRetryWait: 1 } },
			FAILED,
		);
		expect(outputs(failed)[0]).toMatchObject({
			error: expect.stringContaining('It asks you to wait 2 seconds.'),
			httpCode: '429',
			outcome: 'notSent',
		});
		const sent = await run({ chatId: TELEGRAM.floodedChat });
		expect(outputs(sent)[0]).toMatchObject({ status: 'sent' });
		expect(sandbox.count()).toBe(1);
	});

	it('takes the chat by its public name, and reports its number', async () => {
		const sent = await run({ chatId: '@Sandbox_Channel' });
		expect(outputs(sent)[0]).toMatchObject({
			recipient: '@Sandbox_Channel',
			chatId: TELEGRAM.channel,
			messageId: '101',
		});
	});

	it('replies in a topic, silently', async () => {
		const options = { replyTo: '57', messageThreadId: 7, disableNotification: true };
		await run({ chatId: TELEGRAM.forum, options });
		expect(sandbox.deliveries()[0]).toMatchObject({
			recipient: TELEGRAM.forum,
			options: {
				message_thread_id: 7,
				disable_notification: true,
				reply_parameters: { message_id: 57 },
			},
		});
	});

	it('with On Unsupported Field on Fail, refuses what has no room in the vCard', async () => {
		const contact = {
			...ANA_AS_TYPED,
			photo: `data:image/png;base64,${'iVBORw0KGgo'.repeat(400)}A=`,
		};
		const { error } = await run({
			contactsJson: JSON.stringify([ANA_AS_TYPED, contact]),
			options: { onUnsupportedField: 'fail' },
		});
		expect(error?.message).toMatch(
			/^Contact 2 has parts that Telegram does not carry: the photo \[item 0\]/,
		);
		expect(sandbox.requests()).toEqual([]);
	});

	it('shows no token in a preview, an error or a log of requests', async () => {
		const shown = outputs(await run({ operation: 'preview' }))[0];
		expect(shown).toMatchObject({
			requests: [{ url: `${sandbox.url}/telegram/bot***/sendContact` }],
		});
		const { error, run: data } = await runSend(
			{ credentials: sandbox.credentials },
			{
				provider: 'telegram',
				...CHAT,
				contactSource: 'json',
				contactsJson: JSON.stringify(ANA_AS_TYPED),
				options: { maxRetries: 0 },
			},
			{},
			{ telegram: { botToken: '77:secret-one', baseUrl: 'http://127.0.0.1:1' } },
		);
		expect(error?.message).toMatch(/^Telegram could not be reached: the connection was refused/);
		expect(JSON.stringify([shown, error?.message, error?.description, data])).not.toMatch(
			/secret-one|sandbox-telegram-token/,
		);
	});

	it('misbehaves for the same numbers as with every provider', async () => {
		const [item] = outputs(await run({ chatId: '2025550110' }, FAILED));
		expect(item).toMatchObject({ httpCode: '500', outcome: 'unknown' });
	});
});

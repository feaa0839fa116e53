import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runWorkflow } from '../../sandbox/engine/engine';
import { startSandbox, type Sandbox } from '../../sandbox/server';
import { runAgent } from '../delivery/agent';
import {
	credentialData,
	outputs,
	runSend,
	SEND,
	sendPackage,
	sendWorkflow,
	type WorkflowSettings,
} from '../support/workflow';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
	sandbox.reset();
	sandbox.clear();
});

const ANA = '447700900001';
const BEN = '447700900002';

const parameters = (options: INodeParameters): INodeParameters => ({
	operation: 'send',
	provider: 'gowa',
	recipient: '=+{{ $json.to }}',
	contactSource: 'json',
	contactsJson:
		'={{ ($json.names ?? ["Marcus"]).map((name) => ({ name: { formatted_name: name }, phones: [{ phone: "+4915112345678" }] })) }}',
	options,
});

const TEXTS = { textBefore: '=Hi {{ $json.who ?? "there" }}', textAfter: 'Bye' };

async function send(
	items: IDataObject[],
	options: INodeParameters = TEXTS,
	settings: WorkflowSettings = {},
) {
	return await runSend(sandbox, parameters(options), { items, ...settings });
}

/** Runs the node with Retry On Fail. */
async function sendWithRetries(items: IDataObject[], options: INodeParameters = TEXTS) {
	const workflow = sendWorkflow(parameters(options), { items });
	const node = workflow.nodes.find(({ name }) => name === SEND);
	Object.assign(node ?? {}, { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 });
	return await runWorkflow(workflow, sendPackage, credentialData(sandbox));
}

/** What arrived, as its recipient reads it: texts, and the names on cards. */
const chat = (to = ANA) =>
	sandbox
		.deliveries()
		.filter(({ recipient }) => recipient.startsWith(to))
		.map(
			({ text, contacts }) => text ?? contacts.map(({ name }) => `[${name.formatted_name}]`).join(),
		);

describe('texts around a card', () => {
	it('go to each recipient in order, with the expressions of their own item', async () => {
		const run = await send([
			{ to: ANA, who: 'Ana' },
			{ to: BEN, who: 'Ben', names: ['Marcus', 'Mia'] },
		]);
		expect(run.error).toBeUndefined();
		expect(chat(ANA)).toEqual(['Hi Ana', '[Marcus]', 'Bye']);
		expect(chat(BEN)).toEqual(['Hi Ben', '[Marcus]', '[Mia]', 'Bye']);
		expect(outputs(run).map(({ textMessageIds }) => textMessageIds)).toEqual([
			[expect.any(String), expect.any(String)],
			[expect.any(String), expect.any(String)],
		]);
	});

	it('are none where they are empty', async () => {
		const run = await send([{ to: ANA }], { textBefore: ' \n ', textAfter: '={{ null }}' });
		expect(chat()).toEqual(['[Marcus]']);
		expect(outputs(run)[0]).not.toHaveProperty('textMessageIds');
	});

	it.each([
		['the text before it', 0, [], /^Text Before: .*Not sent: Contact 1, Text After\./],
		['the card', 1, ['Hi there'], /^Contact 1: .*Sent: Text Before\. Not sent: Text After\./],
		[
			'the text after it',
			2,
			['Hi there', '[Marcus]'],
			/^Text After: GOWA refused the text.*Sent: Text Before, Contact 1\./,
		],
	] as const)(
		'stop where %s is refused, and the error says what went',
		async (_, after, went, words) => {
			sandbox.fault({ kind: '401', after });
			const run = await send([{ to: ANA }]);
			expect(chat()).toEqual(went);
			expect(run.error?.message).toMatch(words);
			const failed = await send([{ to: ANA }], TEXTS, { onError: 'continueRegularOutput' });
			expect(outputs(failed)[0]).toMatchObject({ outcome: 'notSent' });
		},
	);

	it.each([0, 1, 2])(
		'are never repeated by Retry On Fail, refused at message %i',
		async (after) => {
			sandbox.fault({ kind: '401', after, times: 1 });
			const run = await sendWithRetries([{ to: ANA }]);
			expect(run.error).toBeUndefined();
			expect(chat()).toEqual(['Hi there', '[Marcus]', 'Bye']);
			expect(outputs(run)[0]).toMatchObject({
				status: 'sent',
				messageIds: [expect.any(String)],
				textMessageIds: [expect.any(String), expect.any(String)],
			});
		},
	);

	it.each([
		[0, ['Hi there'], 'The text was not sent again', 'Not sent: Contact 1, Text After.'],
		[1, ['Hi there', '[Marcus]'], 'The card was not sent again', 'Not sent: Text After.'],
		[
			2,
			['Hi there', '[Marcus]', 'Bye'],
			'The text was not sent again',
			'Sent: Text Before, Contact 1.',
		],
	] as const)(
		'hold back the rest where nobody knows what became of message %i, in every try',
		async (after, went, title, rest) => {
			sandbox.fault({ kind: 'reset-after', after, times: 1 });
			const run = await sendWithRetries([{ to: ANA }]);
			expect(chat()).toEqual(went);
			expect(run.error?.message).toContain(title);
			expect(run.error?.message).toContain(rest);
			expect(run.error?.message).toContain('may have arrived');
		},
	);

	it('wait for a 429 like the card', async () => {
		sandbox.fault({ kind: '429-retry-after', seconds: 0, times: 1 });
		await send([{ to: ANA }]);
		expect(chat()).toEqual(['Hi there', '[Marcus]', 'Bye']);
	});

	it('are those of the first item of a combined card, with a warning where others differ', async () => {
		const run = await send(
			[
				{ to: ANA, who: 'Ana', names: ['Marcus'] },
				{ to: ANA, who: 'Mum', names: ['Mia'] },
			],
			{ ...TEXTS, combineItems: true },
		);
		expect(chat()).toEqual(['Hi Ana', '[Marcus]', '[Mia]', 'Bye']);
		expect(outputs(run)).toHaveLength(1);
		expect(outputs(run)[0]?.['warnings']).toEqual([
			{
				field: 'textBefore',
				message:
					'The combined items have 2 different values for Text Before; the first one was sent, the others were left out',
			},
		]);
	});

	it('are not sent again for items that join a combined card in a later try', async () => {
		sandbox.fault({ kind: '401', after: 2, times: 1 });
		const run = await sendWithRetries(
			[
				{ to: ANA, names: ['Marcus'] },
				{ to: ANA, names: ['Mia'] },
			],
			{ ...TEXTS, combineItems: true },
		);
		expect(run.error).toBeUndefined();
		expect(chat()).toEqual(['Hi there', '[Marcus]', '[Mia]', 'Bye']);
	});

	it('reply with their first message alone', async () => {
		const given = {
			...parameters({ ...TEXTS, replyTo: '3EB0AA' }),
			provider: 'waha',
			session: 'default',
		};
		await runSend(sandbox, given, { items: [{ to: ANA }] });
		expect(sandbox.deliveries().map(({ options }) => options)).toEqual([
			{ replyTo: '3EB0AA' },
			{},
			{},
		]);
		sandbox.clear();
		const card = { ...given, options: { textAfter: 'Bye', replyTo: '3EB0AA' } };
		await runSend(sandbox, card, { items: [{ to: ANA }] });
		expect(sandbox.deliveries().map(({ options }) => options)).toEqual([{ replyTo: '3EB0AA' }, {}]);
	});

	it('refuse what is no text', async () => {
		const run = await send([{ to: ANA }], { textBefore: '={{ ["a"] }}' });
		expect(run.error?.message).toContain('Text Before must be text');
		expect(chat()).toEqual([]);
	});
});

describe('an agent that makes the same call again', () => {
	const call = { to: ANA, name: 'Marcus' };

	it('sends neither its texts nor its card twice, and another card with its own texts', async () => {
		const other = { to: ANA, name: 'Mia' };
		const options = { textBefore: 'Hi', textAfter: 'Hi' };
		const { answers } = await runAgent(sandbox, [[call, call], [call], [other]], { options });
		expect(chat()).toEqual(['Hi', '[Marcus]', 'Hi', 'Hi', '[Mia]', 'Hi']);
		expect(answers[1]).toEqual([[expect.objectContaining({ textMessageIds: expect.any(Array) })]]);
	});

	it('sends no card twice where only the answer to a look-up differs', async () => {
		sandbox.fault({ kind: '502-html', on: 'list', times: 1 });
		const asked: INodeParameters = {
			...parameters({ whatsappId: 'lookUp' }),
			provider: 'waha',
			session: 'default',
			toolDescription: 'Sends a card',
			recipient: "={{ $fromAI('to') }}",
			contactsJson:
				"={{ ({ name: { formatted_name: $fromAI('name') }, phones: [{ phone: '+5531987654321' }] }) }}",
		};
		const { answers } = await runAgent(sandbox, [[call], [call]], { node: { parameters: asked } });
		expect(chat()).toEqual(['[Marcus]']);
		expect(JSON.stringify(answers[0])).toContain('could not be looked up');
		expect(JSON.stringify(answers[1])).toContain('was already sent');
		expect(JSON.stringify(answers[1])).not.toContain('could not be looked up');
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { runAgent } from '../delivery/agent';
import { sandboxForTests } from '../support/sandbox';
import { outputs, runSend } from '../support/workflow';
import { ANA, BEN, parameters, TEXTS, textsAround } from './textsAround';

const sandbox = sandboxForTests();
const { send, chat } = textsAround(sandbox);

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
		for (const nothing of [' \n ', '={{ null }}', '={{ undefined }}', '={{ "\\u200b\\u2060 " }}']) {
			sandbox.clear();
			const run = await send([{ to: ANA }], { textBefore: nothing, textAfter: nothing });
			expect(chat()).toEqual(['[Marcus]']);
			expect(outputs(run)[0]).not.toHaveProperty('textMessageIds');
		}
	});

	it('may be numbers, emoji and words of any script', async () => {
		const words = 'שלום 👩‍👩‍👧‍👦 สวัสดี\n\n• e\u0301 *bold* _x_ <b>&amp;</b> %20 \\n';
		await send([{ to: ANA, words }], { textBefore: '={{ 42 }}', textAfter: '={{ $json.words }}' });
		expect(chat()).toEqual(['42', '[Marcus]', words]);
	});

	it('stay together for cards to one person', async () => {
		await send(
			[
				{ to: ANA, who: 'Ana', names: ['Marcus', 'Mia'] },
				{ to: '44 7700 900-001', who: 'again', names: ['Zoe'] },
			],
			{ ...TEXTS, concurrency: 5 },
		);
		expect(chat()).toEqual(['Hi Ana', '[Marcus]', '[Mia]', 'Bye', 'Hi again', '[Zoe]', 'Bye']);
	});

	it("have their answers among the provider's with Output: Raw", async () => {
		const run = await send([{ to: ANA }], { ...TEXTS, output: 'raw' });
		const responses = outputs(run)[0]?.['responses'];
		expect(responses).toHaveLength(3);
		expect(responses).toMatchObject(
			sandbox.deliveries().map(({ messageIds: [id = ''] }) => ({ results: { message_id: id } })),
		);
	});

	it('tell no secret where the service repeats it', async () => {
		sandbox.fault({ kind: 'echo' });
		const run = await send([{ to: ANA }]);
		expect(run.error?.message).toContain('Text Before');
		expect(JSON.stringify([run.error, run.run.data.resultData])).not.toContain(
			sandbox.credentials.gowa.password,
		);
	});

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

	it.each([
		['textBefore', 'Hi {{ $json.who }}, here is Marcus', 'Text Before', '{{ $json.who }}'],
		[
			'textAfter',
			"Bye {{ $('Sheet').item.json.name }}!",
			'Text After',
			"{{ $('Sheet').item.json.name }}",
		],
	])('refuse in %s an expression that nobody evaluates', async (kind, text, label, shown) => {
		const run = await send([{ to: ANA }], { [kind]: text });
		expect(run.error?.message).toContain(`${label} would be sent with "${shown}" in it`);
		expect(run.error?.message).toContain('Switch the field to Expression');
		expect(sandbox.requests()).toEqual([]);
	});

	it('go with braces that came by an expression, or are none of n8n', async () => {
		const said = 'Use {{ $json.id }} there';
		await send([{ to: ANA, said }], { textBefore: '={{ $json.said }}', textAfter: 'Bye {{name}}' });
		expect(chat()).toEqual([said, '[Marcus]', 'Bye {{name}}']);
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

	it('sends no text again that it has worded anew, since the card would not follow', async () => {
		const options = { textBefore: '={{ "Hi " + Math.random() }}', textAfter: 'Bye' };
		const { answers } = await runAgent(sandbox, [[call], [call]], { options });
		expect(chat()).toEqual([expect.stringMatching(/^Hi /), '[Marcus]', 'Bye']);
		expect(JSON.stringify(answers[1])).toContain('was already sent');
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
